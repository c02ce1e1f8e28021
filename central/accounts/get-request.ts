import type { z } from 'zod';
import type { CentralDoor } from '../../shared/contract/central.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import type { Session } from '../auth/session.ts';
import type { CentralContext } from '../context.ts';
import { auditAct } from './audit-act.ts';
import { requestDetailOf } from './describe-request.ts';
import { findReviewed } from './request-scope.ts';

type Detail = z.input<CentralDoor['request.get']['output']>;

/** The request with the data typed and its scans; who read it is written down. */
export const getRequest = (
  context: CentralContext,
  session: Session,
  requestId: string,
): Promise<Result<Detail>> =>
  context.db.transaction().execute(async (trx) => {
    const found = await findReviewed(trx, session, requestId);
    if (found === undefined) return fail('NOT_FOUND');
    const detail = await requestDetailOf(trx, found, session.accountId);
    await auditAct(trx, context, session, {
      action: 'request.get',
      subject: found.request.account_id,
      schoolId: found.request.school_id,
      fields: ['account', 'name', 'email', 'phone', ...detail.files.map(({ kind }) => kind)],
    });
    return ok(detail);
  });
