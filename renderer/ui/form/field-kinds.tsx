import { createElement, type FunctionComponent, type ReactNode } from 'react';
import type { FieldKind, FieldProps } from './field-props.ts';
import { ChoiceField } from './fields/choice-field.tsx';
import { ChoicesField } from './fields/choices-field.tsx';
import { CopyField } from './fields/copy-field.tsx';
import { DateField } from './fields/date-field.tsx';
import { DateTimeField } from './fields/date-time-field.tsx';
import { GroupedChoicesField } from './fields/grouped-choices-field.tsx';
import { LongTextField } from './fields/long-text-field.tsx';
import { PhoneField } from './fields/phone-field.tsx';
import { TextField } from './fields/text-field.tsx';
import { YesNoField } from './fields/yes-no-field.tsx';

type Kinds = { readonly [K in FieldKind]: FunctionComponent<FieldProps<K>> };

/** How each kind of field is drawn. */
const KINDS = {
  text: TextField,
  longText: LongTextField,
  phone: PhoneField,
  date: DateField,
  dateTime: DateTimeField,
  choice: ChoiceField,
  choices: ChoicesField,
  groupedChoices: GroupedChoicesField,
  copy: CopyField,
  yesNo: YesNoField,
} as const satisfies Kinds;

/** The control of a field with its label, hint and messages. */
export function drawKind<K extends FieldKind>(kind: K, props: FieldProps<K>): ReactNode {
  const kinds: Kinds = KINDS;
  return createElement<FieldProps<K>>(kinds[kind], props);
}
