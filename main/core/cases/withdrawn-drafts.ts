import type { Draft } from '../../../shared/contract/core.ts';
import type { Operation } from '../../../shared/domain/case/operation.ts';
import { regimeOfLog } from '../vault/overlay.ts';
import type { Store } from '../vault/store.ts';

/**
 * What was typed in operations that are withdrawn, as drafts to go on with: the last filing, for each
 * holds the whole content, then every tracking record. Other acts carry a line or two; they stay in
 * the vault with their operation.
 */
export function draftsOf(
  store: Store,
  operations: readonly Operation[],
  newId: () => string,
  savedAt: string,
): Draft[] {
  const [first] = operations;
  if (first === undefined) return [];
  const { caseId } = first;
  const known = store.listLines(caseId).map(({ entry }) => entry);
  const regime = regimeOfLog(known);
  if (regime === undefined) return [];
  const base = {
    regime,
    caseId,
    action: null,
    baseRevision: store.findCase(caseId)?.revision ?? 0,
    step: 0,
    savedAt,
  };
  const filing = operations.findLast(({ kind }) => kind === 'save' || kind === 'submit');
  const records = operations.filter(({ kind }) => kind === 'saveTracking' || kind === 'sendTracking');
  return [...(filing === undefined ? [] : [filing]), ...records].map(({ kind, payload }) => ({
    ...base,
    draftId: newId(),
    kind: kind === 'save' || kind === 'submit' ? ('filing' as const) : ('tracking' as const),
    student: 'student' in payload ? payload.student : null,
    values: 'values' in payload ? payload.values : {},
  }));
}
