import { fieldsOf, type FormDef } from '../../../shared/forms/form.ts';
import type { FormValues } from '../../../shared/forms/values.ts';

/** A missing key is an empty field, so emptied ones go. */
const withoutEmpty = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.length > 0));

/**
 * Answers after a change. A ticked copy (同監護人) copies at once and goes on copying while its
 * source changes; whoever types another answer into the copy unticks it by that.
 */
export function applyChange(form: FormDef, values: FormValues, patch: FormValues): FormValues {
  const next = { ...values, ...patch };
  for (const field of fieldsOf(form)) {
    if (field.kind !== 'copy' || next[field.id] !== 'yes') continue;
    const ticked = patch[field.id] === 'yes';
    for (const [target, source] of Object.entries(field.copies)) {
      if (!ticked && patch[target] !== undefined) next[field.id] = '';
      else next[target] = next[source] ?? '';
    }
  }
  return withoutEmpty(next);
}
