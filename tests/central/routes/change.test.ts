import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_ACCOUNTS } from '../../../central/demo/demo-accounts.ts';
import { maySee } from '../../../shared/domain/case/allowed-actions.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { nextId } from '../../helpers/case-builders.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import { freshStudent } from '../../helpers/central-students.ts';

let central: TestCentral;

/** Cases of five schools, both regimes, several people; some operations refused. */
beforeAll(async () => {
  central = await startCentral();
  for (const [account, prefix, regime] of [
    ['xr-teacher1', 'xr', 'senior-high'],
    ['xr-teacher2', 'xr', 'senior-high'],
    ['xr-primary', 'xr', 'senior-high'],
    ['qh-teacher1', 'qh', 'senior-high'],
    ['mh-teacher1', 'mh', 'senior-high'],
    ['mh-homeroom', 'mh', 'compulsory'],
    ['mh-registrar', 'mh', 'compulsory'],
    ['sf-homeroom', 'sf', 'compulsory'],
    ['zx-office', 'zx', 'compulsory'],
  ] as const) {
    const client = await central.signIn(account);
    for (let round = 0; round < 2; round += 1) {
      const caseId = nextId();
      await client.act('submit', { regime, caseId, student: freshStudent(prefix) });
      await client.act('sendTracking', { regime, caseId, recordId: nextId() });
      await client.act('sendTracking', { regime, caseId, recordId: nextId(), values: {} });
    }
  }
});
afterAll(() => central.close());

const committedRows = () =>
  central.context.db
    .selectFrom('operations')
    .innerJoin('cases', 'cases.id', 'operations.case_id')
    .select(['operations.op_id', 'operations.commit_seq', 'cases.folded'])
    .where('operations.status', '=', 'committed')
    .orderBy('operations.commit_seq')
    .execute();

describe('the feed holds what the account may see, and nothing else', () => {
  test.each(DEMO_ACCOUNTS.map(({ account }) => account))('%s', async (account) => {
    const client = await central.signIn(account);
    const rows = await committedRows();
    const wanted = rows.filter(({ folded }) => maySee(REGIMES[folded.regime], folded, client.actor));
    const changes = await client.changes();
    expect(changes.map(({ operation }) => operation.opId)).toEqual(wanted.map(({ op_id }) => op_id));
    expect(changes.map(({ commit }) => commit?.seq)).toEqual(wanted.map(({ commit_seq }) => commit_seq));
  });

  test('some see much, some see their own, some see nothing', async () => {
    const count = async (account: string) => (await (await central.signIn(account)).changes()).length;
    expect(await count('xr-primary')).toBe(12);
    expect(await count('xr-teacher1')).toBe(4);
    expect(await count('mh-primary')).toBe(4);
    expect(await count('mh-director')).toBe(8);
    for (const account of ['xr-teacher3', 'sf-subject', 'admin', 'bureau'])
      if (DEMO_ACCOUNTS.some((row) => row.account === account)) expect(await count(account)).toBe(0);
  });
});

test('[SY18] the feed has the same scope exactly for those who see the same', async () => {
  const scopes = new Map<string, string[]>();
  for (const { account, school, roles } of DEMO_ACCOUNTS) {
    const { body } = await (await central.signIn(account)).ask('change.list', { after: 0 });
    const reach = Object.values(REGIMES).map((regime) => {
      const grants = regime.viewers.filter((grant) => grant.roles.some((role) => roles.includes(role)));
      return grants.some(({ relation }) => relation === 'school') ? 'school' : grants[0]?.relation;
    });
    const seen = JSON.stringify([school?.id, ...reach]);
    scopes.set(seen, [...(scopes.get(seen) ?? []), String(body.scope)]);
  }
  expect(scopes.size).toBeGreaterThan(5);
  for (const same of scopes.values()) expect(new Set(same).size).toBe(1);
  expect(new Set([...scopes.values()].map(([scope]) => scope)).size).toBe(scopes.size);
});

describe('the cursor', () => {
  test('pages are whole whatever their size, and follow each other without doubles', async () => {
    const client = await central.signIn('xr-primary');
    const all = await client.changes();
    for (const limit of [1, 2, 5, 1000]) {
      const seen = [];
      let cursor = 0;
      for (let more = true; more;) {
        const { body } = await client.ask('change.list', { after: cursor, limit });
        expect(body.changes.length).toBeLessThanOrEqual(limit);
        expect(body.cursor).toBeGreaterThanOrEqual(cursor);
        seen.push(...body.changes);
        ({ cursor, more } = body);
      }
      expect(seen).toEqual(all);
    }
  });

  test('passes over what others did, so that nothing old is asked for again', async () => {
    const client = await central.signIn('sf-subject');
    const { body } = await client.ask('change.list', { after: 0 });
    const rows = await committedRows();
    expect(body).toMatchObject({ changes: [], more: false, cursor: rows.at(-1)?.commit_seq });
  });

  test('[I12] carries the epoch and never goes back', async () => {
    const client = await central.signIn('xr-primary');
    const { body } = await client.ask('change.list', { after: 1_000_000 });
    expect(body).toEqual({
      epoch: central.context.identity.epoch,
      scope: expect.any(String) as string,
      changes: [],
      cursor: 1_000_000,
      more: false,
    });
  });

  test('a reader beside sixteen writers misses none of what was committed', async () => {
    const writers = [];
    while (writers.length < 16) writers.push(await central.signIn('xr-teacher1'));
    const reader = await central.signIn('xr-primary');
    const start = (await reader.ask('change.list', { after: 0, limit: 1000 })).body.cursor;
    let writing = true;
    const seen: string[] = [];
    const read = async () => {
      let cursor = start;
      for (let last = false; ;) {
        const { body } = await reader.ask('change.list', { after: cursor, limit: 3 });
        seen.push(...body.changes.map(({ operation }) => operation.opId));
        ({ cursor } = body);
        if (last && !body.more) return;
        last = !writing;
      }
    };
    const reading = read();
    const results = await Promise.all(
      writers.map((writer) => writer.act('submit', { caseId: nextId(), student: freshStudent('xr') })),
    );
    writing = false;
    await reading;
    expect(results.every(({ status }) => status === 'committed')).toBe(true);
    expect(seen.toSorted()).toEqual(results.map(({ opId }) => opId).toSorted());
  });
});

test('[security §6] reading is in the audit log by its range, and reading nothing is not', async () => {
  const client = await central.signIn('xr-head');
  const lines = () =>
    central.context.db
      .selectFrom('audit_log')
      .select(['subject', 'outcome'])
      .where('account_id', '=', client.account.accountId)
      .where('action', '=', 'change.list')
      .execute();
  const before = (await lines()).length;
  const { body } = await client.ask('change.list', { after: 0, limit: 1000 });
  const last = body.changes.at(-1)?.commit?.seq;
  await client.ask('change.list', { after: body.cursor });
  const after = await lines();
  expect(after).toHaveLength(before + 1);
  expect(after.at(-1)).toEqual({ subject: `0-${last}`, outcome: 'ok' });
});
