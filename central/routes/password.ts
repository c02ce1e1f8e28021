import { changePassword } from '../auth/change-password.ts';
import { forgetPassword } from '../auth/forget.ts';
import type { CentralContext } from '../context.ts';
import { getSession, type CentralHandler } from '../http/handlers.ts';

export const forgetPasswordRoute =
  (context: CentralContext): CentralHandler<'password.forget'> =>
  (input) =>
    forgetPassword(context, input);

export const changePasswordRoute =
  (context: CentralContext): CentralHandler<'password.change'> =>
  (input, caller) =>
    changePassword(context, getSession(caller), input);
