import { z } from 'zod';
import { ACTIONS, type CaseAct } from '../../shared/domain/case/action.ts';
import { RegimeId } from '../../shared/regime/regime-id.ts';

const WITHOUT_SHEET: readonly string[] = ['save', 'submit', 'saveTracking', 'sendTracking', 'deleteTracking'];
const isAct = (action: string): action is CaseAct => !WITHOUT_SHEET.includes(action);

/** What stands in the path of an address; another path leads nowhere. */
export const OfRegime = z.object({ regime: RegimeId });
export const OfCase = z.object({ caseId: z.uuid() });
export const OfPrint = OfCase.extend({ form: z.enum(['report', 'tracking']) });

/** What may stand behind `?`; anything else is passed over. */
export const WithDraft = z.object({ draftId: z.uuid().optional().catch(undefined) });
export const WithOpen = z.object({
  open: z
    .enum(['tracking', ...ACTIONS.filter(isAct)])
    .optional()
    .catch(undefined),
});
