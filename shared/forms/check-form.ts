import type { FieldFailure } from '../failure.ts';
import { checkField, type FormContext } from './check-field.ts';
import { isRequired, isShown } from './condition.ts';
import { fieldsOf, type FormDef } from './form.ts';
import type { FormValues } from './values.ts';

export type { FormContext } from './check-field.ts';

/**
 * `complete` demands every required field (提交); `partial` takes what is there so far (暫存, draft)
 * and still refuses what could never be stored: unknown fields and codes, forbidden characters,
 * too long a text.
 */
export type FormMode = 'complete' | 'partial';

export interface CheckedForm {
  /** Normalised answers: hidden fields gone, texts in NFC, phones in their usual form. */
  readonly values: FormValues;
  /** In the order of the form; empty when all is well. */
  readonly failures: readonly FieldFailure[];
}

/** Checks answers against a form; the same in the window and at central. */
export function checkForm(
  form: FormDef,
  answers: FormValues,
  mode: FormMode,
  context: FormContext,
): CheckedForm {
  const fields = fieldsOf(form);
  const known = new Set(fields.map((field) => field.id));
  const failures: FieldFailure[] = Object.keys(answers)
    .filter((id) => !known.has(id))
    .map((id) => ({ path: id, code: 'unknownField' }));
  const values: FormValues = {};
  for (const field of fields) {
    const answer = answers[field.id];
    if (!isShown(field, answers) || answer === undefined || answer.length === 0) continue;
    const checked = checkField(field, answer, mode, { ...context, answers });
    if (checked.ok) {
      if (checked.value.length > 0) values[field.id] = checked.value;
    } else {
      values[field.id] = answer;
      failures.push({ path: field.id, ...checked.problem });
    }
  }
  if (mode === 'complete') {
    const missing = fields.filter((field) => isRequired(field, answers) && values[field.id] === undefined);
    failures.push(...missing.map((field) => ({ path: field.id, code: 'required' })));
  }
  const order = fields.map((field) => field.id);
  return { values, failures: failures.toSorted((a, b) => order.indexOf(a.path) - order.indexOf(b.path)) };
}
