import { Checkbox } from '@mantine/core';
import { oneOf, type FieldProps } from '../field-props.ts';
import classes from '../form.module.css';

/** 同監護人: copies at once and goes on copying while it is ticked (see applyChange). */
export function CopyField({ label, hint, value, change }: FieldProps<'copy'>) {
  const ticked = oneOf(value) === 'yes';
  return (
    <label className={classes['row']}>
      <Checkbox checked={ticked} onChange={() => change(ticked ? '' : 'yes')} />
      <span>{hint === undefined ? label : `${label}　${hint}`}</span>
    </label>
  );
}
