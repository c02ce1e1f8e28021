import { IsoDate } from '../../../shared/domain/calendar/iso-date.ts';
import { parseRocDate } from '../../../shared/domain/calendar/roc-date-parse.ts';
import type { FieldFailure } from '../../../shared/failure.ts';
import { DateInput } from './date-input.tsx';
import { FieldFrame } from './field-frame.tsx';
import { dateText, dateValue } from './typed-date.ts';

interface Props {
  /** Name of the field in failures; `focusField` finds it by this. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** The day, or the text as typed while it is none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
  readonly problem: FieldFailure | undefined;
}

/** A typed day that can not be read, named closely: 「日期不存在」, a western year … */
export function closerDayProblem(value: string, problem: FieldFailure | undefined): FieldFailure | undefined {
  if (problem === undefined || IsoDate.safeParse(value).success) return problem;
  const { path } = problem;
  const parsed = parseRocDate(value);
  if (parsed.ok) return problem;
  return { path, code: parsed.code, ...(parsed.detail ? { detail: { ...parsed.detail } } : {}) };
}

/** A day in 民國 of a form that is no case form. */
export function DayField(props: Props) {
  const { id, label, hint, required = false, value, onChange, onLeave, problem } = props;
  return (
    <div data-field={id} onBlur={onLeave}>
      <FieldFrame label={label} hint={hint} required={required} problem={closerDayProblem(value, problem)}>
        {(wiring) => (
          <DateInput
            wiring={wiring}
            required={required}
            text={dateText(value)}
            onType={(typed) => onChange(dateValue(typed))}
          />
        )}
      </FieldFrame>
    </div>
  );
}
