import { fail, ok } from '../../../shared/failure.ts';
import type { CoreContext } from '../context.ts';
import type { Serves } from './handler.ts';

type Calls = 'draft.put' | 'draft.list' | 'draft.get' | 'draft.delete';

/** 草稿: what is being typed, kept as typed, checked by nobody and sent nowhere. */
export const draftHandlers = ({ gate, parts, emit }: CoreContext): Serves<Calls> => ({
  'draft.put': async (draft) => {
    const savedAt = new Date(parts.now()).toISOString();
    gate.getSession().store.putDraft({ ...draft, savedAt });
    emit({ event: 'draft.changed', id: draft.draftId });
    return ok({ savedAt });
  },
  'draft.list': async () => ok({ drafts: [...gate.getSession().store.listDrafts()] }),
  'draft.get': async ({ draftId }) => {
    const draft = gate.getSession().store.findDraft(draftId);
    return draft === undefined ? fail('NOT_FOUND') : ok(draft);
  },
  'draft.delete': async ({ draftId }) => {
    gate.getSession().store.deleteDraft(draftId);
    emit({ event: 'draft.changed', id: draftId });
    return ok({});
  },
});
