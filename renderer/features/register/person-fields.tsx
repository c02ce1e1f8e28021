import { useText } from '../../bridge/text.ts';
import { LineField } from '../../ui/form/line-field.tsx';
import type { Typed } from '../../ui/form/use-typed.ts';
import type { Entries } from './entries.ts';
import css from './register.module.css';

/** 姓名, 帳號, 電子信箱, 連絡電話: each judged when it is left, by the rules that central uses. */
const FIELDS = [
  { id: 'name', inputMode: 'text' },
  { id: 'account', inputMode: 'text' },
  { id: 'email', inputMode: 'email' },
  { id: 'phone', inputMode: 'tel' },
] as const;

export function PersonFields({ typed }: { readonly typed: Typed<Entries> }) {
  const t = useText();
  return (
    <div className={css['pairs']}>
      {FIELDS.map(({ id, inputMode }) => (
        <LineField
          key={id}
          id={id}
          label={t(`register.${id}`)}
          hint={t(`register.${id}Hint`)}
          required
          value={typed.values[id]}
          onChange={(text) => typed.change({ [id]: text })}
          onLeave={() => typed.leave(id)}
          problem={typed.problemOf(id)}
          inputMode={inputMode}
        />
      ))}
    </div>
  );
}
