import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../shared/domain/canonical/canonical-json.ts';
import { fold } from '../../../shared/domain/case/apply.ts';
import type { Action } from '../../../shared/domain/case/action.ts';
import type { CaseState } from '../../../shared/domain/case/state.ts';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { verifyAuditChain } from '../../../central/audit/verify.ts';
import { embeddedRegister } from '../../../central/neighbours/student-register.ts';
import type { Db } from '../../../central/store/database.ts';
import { closingTracking, completeFiling, nextId, type OperationParts } from '../../helpers/case-builders.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import type { CentralClient } from '../../helpers/central-client.ts';
import { freshStudent } from '../../helpers/central-students.ts';

let central: TestCentral;
/** Turned on, the register fails in the middle of the service's transaction. */
let registerFails = false;

beforeAll(async () => {
  central = await startCentral({
    over: {
      registerFor: (db) => ({
        find: async (number) => {
          if (registerFails) throw new Error('the register is away');
          return embeddedRegister(db).find(number);
        },
      }),
    },
  });
});
afterAll(() => central.close());

interface Step {
  readonly by: string;
  readonly kind: Action;
  readonly state: CaseState;
  readonly parts?: OperationParts;
}

const LIVES: Readonly<Record<RegimeId, readonly Step[]>> = {
  'senior-high': [
    { by: 'xr-teacher1', kind: 'save', state: 'DRAFT', parts: { values: { address: '雲林縣' } } },
    { by: 'xr-teacher1', kind: 'submit', state: 'FILED', parts: { baseRevision: 1 } },
    { by: 'xr-primary', kind: 'sendBack', state: 'SENT_BACK', parts: { baseRevision: 2 } },
    { by: 'xr-teacher1', kind: 'submit', state: 'FILED', parts: { baseRevision: 2 } },
    { by: 'xr-teacher1', kind: 'sendTracking', state: 'PENDING_REPORT' },
    { by: 'xr-primary', kind: 'report', state: 'TRACKING', parts: { baseRevision: 3 } },
    {
      by: 'xr-counselor',
      kind: 'sendTracking',
      state: 'PENDING_CLOSE',
      parts: { values: closingTracking('COLLEGE') },
    },
    { by: 'xr-primary', kind: 'close', state: 'CLOSED', parts: { baseRevision: 3 } },
  ],
  compulsory: [
    { by: 'sf-homeroom', kind: 'submit', state: 'SLIP' },
    { by: 'sf-discipline', kind: 'report', state: 'DROPOUT', parts: { baseRevision: 1 } },
    { by: 'sf-discipline', kind: 'find', state: 'FOUND' },
    { by: 'sf-discipline', kind: 'loseAgain', state: 'DROPOUT' },
    { by: 'sf-guidance', kind: 'acceptReturn', state: 'RETURNING' },
    { by: 'sf-registrar', kind: 'confirmReturn', state: 'RETURNED' },
    { by: 'sf-guidance', kind: 'sendTracking', state: 'RETURNED' },
    { by: 'sf-guidance', kind: 'close', state: 'CLOSED' },
  ],
};

const foldedIn = async (db: Db, caseId: string) =>
  (await db.selectFrom('cases').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow()).folded;

describe.each(['senior-high', 'compulsory'] as const)('the whole life of a case: %s', (regime) => {
  test('[I14] [I15] [I16] the fold that the service keeps is the fold of its log, at every step', async () => {
    const clients = new Map<string, CentralClient>();
    const caseId = nextId();
    const student = freshStudent(regime === 'senior-high' ? 'xr' : 'sf');
    for (const { by, kind, state, parts } of LIVES[regime]) {
      const client = clients.get(by) ?? (await central.signIn(by));
      clients.set(by, client);
      central.clock.now += 60_000;
      const result = await client.act(kind, { regime, caseId, student, recordId: nextId(), ...parts });
      expect(result, `${kind} by ${by}`).toMatchObject({ status: 'committed' });
      const log = (await client.changes()).filter(({ operation }) => operation.caseId === caseId);
      const folded = await foldedIn(central.context.db, caseId);
      expect(canonicalJson(folded)).toBe(canonicalJson(fold(REGIMES[regime], log)));
      expect(folded).toMatchObject({ state, pending: 0, student });
    }
    const last = await foldedIn(central.context.db, caseId);
    expect(last.closeReason).toBe(regime === 'senior-high' ? 'COLLEGE' : 'MOVED_AFTER_RETURN');
    expect(last.closedAt).toBe(new Date(central.clock.now).toISOString());
    expect(last.reportedAt! < last.closedAt!).toBe(true);
    expect(await verifyAuditChain(central.context.db)).toMatchObject({ valid: true });
  });
});

describe('a fault in the middle', () => {
  test('[I3] [I4] leaves nothing behind, is told as retry with a report id, and the same operation goes through later', async () => {
    const teacher = await central.signIn('xr-teacher1');
    const op = teacher.operation('submit', { caseId: nextId(), student: freshStudent('xr') });
    const { db } = central.context;
    const state = async () => ({
      operations: await db.selectFrom('operations').select('op_id').where('op_id', '=', op.opId).execute(),
      cases: await db.selectFrom('cases').select('id').where('id', '=', op.caseId).execute(),
      ledger: await db.selectFrom('ledger').selectAll().execute(),
      numbers: await db.selectFrom('case_number_days').selectAll().execute(),
    });
    const before = await state();
    registerFails = true;
    const [failed] = await teacher.submit(op);
    registerFails = false;
    expect(failed).toMatchObject({ status: 'retry', failure: { code: 'UNEXPECTED' } });
    expect(JSON.stringify(failed)).not.toContain('the register is away');
    expect(central.faults).toHaveLength(1);
    expect(await state()).toEqual(before);
    expect((await teacher.submit(op))[0]?.status).toBe('committed');
  });
});

describe('the audit log', () => {
  test('[security §6] has a line for each committed and each refused operation, with names of fields and no values', async () => {
    const { db } = central.context;
    const teacher = await central.signIn('xr-teacher1');
    const student = freshStudent('xr');
    const caseId = nextId();
    await teacher.act('submit', { caseId, student });
    await teacher.act('report', { caseId, baseRevision: 1 });
    const lines = await db
      .selectFrom('audit_log')
      .select(['action', 'outcome', 'account_id', 'fields'])
      .where('subject', '=', caseId)
      .orderBy('seq')
      .execute();
    expect(lines).toMatchObject([
      { action: 'operation.submit', outcome: 'ok', account_id: teacher.account.accountId },
      { action: 'operation.report', outcome: 'FORBIDDEN' },
    ]);
    expect(lines[0]?.fields).toEqual(expect.arrayContaining(['identityNumber', 'guardianPhone']));
    const text = JSON.stringify(await db.selectFrom('audit_log').selectAll().execute());
    for (const value of [student.identityNumber, student.name, '王大明']) expect(text).not.toContain(value);
  });
});

describe('the log', () => {
  test('is append-only: not even the service can change or delete a result', async () => {
    const teacher = await central.signIn('xr-teacher1');
    await teacher.act('submit', { caseId: nextId(), student: freshStudent('xr') });
    const { db } = central.context;
    await expect(db.updateTable('operations').set({ kind: 'void' }).execute()).rejects.toThrow('append-only');
    await expect(db.deleteFrom('operations').execute()).rejects.toThrow('append-only');
    await expect(db.deleteFrom('audit_log').execute()).rejects.toThrow('append-only');
  });

  test('[security 7.20] the same operation from two requests at once has one effect', async () => {
    const teacher = await central.signIn('xr-teacher1');
    const op = teacher.operation('submit', { caseId: nextId(), student: freshStudent('xr') });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => teacher.ask('operation.submit', { operations: [op] })),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const rows = await central.context.db
      .selectFrom('operations')
      .select('commit_seq')
      .where('case_id', '=', op.caseId)
      .execute();
    expect(rows).toHaveLength(1);
  });
});

/** Two people on many devices, one sign-in after the other. */
async function signInMany(many: number): Promise<CentralClient[]> {
  const clients: CentralClient[] = [];
  while (clients.length < many)
    clients.push(await central.signIn(clients.length % 2 === 0 ? 'xr-teacher1' : 'xr-primary'));
  return clients;
}

describe('races', () => {
  test.each([2, 8, 16])(
    '[I16] %i clerks file the same student at once: exactly one is committed',
    async (many) => {
      const student = freshStudent('xr');
      const clerks = await signInMany(many);
      const results = await Promise.all(
        clerks.map((clerk) => clerk.act('submit', { caseId: nextId(), student })),
      );
      const won = results.filter(({ status }) => status === 'committed');
      const lost = results.flatMap((result) => (result.status === 'refused' ? [result.failure.code] : []));
      expect(won).toHaveLength(1);
      expect(lost).toEqual(Array.from({ length: many - 1 }, () => 'DUPLICATE_CASE'));
    },
  );

  test('[I7] of many edits on the same revision one is committed', async () => {
    const student = freshStudent('xr');
    const caseId = nextId();
    const clerks = await signInMany(8);
    await clerks[0]?.act('submit', { caseId, student });
    const results = await Promise.all(
      clerks.map((clerk, index) =>
        clerk.act('submit', {
          caseId,
          student,
          baseRevision: 1,
          values: completeFiling('senior-high', { address: `雲林縣${index}號` }),
        }),
      ),
    );
    expect(results.filter(({ status }) => status === 'committed')).toHaveLength(1);
    expect((await foldedIn(central.context.db, caseId)).revision).toBe(2);
  });

  test('commit numbers have no gaps and no doubles, whoever raced', async () => {
    const rows = await central.context.db
      .selectFrom('operations')
      .select('commit_seq')
      .where('status', '=', 'committed')
      .orderBy('commit_seq')
      .execute();
    expect(rows.map(({ commit_seq }) => commit_seq)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.length).toBeGreaterThan(20);
  });
});
