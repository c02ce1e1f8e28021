import { useText } from '../../bridge/text.ts';
import { DayField } from '../../ui/form/day-field.tsx';
import { LineField } from '../../ui/form/line-field.tsx';
import type { Typed } from '../../ui/form/use-typed.ts';
import type { TypedLetter } from './decision.ts';
import css from './account-approval.module.css';

interface Props {
  readonly form: Typed<TypedLetter>;
  readonly change: (patch: Partial<TypedLetter>) => void;
}

/** 文號／日期 of the official letter, which 核准 needs [A:70–75]. */
export function LetterFields({ form, change }: Props) {
  const t = useText();
  return (
    <div className={css['letter']} role="group" aria-label={t('letter.title')}>
      <LineField
        id="letterNumber"
        label={t('letter.number')}
        hint={t('letter.hint')}
        required
        value={form.values.letterNumber}
        problem={form.problemOf('letterNumber')}
        onChange={(letterNumber) => change({ letterNumber })}
        onLeave={() => form.leave('letterNumber')}
      />
      <DayField
        id="letterDate"
        label={t('letter.date')}
        required
        value={form.values.letterDate}
        problem={form.problemOf('letterDate')}
        onChange={(letterDate) => change({ letterDate })}
        onLeave={() => form.leave('letterDate')}
      />
    </div>
  );
}
