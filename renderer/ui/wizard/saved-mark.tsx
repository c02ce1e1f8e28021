import { failureSentence } from '../../bridge/failure-text.ts';
import { useFormat, useText } from '../../bridge/text.ts';
import type { SavedState } from '../form/use-draft.ts';
import classes from './wizard.module.css';

/** 「已暫存 14:32」 beside the title; when a save fails, why. */
export function SavedMark({ saved }: { readonly saved: SavedState }) {
  const t = useText();
  const format = useFormat();
  if (saved.failure !== null)
    return (
      <span className={classes['saved']} role="alert">
        {t('wizard.notSaved', { sentence: failureSentence(t, saved.failure) })}
      </span>
    );
  return saved.savedAt === null ? null : (
    <span className={classes['saved']}>{t('wizard.saved', { time: format.time(saved.savedAt) })}</span>
  );
}
