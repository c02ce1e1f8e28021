import type { AccountDetail, AccountLine, AccountUpdate } from '../../shared/contract/account-shapes.ts';
import type { CentralClient } from './central-client.ts';
import { getAccount } from './account-builders.ts';
import type { TestCentral } from './central.ts';

/** 帳號管理 as a keeper sees it: everything, one page of a hundred. */
export async function linesOf(
  keeper: CentralClient,
  query: Readonly<Record<string, unknown>> = {},
): Promise<AccountLine[]> {
  const answer = await listFor(keeper, query);
  if (answer.status !== 200) throw new Error(`list: ${answer.text}`);
  return answer.body.rows;
}

export const listFor = (keeper: CentralClient, query: Readonly<Record<string, unknown>> = {}) =>
  keeper.ask('account.list', {
    status: null,
    role: null,
    text: '',
    schoolId: null,
    page: 1,
    size: 100,
    ...query,
  });

/** 查看 that has to be allowed. */
export async function openAccount(
  central: Pick<TestCentral, 'context'>,
  keeper: CentralClient,
  account: string,
): Promise<AccountDetail> {
  const { id } = await getAccount(central, account);
  const answer = await keeper.ask('account.get', { accountId: id });
  if (answer.status !== 200) throw new Error(`get: ${answer.text}`);
  return answer.body;
}

/** 更新 of an opened account, everything else as it was. */
export const updateOf = (detail: AccountDetail, changes: Partial<AccountUpdate> = {}): AccountUpdate => ({
  accountId: detail.accountId,
  revision: detail.revision,
  account: detail.account,
  name: detail.name,
  email: detail.email,
  phone: detail.phone,
  roles: [...detail.roles],
  status: null,
  ...changes,
});

/** Opens the account and sends the changes at once. */
export async function change(
  central: Pick<TestCentral, 'context'>,
  keeper: CentralClient,
  account: string,
  changes: Partial<AccountUpdate>,
) {
  return keeper.ask('account.update', updateOf(await openAccount(central, keeper, account), changes));
}

/** Lines of the audit about an account, oldest first. */
export const auditOf = ({ context }: Pick<TestCentral, 'context'>, subject: string) =>
  context.db.selectFrom('audit_log').selectAll().where('subject', '=', subject).orderBy('seq').execute();

const LINK = ['id', 'account_id', 'purpose', 'requested_at', 'used_at', 'voided_at'] as const;

/**
 * Everything that an act upon accounts may write, a row a line; two equal pictures mean that nothing was
 * written. When mails leave is the outbox's affair.
 */
export async function picture({ context: { db } }: Pick<TestCentral, 'context'>): Promise<string> {
  const tables = await Promise.all([
    db.selectFrom('accounts').selectAll().orderBy('id').execute(),
    db.selectFrom('account_links').select(LINK).orderBy('id').execute(),
    db.selectFrom('mail_outbox').select(['id', 'to_address', 'template']).orderBy('id').execute(),
    db.selectFrom('schools').selectAll().orderBy('id').execute(),
    db.selectFrom('policies').selectAll().execute(),
    db.selectFrom('imports').selectAll().orderBy('id').execute(),
  ]);
  return tables
    .flat()
    .map((row) => JSON.stringify(row))
    .join('\n');
}

/** Statuses of answers that came in any order, lowest first. */
export const statusesOf = (answers: readonly { readonly status: number }[]): number[] =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other);
