import type { Condition, FieldDef } from './form.ts';
import { codesOf, textOf, type FormValues } from './values.ts';

/** Whether a condition on other answers holds. */
export const holds = (condition: Condition, values: FormValues): boolean =>
  'is' in condition
    ? textOf(values, condition.field) === condition.is
    : codesOf(values, condition.field).includes(condition.includes);

export const isShown = (field: FieldDef, values: FormValues): boolean =>
  field.shown === undefined || holds(field.shown, values);

export const isRequired = (field: FieldDef, values: FormValues): boolean =>
  isShown(field, values) &&
  (typeof field.required === 'boolean' ? field.required : holds(field.required, values));
