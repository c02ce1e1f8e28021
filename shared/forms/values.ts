import { z } from 'zod';

/** What a field holds: text, a code, or several codes; a missing key is an empty field. */
export const FieldValue = z.union([z.string().max(4000), z.array(z.string().max(60)).max(60)]);
export type FieldValue = z.infer<typeof FieldValue>;

/** The answers of one form by field id. Only ids of the form are accepted by checkForm(). */
export const FormValues = z.record(z.string().max(60), FieldValue);
export type FormValues = z.infer<typeof FormValues>;

/** Text of a field; empty when absent or a list. */
export const textOf = (values: FormValues, id: string): string => {
  const value = values[id];
  return typeof value === 'string' ? value : '';
};

/** Codes of a field; a single code counts as a list of one, absent as none. */
export const codesOf = (values: FormValues, id: string): readonly string[] => {
  const value = values[id];
  if (Array.isArray(value)) return value;
  return value === undefined || value === '' ? [] : [value];
};
