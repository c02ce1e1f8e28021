import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { CentralDoor } from '../../shared/contract/central.ts';
import type { ImportRow } from '../../shared/contract/account-shapes.ts';
import type { ImportKind } from '../../shared/domain/import/heads.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import { lockAccounts } from '../accounts/account-row.ts';
import { confirmActor, transact } from '../accounts/act.ts';
import { lockRequestId } from '../accounts/locks.ts';
import { auditMany } from '../audit/audit-many.ts';
import type { Session } from '../auth/session.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import { judgeSchools } from './judge-schools.ts';
import { judgeStaff } from './judge-staff.ts';
import type { Judged } from './judged.ts';
import { readHeads } from './read-heads.ts';
import { readSheet, type Cells } from './read-sheet.ts';
import { writeSchools } from './write-schools.ts';
import { writeStaff } from './write-staff.ts';
import type { Written } from './written.ts';

type Given = z.output<CentralDoor['list.import']['input']>;
type Answer = z.input<CentralDoor['list.import']['output']>;

/** The fate of each line, and the way to carry out what is not refused. */
interface Plan {
  readonly rows: ImportRow[];
  readonly write: () => Promise<readonly Written[]>;
}

const rowsOf = <W>(judged: readonly Judged<W>[]): ImportRow[] => judged.map(({ row }) => row);
const writesOf = <W>(judged: readonly Judged<W>[]): W[] =>
  judged.flatMap(({ write }) => (write === null ? [] : [write]));

type Planner = (trx: Db, context: CentralContext, cells: Cells) => Promise<Result<Plan>>;

const PLANNERS = {
  schools: async (trx, context, cells) => {
    const lines = readHeads('schools', cells);
    if (!lines.ok) return lines;
    const judged = await judgeSchools(trx, lines.value);
    return ok({ rows: rowsOf(judged), write: () => writeSchools(trx, context, writesOf(judged)) });
  },
  staff: async (trx, context, cells) => {
    const lines = readHeads('staff', cells);
    if (!lines.ok) return lines;
    const judged = await judgeStaff(trx, lines.value);
    return ok({ rows: rowsOf(judged), write: () => writeStaff(trx, context, writesOf(judged)) });
  },
} as const satisfies Record<ImportKind, Planner>;

const hashOf = ({ kind, contentBase64 }: Given): string =>
  createHash('sha256').update(`${kind}\n${contentBase64}`).digest('hex');

/**
 * 名單匯入 by the agency: schools, or 校內人員 of schools. With `dryRun` each line is told its fate and nothing
 * changes; without it everything that is not refused is written in one transaction. Sent twice it happens
 * once. Failures: FILE_REFUSED, FORM_INVALID (path `head`), OP_ID_REUSED, ACCOUNT_TAKEN in a race.
 */
export async function importList(
  context: CentralContext,
  session: Session,
  given: Given,
): Promise<Result<Answer>> {
  const hash = hashOf(given);
  const before = await findImport(context.db, given.importId, hash);
  if (before !== null) return before;
  const cells = await readSheet(given);
  if (!cells.ok) return cells;
  return transact(context.db, async (trx) => {
    await lockRequestId(trx, given.importId);
    const meanwhile = await findImport(trx, given.importId, hash);
    if (meanwhile !== null) return meanwhile;
    await lockAccounts(trx, [session.accountId]);
    if ((await confirmActor(trx, session, isoNow(context))) === null) return fail('SIGNED_OUT');
    const plan = await PLANNERS[given.kind](trx, context, cells.value);
    if (!plan.ok) return plan;
    const { rows, write } = plan.value;
    if (given.dryRun) return ok({ rows, done: false });
    await remember(trx, context, session, given, hash, rows, await write());
    return ok({ rows, done: true });
  });
}

async function remember(
  trx: Db,
  context: CentralContext,
  { accountId, sessionId }: Session,
  { importId, kind }: Given,
  hash: string,
  rows: readonly ImportRow[],
  written: readonly Written[],
): Promise<void> {
  const at = isoNow(context);
  await trx
    .insertInto('imports')
    .values({
      id: importId,
      kind,
      payload_sha256: hash,
      account_id: accountId,
      at,
      result: JSON.stringify(rows),
    })
    .execute();
  const whole = { action: 'list.import', subject: importId, schoolId: null, fields: [kind] };
  await auditMany(
    trx,
    [...written, whole].map((line) => ({ ...line, at, accountId, sessionId, outcome: 'ok' })),
  );
}

/** What an import of this id came to; null when there was none. */
async function findImport(db: Db, importId: string, hash: string): Promise<Result<Answer> | null> {
  const row = await db
    .selectFrom('imports')
    .select(['payload_sha256', 'result'])
    .where('id', '=', importId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return row.payload_sha256 === hash ? ok({ rows: row.result, done: true }) : fail('OP_ID_REUSED');
}
