import { Checkbox, Radio } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import type { Wiring } from './field-frame.tsx';
import classes from './form.module.css';

export interface Option {
  readonly code: string;
  readonly label: string;
}

interface RadioProps {
  readonly options: readonly Option[];
  readonly value: string;
  readonly required: boolean;
  readonly wiring: Wiring;
  readonly onChoose: (code: string) => void;
}

/** One of several, as large rows: the whole row is the target. */
export function RadioRows({ options, value, required, wiring, onChoose }: RadioProps) {
  return (
    <div
      role="radiogroup"
      className={classes['rows']}
      aria-labelledby={wiring.labelId}
      aria-describedby={wiring.described}
      aria-required={required}
      aria-invalid={wiring.invalid}
    >
      {options.map(({ code, label }) => (
        <label key={code} className={classes['row']}>
          <Radio
            name={wiring.id}
            value={code}
            checked={value === code}
            error={wiring.invalid}
            onChange={() => onChoose(code)}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}

interface CheckProps {
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly described?: string;
  readonly invalid: boolean;
  readonly onToggle: (code: string) => void;
  /** What opens in place under a ticked row. */
  readonly under?: (code: string) => ReactNode;
}

/** Any number of several, as large rows; stands inside a group that has its own label. */
export function CheckRows({ options, values, described, invalid, onToggle, under }: CheckProps) {
  return (
    <div className={classes['rows']}>
      {options.map(({ code, label }) => (
        <Fragment key={code}>
          <label className={classes['row']}>
            <Checkbox
              value={code}
              checked={values.includes(code)}
              error={invalid}
              aria-invalid={invalid}
              aria-describedby={described}
              onChange={() => onToggle(code)}
            />
            <span>{label}</span>
          </label>
          {under !== undefined && values.includes(code) && under(code)}
        </Fragment>
      ))}
    </div>
  );
}
