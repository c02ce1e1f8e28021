import type { ReactNode } from 'react';
import type { FieldFailure } from '../../../shared/failure.ts';
import type { FieldDef } from '../../../shared/forms/form.ts';
import type { FieldValue } from '../../../shared/forms/values.ts';
import type { FormApi } from './use-form.ts';

export type FieldKind = FieldDef['kind'];

/** The definition of a field of one kind. */
export type FieldOf<K extends FieldKind> = FieldDef & { readonly kind: K };

/** What every kind of field is drawn from. */
export interface FieldProps<K extends FieldKind> {
  readonly field: FieldOf<K>;
  readonly api: FormApi;
  readonly label: string;
  readonly hint: string | undefined;
  readonly required: boolean;
  readonly value: FieldValue | undefined;
  /** What is wrong, as it is to be shown now. */
  readonly problem: FieldFailure | undefined;
  readonly change: (value: FieldValue) => void;
  /** Draws another field of the form in place, with its own label and messages. */
  readonly draw: (fieldId: string) => ReactNode;
}

/** Text of a value that holds one text or code. */
export const oneOf = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');

/** Codes of a value that holds several. */
export const manyOf = (value: FieldValue | undefined): readonly string[] =>
  Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value];
