import { DateInput } from '../date-input.tsx';
import { FieldFrame } from '../field-frame.tsx';
import { oneOf, type FieldProps } from '../field-props.ts';
import { dateText, dateValue } from '../typed-date.ts';

/** A day in 民國. What can not be read as a day stays as typed. */
export function DateField(props: FieldProps<'date'>) {
  return (
    <FieldFrame {...props}>
      {(wiring) => (
        <DateInput
          wiring={wiring}
          required={props.required}
          text={dateText(oneOf(props.value))}
          onType={(typed) => props.change(dateValue(typed))}
        />
      )}
    </FieldFrame>
  );
}
