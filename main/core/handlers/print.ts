import { fail, ok } from '../../../shared/failure.ts';
import { caseView } from '../cases/case-view.ts';
import { clockAt } from '../cases/clock.ts';
import { sha256 } from '../cases/make-operation.ts';
import { actorOf, findVisible } from '../cases/save-act.ts';
import type { CoreContext } from '../context.ts';
import { printDocument } from '../print/print-document.ts';
import type { Serves } from './handler.ts';

/** 學生通報紀錄表 and 學生追蹤紀錄表. */
export const printHandlers = ({ gate }: CoreContext): Serves<'print.get'> => ({
  'print.get': async ({ caseId, form }) => {
    const session = gate.getSession();
    const actor = actorOf(session);
    if (!actor.ok) return actor;
    const found = findVisible(session, caseId);
    if (found === undefined) return fail('NOT_FOUND');
    const { today, now } = clockAt(session.sync.centralNow());
    const document = printDocument({
      form,
      caseView: caseView(session, found.c, actor.value, today),
      schoolName: session.account.school?.name ?? '',
      printedBy: session.account.name,
      now,
      sha256,
    });
    return document === null ? fail('NOT_FOUND') : ok(document);
  },
});
