import { getAccount } from '../accounts/get.ts';
import { listAccounts } from '../accounts/list.ts';
import { createOfficer } from '../accounts/officer.ts';
import { resendMail } from '../accounts/resend.ts';
import { resetSecondFactor } from '../accounts/reset-second-factor.ts';
import { updateAccount } from '../accounts/update.ts';
import type { CentralContext } from '../context.ts';
import { getSession, type CentralHandlers } from '../http/handlers.ts';

type Served =
  | 'account.list'
  | 'account.get'
  | 'account.update'
  | 'account.resend'
  | 'account.resetSecondFactor'
  | 'officer.create';

/** 帳號管理 */
export const accountRoutes = (context: CentralContext): Pick<CentralHandlers, Served> => ({
  'account.list': (input, caller) => listAccounts(context, getSession(caller), input),
  'account.get': ({ accountId }, caller) => getAccount(context, getSession(caller), accountId),
  'account.update': (input, caller) => updateAccount(context, getSession(caller), input),
  'account.resend': ({ accountId }, caller) => resendMail(context, getSession(caller), accountId),
  'account.resetSecondFactor': ({ accountId }, caller) =>
    resetSecondFactor(context, getSession(caller), accountId),
  'officer.create': (input, caller) => createOfficer(context, getSession(caller), input),
});
