import type { CaseView, TrackingView } from '../../../shared/contract/core.ts';
import type { Actor } from '../../../shared/domain/account/account.ts';
import { mayChangeRecord } from '../../../shared/domain/case/allowed-actions.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { suggestedReason } from '../../../shared/domain/case/conditions.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import type { Session } from '../auth/session.ts';
import type { LogLine } from '../vault/overlay.ts';
import { caseRow } from './case-row.ts';
import { deliveryOf, mostUrgent } from './delivery.ts';
import { timelineOf } from './timeline.ts';

/** Everything about one case, as this person sees it today. */
export function caseView(
  session: Pick<Session, 'store' | 'sync'>,
  c: Case,
  actor: Actor,
  today: string,
): CaseView {
  const regime = REGIMES[c.regime];
  const lines = session.store.listLines(c.id);
  const delivery = mostUrgent(
    lines.flatMap(({ outbox }) => (outbox === null ? [] : [deliveryOf(outbox, session)])),
  );
  return {
    row: caseRow(c, actor, today, delivery),
    revision: c.revision,
    student: c.student,
    values: c.values,
    suggestedReason: suggestedReason(regime, c),
    tracking: trackingOf(c, lines, actor, session),
    timeline: timelineOf(regime, lines, session),
  };
}

function trackingOf(
  c: Case,
  lines: readonly LogLine[],
  actor: Actor,
  session: Pick<Session, 'sync'>,
): TrackingView[] {
  /** The line that last wrote a record. */
  const writer = (recordId: string): LogLine | undefined =>
    lines.findLast(
      ({ applied, entry: { operation } }) =>
        applied && 'recordId' in operation.payload && operation.payload.recordId === recordId,
    );
  return c.tracking
    .filter(({ deleted }) => !deleted)
    .map((record) => {
      const outbox = writer(record.id)?.outbox ?? null;
      return {
        recordId: record.id,
        authorName: record.author.name,
        sent: record.sent,
        writtenAt: record.writtenAt,
        delivery: outbox === null ? 'received' : deliveryOf(outbox, session),
        values: record.values,
        mayChange: mayChangeRecord(REGIMES[c.regime], c, record.id, actor),
      };
    });
}
