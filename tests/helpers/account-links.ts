import type { FastifyInstance } from 'fastify';
import type { AccountRow } from '../../central/accounts/account-row.ts';
import { tellAccount } from '../../central/accounts/tell.ts';
import type { MailTemplate } from '../../central/mail/queue.ts';
import type { Awaited } from '../../shared/domain/account/account-state.ts';
import { putState } from './account-states.ts';
import type { TestCentral } from './central.ts';
import { tokenIn } from './mailbox.ts';

const WAITING = {
  invited: ['approved', 'setPassword'],
  resetting: ['reset', 'reset'],
  reenabled: ['enabled', 'verify'],
} as const satisfies Record<string, readonly [MailTemplate, Awaited]>;

export type WaitingState = keyof typeof WAITING;

export const accountRow = ({ context }: TestCentral, account: string): Promise<AccountRow> =>
  context.db.selectFrom('accounts').selectAll().where('account', '=', account).executeTakeFirstOrThrow();

/** Puts an account into a state that waits for a link and lets its mail leave; gives the link's path. */
export async function linkFor(central: TestCentral, account: string, state: WaitingState): Promise<string> {
  const { db } = central.context;
  await putState(db, account, state);
  const row = await accountRow(central, account);
  const [template, purpose] = WAITING[state];
  await db.transaction().execute((trx) => tellAccount(trx, central.context, row, template, purpose));
  return `/account/link/${tokenIn(await central.newestMailTo(row.email))}`;
}

export const visit = (app: FastifyInstance, path: string) => app.inject({ method: 'GET', url: path });

/** Sends a form as a browser does. */
export const sendForm = (app: FastifyInstance, path: string, fields: Readonly<Record<string, string>> = {}) =>
  app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

export const setPassword = (app: FastifyInstance, path: string, password: string, repeat = password) =>
  sendForm(app, path, { password, repeat });
