import { ok } from '../../../shared/failure.ts';
import type { CoreContext } from '../context.ts';
import type { Serves } from './handler.ts';

type Calls = 'session.get' | 'session.touch' | 'session.signIn' | 'session.confirm' | 'session.signOut';

/** 登入, 登出, and who is here. That `session.touch` prolongs, stands in the table of calls. */
export const sessionHandlers = ({ gate }: CoreContext): Serves<Calls> => ({
  'session.get': async () => ok(gate.view()),
  'session.touch': async () => ok(gate.view()),
  'session.signIn': ({ account, password, captcha }) => gate.signIn({ account, password }, captcha),
  'session.confirm': ({ code }) => gate.confirm(code),
  'session.signOut': async () => ok(await gate.signOut()),
});
