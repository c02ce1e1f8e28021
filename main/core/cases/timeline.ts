import type { TimelineItem } from '../../../shared/contract/core.ts';
import { apply } from '../../../shared/domain/case/apply.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { LogEntry } from '../../../shared/domain/case/operation.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import type { Session } from '../auth/session.ts';
import type { LogLine } from '../vault/overlay.ts';
import { deliveryOf } from './delivery.ts';

/** The case's log as people read it: each act with the state before and after. */
export function timelineOf(
  regime: Regime,
  lines: readonly LogLine[],
  session: Pick<Session, 'sync'>,
): TimelineItem[] {
  const items: TimelineItem[] = [];
  let now: Case | null = null;
  for (const line of lines) {
    const before: Case | null = now;
    if (line.applied) now = apply(regime, before, line.entry);
    // What was refused before there was a case is told in the outbox.
    if (now !== null) items.push(itemOf(regime, line, before, now, session));
  }
  return items;
}

function itemOf(
  regime: Regime,
  { entry, outbox, applied }: LogLine,
  before: Case | null,
  after: Case,
  session: Pick<Session, 'sync'>,
): TimelineItem {
  const { operation, commit } = entry;
  const target = regime.actions[operation.kind]?.moves[before?.state ?? 'NONE'];
  return {
    opId: operation.opId,
    action: operation.kind,
    occurredAt: operation.occurredAt,
    committedAt: commit?.at ?? null,
    actorName: operation.actor.name,
    actorRoles: operation.actor.roles,
    delivery: outbox === null ? 'received' : deliveryOf(outbox, session),
    stateBefore: before?.state ?? null,
    stateAfter: after.state,
    followed: applied && target !== undefined && target !== after.state,
    ...payloadOf(entry),
  };
}

function payloadOf({ operation: { payload } }: LogEntry): Pick<TimelineItem, 'values' | 'recordId'> {
  return {
    values: 'values' in payload ? payload.values : {},
    recordId: 'recordId' in payload ? payload.recordId : null,
  };
}
