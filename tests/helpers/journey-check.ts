import { verifyAuditChain } from '../../central/audit/verify.ts';
import type { Selectable } from 'kysely';
import type { AccountsTable, Db } from '../../central/store/database.ts';
import type { Actor } from '../../shared/domain/account/account.ts';
import { maySee } from '../../shared/domain/case/allowed-actions.ts';
import { fold } from '../../shared/domain/case/apply.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import type { LogEntry } from '../../shared/domain/case/operation.ts';
import { REGIMES } from '../../shared/regime/regimes.ts';
import { outbox, pill } from './journey-acts.ts';
import type { Computer } from './journey-computer.ts';

/** Values that are equal whatever the order of their keys, as jsonb gives them back. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);

/**
 * Central at the end of a story: the log has no gap and no half-done row, each case is the fold of
 * its log, and the audit chain is whole. Gives what is not so.
 */
export async function findBrokenCentral(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('operations')
    .select(['case_id', 'operation', 'commit', 'commit_seq', 'status'])
    .orderBy('commit_seq')
    .execute();
  const committed = rows.filter(({ status }) => status === 'committed');
  const logs = new Map<string, LogEntry[]>();
  for (const { case_id: caseId, operation, commit } of committed)
    logs.set(caseId, [...(logs.get(caseId) ?? []), { operation, commit }]);
  const cases = await db.selectFrom('cases').select(['id', 'folded']).execute();
  const audit = await verifyAuditChain(db);
  return [
    ...(audit.valid ? [] : [`the audit chain is broken at ${audit.brokenAt}`]),
    ...rows.filter(({ status }) => status === 'pending').map(() => 'an operation is half done'),
    ...committed
      .filter((row, index) => row.commit_seq !== index + 1 || row.commit?.seq !== index + 1)
      .map((row) => `commit ${row.commit_seq} is out of its place`),
    ...cases
      .filter(({ id, folded }) => !same(folded, fold(REGIMES[folded.regime], logs.get(id) ?? [])))
      .map(({ id }) => `case ${id} is not the fold of its log`),
  ];
}

/** What central's books say of an account now. */
export type Books = readonly Pick<Selectable<AccountsTable>, 'id' | 'name' | 'roles' | 'school_id'>[];

export const readBooks = (db: Db): Promise<Books> =>
  db.selectFrom('accounts').select(['id', 'name', 'roles', 'school_id']).execute();

/**
 * A computer that is in touch with central shows exactly the cases that its account may see, and those
 * on which it has work that central did not take.
 */
export async function findDifferences(
  at: Computer,
  central: readonly Case[],
  books: Books,
): Promise<string[]> {
  const { id: accountId, account } = at.account;
  const session = await at.ask('session.get', {});
  if (!session.ok || session.value.state !== 'signedIn' || (await pill(at)).failure !== null) return [];
  const known = books.find(({ id }) => id === accountId);
  const { name = '', roles = [], school_id: schoolId = null } = known ?? {};
  const actor: Actor = { accountId, name, roles: [...roles], schoolId: schoolId ?? '' };
  const kept = new Set((await outbox(at)).map(({ caseId }) => caseId));
  return central
    .filter((c) => !kept.has(c.id) || maySee(REGIMES[c.regime], c, actor))
    .filter((c) => !same(at.caseOf(c.id) ?? null, maySee(REGIMES[c.regime], c, actor) ? c : null))
    .map((c) => `${account} does not have central's ${c.state} of ${c.id}`);
}
