import { caseRow } from '../../main/core/cases/case-row.ts';
import type { CaseView, Delivery, TimelineItem } from '../../shared/contract/core.ts';
import type { Actor } from '../../shared/domain/account/account.ts';
import { mayChangeRecord } from '../../shared/domain/case/allowed-actions.ts';
import { apply } from '../../shared/domain/case/apply.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { suggestedReason } from '../../shared/domain/case/conditions.ts';
import type { LogEntry } from '../../shared/domain/case/operation.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import { REGIMES } from '../../shared/regime/regimes.ts';
import { anActor, committed, operationsTo, TODAY, type CaseParts } from './case-builders.ts';

const deliveryOf = ({ commit }: LogEntry): Delivery => (commit === null ? 'waiting' : 'received');

function itemOf(regime: Regime, before: Case | null, after: Case, entry: LogEntry): TimelineItem {
  const { operation, commit } = entry;
  const moved = regime.actions[operation.kind]?.moves[before?.state ?? 'NONE'];
  return {
    opId: operation.opId,
    action: operation.kind,
    occurredAt: operation.occurredAt,
    committedAt: commit?.at ?? null,
    actorName: operation.actor.name,
    actorRoles: operation.actor.roles,
    delivery: deliveryOf(entry),
    stateBefore: before?.state ?? null,
    stateAfter: after.state,
    followed: moved !== after.state,
    values: 'values' in operation.payload ? operation.payload.values : {},
    recordId: 'recordId' in operation.payload ? operation.payload.recordId : null,
  };
}

/** A case as the core shows it to one account on TODAY, folded from its log by the shared rules. */
export function viewOf(log: readonly LogEntry[], actor: Actor = anActor('PRIMARY')): CaseView {
  let now: Case | null = null;
  const timeline: TimelineItem[] = [];
  for (const entry of log) {
    const payload = entry.operation.payload;
    const rules: Regime = REGIMES[now?.regime ?? ('regime' in payload ? payload.regime : 'senior-high')];
    const after: Case | null = apply(rules, now, entry);
    if (after === null) continue;
    timeline.push(itemOf(rules, now, after, entry));
    now = after;
  }
  if (now === null) throw new RangeError('the log opens no case');
  const c: Case = now;
  const regime = REGIMES[c.regime];
  return {
    row: caseRow(c, actor, TODAY, log.every((entry) => entry.commit !== null) ? 'received' : 'waiting'),
    revision: c.revision,
    student: c.student,
    values: c.values,
    suggestedReason: suggestedReason(regime, c),
    tracking: c.tracking
      .filter((record) => !record.deleted)
      .map((record) => ({
        recordId: record.id,
        authorName: record.author.name,
        sent: record.sent,
        writtenAt: record.writtenAt,
        delivery: 'received',
        values: record.values,
        mayChange: mayChangeRecord(regime, c, record.id, actor),
      })),
    timeline,
  };
}

/** A case brought to a state by committed operations, as one account sees it. */
export const aView = (parts: CaseParts = {}, actor?: Actor): CaseView =>
  viewOf(committed(operationsTo(parts)), actor);
