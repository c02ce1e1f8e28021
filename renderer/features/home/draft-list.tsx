import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Draft } from '../../../shared/contract/core.ts';
import type { Failure } from '../../../shared/failure.ts';
import { placeOfDraft } from '../../bridge/draft-place.ts';
import { useNavigation } from '../../bridge/navigation.tsx';
import { useCoreAct } from '../../bridge/queries.ts';
import { useFormat, useText } from '../../bridge/text.ts';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import css from './home.module.css';

/** 草稿 to go on with. A deleted one can be brought back as long as the page is open. */
export function DraftList({ drafts }: { readonly drafts: readonly Draft[] }) {
  const t = useText();
  const { removed, failure, remove, bringBack } = useRemoval();
  if (drafts.length === 0 && removed === null) return null;
  return (
    <section className={css['group']} aria-labelledby="desk-drafts">
      <h3 id="desk-drafts" className={css['heading']}>
        {t('home.drafts')}
        <span className={css['count']}>{t('home.count', { count: drafts.length })}</span>
      </h3>
      {failure === null ? null : <FailureNotice failure={failure} />}
      {removed === null ? null : (
        <Notice
          tone="info"
          action={
            <Button variant="default" size="compact-md" onClick={bringBack}>
              {t('home.undo')}
            </Button>
          }
        >
          {t('home.draftDeleted')}
        </Notice>
      )}
      <ul className={css['lines']}>
        {drafts.map((draft) => (
          <DraftLine key={draft.draftId} draft={draft} onRemove={() => remove(draft)} />
        ))}
      </ul>
    </section>
  );
}

function DraftLine({ draft, onRemove }: { readonly draft: Draft; readonly onRemove: () => void }) {
  const t = useText();
  const format = useFormat();
  const { href } = useNavigation();
  const name = draft.student?.name ?? t('home.noName');
  const what = t(`home.draft.${draft.kind}`);
  return (
    <li className={css['draft']}>
      <a className={css['line']} href={href(placeOfDraft(draft))}>
        <span className={css['name']}>{name}</span>
        <span className={css['kind']}>
          {t(`regime.${draft.regime}`)} · {draft.action === null ? what : t(`action.${draft.action}`)}
        </span>
        <span className={css['saved']}>{t('home.savedAt', { time: format.dateTime(draft.savedAt) })}</span>
        <span className={css['act']}>{t('home.goOn')}</span>
      </a>
      <Button
        variant="default"
        size="compact-md"
        className={css['remove']}
        aria-label={t('home.deleteNamed', { name })}
        onClick={onRemove}
      >
        {t('home.delete')}
      </Button>
    </li>
  );
}

function useRemoval() {
  const [removed, setRemoved] = useState<Draft | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const deleting = useCoreAct('draft.delete');
  const putting = useCoreAct('draft.put');
  const remove = async (draft: Draft): Promise<void> => {
    const result = await deleting.act({ draftId: draft.draftId });
    setFailure(result.ok ? null : result.failure);
    setRemoved(result.ok ? draft : null);
  };
  const bringBack = async (): Promise<void> => {
    if (removed === null) return;
    const { savedAt: _, ...draft } = removed;
    const result = await putting.act(draft);
    setFailure(result.ok ? null : result.failure);
    if (result.ok) setRemoved(null);
  };
  return { removed, failure, remove, bringBack };
}
