import { deepEqual, equal, ok } from 'node:assert/strict';
import { accountStateOf, type AccountRow } from '../../central/accounts/account-row.ts';
import { ACCOUNT_STATE_ROWS, type AccountState } from '../../shared/domain/account/account-state.ts';
import type { Role } from '../../shared/domain/account/role.ts';
import { schoolIdOf } from './account-builders.ts';
import type { TestCentral } from './central.ts';

/** The school that the walks of accounts happen in. */
export const WALKED = 'xr';

/** An account as the table of moves says it must be. */
export interface Known {
  state: AccountState;
  roles: readonly Role[];
  password: string | null;
}

type Rows = ReadonlyMap<string, AccountRow>;

/** Accounts of the school as they are stored, by name. */
export async function rowsOf({ context }: Pick<TestCentral, 'context'>): Promise<Rows> {
  const rows = await context.db
    .selectFrom('accounts')
    .selectAll()
    .where('school_id', '=', schoolIdOf(WALKED))
    .execute();
  return new Map(rows.map((row) => [row.account, row]));
}

/**
 * What holds after every step: at most one 主通; each account is as the table of moves says; a password
 * changes by a link alone (`byLink`); who may not work has no session, who is out no link.
 */
export async function checkWorld(
  central: Pick<TestCentral, 'context' | 'clock'>,
  known: ReadonlyMap<string, Known>,
  before: Rows,
  byLink: boolean,
): Promise<void> {
  const rows = await rowsOf(central);
  const holders = [...rows.values()].filter(
    ({ status, roles }) => status === 'normal' && roles.includes('PRIMARY'),
  );
  ok(holders.length <= 1, holders.map(({ account }) => account).join());
  for (const [account, { state, roles }] of known) {
    const row = rows.get(account);
    ok(row !== undefined, account);
    deepEqual([account, accountStateOf(row), row.roles], [account, state, roles]);
    if (!byLink) equal(row.password_hash, before.get(account)?.password_hash ?? null, account);
  }
  const out = [...rows.values()].filter((row) => !ACCOUNT_STATE_ROWS[accountStateOf(row)].mayWork);
  deepEqual(await sessionsOf(central, out), []);
  const shut = out.filter(({ status }) => status !== 'normal');
  deepEqual(await linksOf(central, shut), []);
}

/** Nobody's id, so that an empty list asks for nobody. */
const NOBODY = '00000000-0000-7000-8000-000000000000';
const idsOf = (rows: readonly AccountRow[]): string[] => [NOBODY, ...rows.map(({ id }) => id)];

const sessionsOf = (
  { context, clock }: Pick<TestCentral, 'context' | 'clock'>,
  rows: readonly AccountRow[],
) =>
  context.db
    .selectFrom('sessions')
    .select('account_id')
    .where('account_id', 'in', idsOf(rows))
    .where('revoked_at', 'is', null)
    .where('ends_at', '>', new Date(clock.now).toISOString())
    .execute();

const linksOf = ({ context }: Pick<TestCentral, 'context'>, rows: readonly AccountRow[]) =>
  context.db
    .selectFrom('account_links')
    .select('account_id')
    .where('account_id', 'in', idsOf(rows))
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .execute();
