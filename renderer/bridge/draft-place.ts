import type { Draft } from '../../shared/contract/core.ts';
import { placeOfAct } from './act-place.ts';
import type { Place } from './navigation.tsx';

/** Where one goes on with a draft: the wizard, the tracking window or the sheet of the act. */
export function placeOfDraft(draft: Draft): Place {
  const { kind, regime, caseId, draftId, baseRevision, action } = draft;
  if (kind === 'filing') {
    return baseRevision === 0 ? { page: 'newCase', regime, draftId } : { page: 'editCase', caseId, draftId };
  }
  if (kind === 'tracking') return { page: 'case', caseId, open: 'tracking' };
  return action === null ? { page: 'case', caseId } : placeOfAct(action, caseId);
}
