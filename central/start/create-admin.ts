import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { checkAccountName, checkEmail } from '../../shared/domain/account/fields.ts';
import { PASSWORD_DAYS } from '../../shared/domain/account/password-rule.ts';
import { fieldFailure } from '../../shared/domain/account/person.ts';
import { checkName } from '../../shared/domain/plain-text/name.ts';
import { textFor } from '../../shared/text/index.ts';
import { audit } from '../audit/audit.ts';
import { hashPassword, type PasswordCost } from '../auth/password.ts';
import type { Db } from '../store/database.ts';
import { getIdentity } from '../store/meta.ts';
import { drawPassword } from './first-password.ts';

export interface AdminOptions {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  /** Also where an administrator is there already. */
  readonly another: boolean;
}

const USAGE = 'create-admin --account NAME --name NAME --email ADDRESS [--another] [--data FOLDER]';

/** Takes the options of this command out of the arguments; what is left are those of the store. Throws a sentence. */
export function readAdminOptions(args: readonly string[]): AdminOptions & { readonly rest: string[] } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      account: { type: 'string' },
      name: { type: 'string' },
      email: { type: 'string' },
      another: { type: 'boolean', default: false },
      data: { type: 'string' },
    },
  });
  const { account, name, email, another, data } = values;
  if (account === undefined || name === undefined || email === undefined) throw new Error(USAGE);
  const [checkedAccount, checkedName, checkedEmail] = [
    checkAccountName(account),
    checkName(name),
    checkEmail(email),
  ];
  if (checkedAccount.ok && checkedName.ok && checkedEmail.ok)
    return {
      account: checkedAccount.value,
      name: checkedName.value,
      email: checkedEmail.value,
      another,
      rest: data === undefined ? [] : ['--data', data],
    };
  const failures = [
    ...fieldFailure('--account', checkedAccount),
    ...fieldFailure('--name', checkedName),
    ...fieldFailure('--email', checkedEmail),
  ];
  const t = textFor('en');
  throw new Error(
    failures.map(({ path, code, detail }) => `${path}: ${t(`check.${code}`, detail)}`).join('\n'),
  );
}

/**
 * The first 管理者, who creates all others in the application. The password is given back once and stored
 * nowhere; it counts as expired, so that the first 登入 leaves nothing to do but to change it. Throws a
 * sentence when an administrator is there already (unless `another`) or the name is taken.
 */
export async function createAdmin(
  db: Db,
  { account, name, email, another }: AdminOptions,
  { now, cost }: { readonly now: number; readonly cost: PasswordCost },
): Promise<string> {
  await getIdentity(db);
  const password = drawPassword(account);
  const password_hash = await hashPassword(password, cost);
  const at = new Date(now).toISOString();
  const set_at = new Date(now - PASSWORD_DAYS * 86_400_000).toISOString();
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('create-admin', 0))`.execute(trx);
    if (!another && (await isAdminThere(trx)))
      throw new Error('an administrator is there already; --another makes one more');
    if (await isTaken(trx, account)) throw new Error(`the account ${account} is taken`);
    const id = randomUUID();
    const row = { id, account, name, email, password_hash, password_set_at: set_at, registered_at: at };
    await trx
      .insertInto('accounts')
      .values({ ...row, roles: ['ADMIN'], school_id: null, status: 'normal', verified: true })
      .execute();
    await trx
      .insertInto('account_passwords')
      .values({ account_id: id, hash: password_hash, set_at })
      .execute();
    await audit(trx, {
      at,
      accountId: null,
      sessionId: null,
      schoolId: null,
      action: 'officer.create',
      subject: id,
      fields: ['account', 'name', 'email', 'roles'],
      outcome: 'ok',
    });
  });
  return password;
}

const isAdminThere = async (trx: Db): Promise<boolean> =>
  (await trx
    .selectFrom('accounts')
    .select('id')
    .where('status', '=', 'normal')
    .where(sql<boolean>`'ADMIN' = any (roles)`)
    .executeTakeFirst()) !== undefined;

const isTaken = async (trx: Db, account: string): Promise<boolean> =>
  (await trx
    .selectFrom('accounts')
    .select('id')
    .where(sql<boolean>`lower(account) = lower(${account})`)
    .where('status', '<>', 'rejected')
    .executeTakeFirst()) !== undefined;
