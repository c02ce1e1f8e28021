import { ok } from '../../shared/failure.ts';
import { describeAccount } from '../auth/account.ts';
import { beginTotp, disableTotp, enableTotp } from '../auth/second-factor.ts';
import type { CentralContext } from '../context.ts';
import { getSession, type CentralHandler } from '../http/handlers.ts';

/** 個人資訊 [A:1135–1169] */
export const getProfile =
  (context: CentralContext): CentralHandler<'profile.get'> =>
  async (_input, caller) =>
    ok(await describeAccount(context.db, getSession(caller)));

export const beginTotpRoute =
  (context: CentralContext): CentralHandler<'totp.begin'> =>
  (_input, caller) =>
    beginTotp(context, getSession(caller));

export const enableTotpRoute =
  (context: CentralContext): CentralHandler<'totp.enable'> =>
  (input, caller) =>
    enableTotp(context, getSession(caller), input.code);

export const disableTotpRoute =
  (context: CentralContext): CentralHandler<'totp.disable'> =>
  (input, caller) =>
    disableTotp(context, getSession(caller), input);
