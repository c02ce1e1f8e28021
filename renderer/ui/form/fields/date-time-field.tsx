import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../bridge/text.ts';
import { DateInput } from '../date-input.tsx';
import { FieldFrame } from '../field-frame.tsx';
import { oneOf, type FieldProps } from '../field-props.ts';
import classes from '../form.module.css';
import { dateTimeText, dateTimeValue } from '../typed-date.ts';

/** A 民國 day and a time in Taipei, side by side. */
export function DateTimeField(props: FieldProps<'dateTime'>) {
  const t = useText();
  const shown = dateTimeText(oneOf(props.value));
  const [typedTime, setTypedTime] = useState<string | null>(null);
  const time = typedTime ?? shown.time;
  return (
    <FieldFrame {...props} group>
      {(wiring) => (
        <div
          role="group"
          className={classes['twoInputs']}
          aria-labelledby={wiring.labelId}
          aria-describedby={wiring.described}
        >
          <DateInput
            wiring={wiring}
            required={props.required}
            ariaLabel={`${props.label}　${t('form.datePart')}`}
            text={shown.date}
            onType={(date) => props.change(dateTimeValue({ date, time }))}
          />
          <TextInput
            value={time}
            placeholder="HH:mm"
            inputMode="numeric"
            error={wiring.invalid}
            aria-label={`${props.label}　${t('form.timePart')}`}
            aria-required={props.required}
            attributes={{ input: wiring.aria }}
            autoComplete="off"
            onChange={(event) => {
              const typed = event.currentTarget.value;
              setTypedTime(typed);
              props.change(dateTimeValue({ date: shown.date, time: typed }));
            }}
            onBlur={() => setTypedTime(null)}
          />
        </div>
      )}
    </FieldFrame>
  );
}
