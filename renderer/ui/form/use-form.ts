import { useCallback, useRef, useState } from 'react';
import type { FieldFailure } from '../../../shared/failure.ts';
import {
  checkForm,
  type CheckedForm,
  type FormContext,
  type FormMode,
} from '../../../shared/forms/check-form.ts';
import { fieldsOf, type FieldDef, type FormDef } from '../../../shared/forms/form.ts';
import type { FormValues } from '../../../shared/forms/values.ts';
import { applyChange } from './apply-change.ts';
import { closerDateProblem } from './typed-date.ts';

/** A form being filled in: its answers as typed, and what is wrong with them. */
export interface FormApi {
  readonly form: FormDef;
  readonly values: FormValues;
  /** 離校種類 of the case, for choices that depend on it. */
  readonly category: string;
  /** All that is wrong for 提交 now, in the order of the form; then what the core refused. */
  readonly problems: readonly FieldFailure[];
  /** What stands below the field now: after leaving it, after 提交, or as the core refused it. */
  readonly problemOf: (field: FieldDef) => FieldFailure | undefined;
  readonly change: (patch: FormValues) => void;
  /** The person has left the field. */
  readonly leave: (id: string) => void;
  /** Shows all problems, as 提交 does. */
  readonly showAll: () => void;
  /** Shows what the core found wrong, until the field is changed. */
  readonly refuse: (failures: readonly FieldFailure[]) => void;
  /** Answers as they are stored, with what is wrong in this mode. */
  readonly check: (mode: FormMode) => CheckedForm;
}

const without = (failures: readonly FieldFailure[], patch: FormValues) =>
  failures.filter((failure) => !Object.hasOwn(patch, failure.path));

/** Holds the answers of one form; `initial` counts once. `onChange` is told of each change. */
export function useForm(
  form: FormDef,
  initial: FormValues,
  context: FormContext,
  onChange?: (values: FormValues) => void,
): FormApi {
  const [values, setValues] = useState(initial);
  // Two changes in one event must not undo each other.
  const latest = useRef(initial);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const [refused, setRefused] = useState<readonly FieldFailure[]>([]);

  const closer = (failures: readonly FieldFailure[]) => {
    const fields = new Map(fieldsOf(form).map((field) => [field.id, field]));
    return failures.map((failure) => {
      const field = fields.get(failure.path);
      return field === undefined ? failure : closerDateProblem(field, values[failure.path], failure);
    });
  };
  const check = (mode: FormMode): CheckedForm => {
    const checked = checkForm(form, values, mode, context);
    return { ...checked, failures: closer(checked.failures) };
  };
  const own = check('complete').failures;
  const problems = [...own, ...refused.filter(({ path }) => own.every((failure) => failure.path !== path))];
  const problemOf = (field: FieldDef) => {
    const found = own.find(({ path }) => path === field.id);
    if (found !== undefined && (all || left.has(field.id) || found.code === 'textTooLong')) return found;
    return refused.find(({ path }) => path === field.id);
  };
  const change = (patch: FormValues) => {
    const next = applyChange(form, latest.current, patch);
    latest.current = next;
    setValues(next);
    setRefused((failures) => without(failures, patch));
    onChange?.(next);
  };
  const leave = useCallback((id: string) => {
    setLeft((before) => (before.has(id) ? before : new Set([...before, id])));
  }, []);
  const showAll = useCallback(() => setAll(true), []);

  return {
    form,
    values,
    category: context.category,
    problems,
    problemOf,
    change,
    leave,
    showAll,
    refuse: setRefused,
    check,
  };
}
