import { useText } from '../../bridge/text.ts';
import classes from './form.module.css';

export interface Answer {
  readonly id: string;
  readonly label: string;
  /** Empty: shown as a dash. */
  readonly text: string;
}

/** Labels and values, read-only. What people wrote is text and nothing else. */
export function Answers({ rows }: { readonly rows: readonly Answer[] }) {
  const t = useText();
  return (
    <dl className={classes['answers']}>
      {rows.map(({ id, label, text }) => [
        <dt key={`${id} label`}>{label}</dt>,
        <dd key={`${id} value`}>{text === '' ? t('form.empty') : text}</dd>,
      ])}
    </dl>
  );
}
