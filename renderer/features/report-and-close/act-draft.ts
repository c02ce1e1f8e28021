import type { Draft } from '../../../shared/contract/core.ts';
import type { CaseAct } from '../../../shared/domain/case/action.ts';

/** What was typed into the form of an act before. */
export type ActDraft = Pick<Draft, 'draftId' | 'values' | 'savedAt'>;

export const findActDraft = (drafts: readonly Draft[], caseId: string, act: CaseAct): ActDraft | null =>
  drafts.find((draft) => draft.kind === 'act' && draft.caseId === caseId && draft.action === act) ?? null;
