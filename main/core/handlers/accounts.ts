import { ACCOUNT_ROWS } from '../../../shared/contract/account-rows.ts';
import type { CentralRow } from '../../../shared/contract/central-row.ts';
import type { CentralDoor } from '../../../shared/contract/central.ts';
import { SessionAccount } from '../../../shared/domain/account/account.ts';
import { fail, type Result } from '../../../shared/failure.ts';
import type { z } from 'zod';
import type { Session } from '../auth/session.ts';
import { plain } from '../api/call-result.ts';
import { createCentralClient } from '../api/central-client.ts';
import { ACCOUNT_CALLS, type AccountCall } from '../calls.ts';
import type { CoreContext } from '../context.ts';
import type { Serves } from './handler.ts';

/** Scans travel slowly over a school's line: ten minutes. */
const FILES_LIMIT_MS = 600_000;

type Given<K extends AccountCall> = z.input<CentralDoor[K]['input']>;
type Got<K extends AccountCall> = Result<z.output<CentralDoor[K]['output']>>;

/**
 * The account flows (domain §1.4): only central can decide them, so each call goes there as it came,
 * in the person's name or, before signing in, in nobody's. Without a network they fail with OFFLINE.
 */
export const accountHandlers = (context: CoreContext): Serves<AccountCall> => ({
  ...(Object.fromEntries(
    ACCOUNT_CALLS.map((name) => [name, (input: never) => pass(context, name, input)]),
  ) as Serves<AccountCall>),
  'password.change': (input) => changePassword(context, input),
});

async function pass<K extends AccountCall>(context: CoreContext, name: K, input: Given<K>): Promise<Got<K>> {
  const { access, body, output }: CentralRow = ACCOUNT_ROWS[name];
  const options = body === 'files' ? { limit: FILES_LIMIT_MS } : {};
  if (access === 'public') {
    const { settings, parts } = context;
    if (settings.centralUrl === null) return fail('CENTRAL_UNKNOWN');
    const client = createCentralClient(settings.centralUrl, parts.transport, () => parts.now());
    return plain(await client.call(name, input, options));
  }
  const session = context.gate.getSession();
  const answer = signInCanWait(session, plain(await session.access.call(name, input, options)));
  if (answer.ok && output === SessionAccount) describe(session, answer.value);
  return answer;
}

/** Without central nobody can sign in again, so it is the line that has to be told. */
const signInCanWait = <T>({ sync }: Session, answer: Result<T>): Result<T> =>
  !answer.ok && answer.failure.code === 'SIGNED_OUT' && sync.isUnreachable ? fail('OFFLINE') : answer;

/** Calls whose answer is one's own account: the session shows it at once. */
function describe(session: Session, value: unknown): void {
  const account = SessionAccount.safeParse(value);
  if (account.success) session.describe(account.data);
}

/** 修改密碼: what central has taken opens the vault without central, too, and what waited for it goes on. */
async function changePassword(
  context: CoreContext,
  input: Given<'password.change'>,
): Promise<Got<'password.change'>> {
  const session = context.gate.getSession();
  const answer = await pass(context, 'password.change', input);
  if (answer.ok) await session.adoptPassword(input.next);
  return answer;
}
