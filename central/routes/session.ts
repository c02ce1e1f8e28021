import { confirmSignIn } from '../auth/confirm.ts';
import { endSession, refreshSession } from '../auth/refresh.ts';
import { signIn } from '../auth/sign-in.ts';
import type { CentralContext } from '../context.ts';
import { getSession, type CentralHandler } from '../http/handlers.ts';

export const createSession =
  (context: CentralContext): CentralHandler<'session.create'> =>
  (input) =>
    signIn(context, input);

export const confirmSession =
  (context: CentralContext): CentralHandler<'session.confirm'> =>
  (input) =>
    confirmSignIn(context, input);

export const refreshSessionRoute =
  (context: CentralContext): CentralHandler<'session.refresh'> =>
  (input) =>
    refreshSession(context, input.refreshToken);

export const endSessionRoute =
  (context: CentralContext): CentralHandler<'session.end'> =>
  (_input, caller) =>
    endSession(context, getSession(caller));
