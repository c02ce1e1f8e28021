import type { StateRow } from '../../../shared/domain/case/state.ts';
import { STATE_ICONS } from './state-icons.ts';
import css from './tone.module.css';

/** A state as icon and word and colour. The word is the caller's: `state.<regime>.<code>`. */
export function StateWord({ row, word }: { readonly row: StateRow; readonly word: string }) {
  const Icon = STATE_ICONS[row.icon];
  return (
    <span className={css['word']} data-tone={row.tone} data-struck={row.struck}>
      <Icon size="1.1em" aria-hidden />
      <span>{word}</span>
    </span>
  );
}
