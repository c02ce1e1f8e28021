import { audit } from '../audit/audit.ts';
import type { Session } from '../auth/session.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';

/** What was done to whom; `schoolId` is that of the account acted upon, so that its 主通 can read it. */
interface Act {
  readonly action: string;
  readonly subject: string | null;
  readonly schoolId: string | null;
  readonly fields?: readonly string[];
}

/** Writes the line of an act that went through, last in its transaction. */
export const auditAct = (
  trx: Db,
  context: Pick<CentralContext, 'now'>,
  session: Pick<Session, 'accountId' | 'sessionId'>,
  { action, subject, schoolId, fields = [] }: Act,
): Promise<void> =>
  audit(trx, {
    at: isoNow(context),
    accountId: session.accountId,
    sessionId: session.sessionId,
    schoolId,
    action,
    subject,
    fields,
    outcome: 'ok',
  });
