/** A condition on other answers of the same form; conditions in a list must all hold. */
export type Condition =
  { readonly field: string; readonly is: string } | { readonly field: string; readonly includes: string };

/** Days that the case gives: 入學日期, 離校日期 and 填報日期. */
export type DateFact = 'enrolledOn' | 'leftOn' | 'filedOn';

interface FieldBase {
  /** Key in the values; label `field.<id>`, optional hint `hint.<id>`. */
  readonly id: string;
  /** 必填; a condition makes it so only while it holds. */
  readonly required: boolean | Condition;
  /** Asked only while the condition holds; the value of a hidden field is not kept. */
  readonly shown?: Condition;
  /** Columns of four that the field takes on paper. */
  readonly span?: 1 | 2 | 4;
}

export interface TextField extends FieldBase {
  readonly kind: 'text' | 'longText';
  /** Unicode code points, spaces and line breaks included (domain §1.11). */
  readonly max: number;
}
export interface PhoneField extends FieldBase {
  readonly kind: 'phone';
}
export interface DateField extends FieldBase {
  /** `date`: YYYY-MM-DD; `dateTime`: ISO instant. */
  readonly kind: 'date' | 'dateTime';
  readonly notFuture?: true;
  /** Not before the day that another answer or the case gives. */
  readonly notBefore?: { readonly field: string } | DateFact;
}
/** Codes of a table: label `<table>.<code>`. */
export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly table: string;
  readonly codes: readonly string[] | { readonly byCategory: Readonly<Record<string, readonly string[]>> };
}
export interface ChoicesField extends FieldBase {
  readonly kind: 'choices';
  readonly table: string;
  readonly codes: readonly string[];
  /** A code that excludes the others, e.g. 一般生. */
  readonly exclusive?: string;
}
/** Choices under headings (label `<groupTable>.<group>`); at least one from the group `mainGroupField` names. */
export interface GroupedChoicesField extends FieldBase {
  readonly kind: 'groupedChoices';
  readonly table: string;
  readonly groupTable: string;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly mainGroupField: string;
  /** The text field that opens in place under a code (「其他」). */
  readonly other: Readonly<Record<string, string>>;
}
/** A check box that copies answers: 同監護人. Holds 'yes' or nothing. */
export interface CopyField extends FieldBase {
  readonly kind: 'copy';
  /** target field → source field */
  readonly copies: Readonly<Record<string, string>>;
}
/** 是／否; holds 'yes' or 'no'. */
export interface YesNoField extends FieldBase {
  readonly kind: 'yesNo';
}

/** A field kind is an input, an output and a text: review page, timeline and print show a value alike. */
export type FieldDef =
  | TextField
  | PhoneField
  | DateField
  | ChoiceField
  | ChoicesField
  | GroupedChoicesField
  | CopyField
  | YesNoField;

/** Heading `section.<id>`; fields two by two where `pairs` is set. */
export interface SectionDef {
  readonly id: string;
  readonly pairs?: true;
  readonly fields: readonly FieldDef[];
}

/** One window of the wizard; title `page.<id>`. */
export interface PageDef {
  readonly id: string;
  readonly sections: readonly SectionDef[];
}

/** A form as data: drawn by the window, checked there and at central by the same checkForm(). */
export interface FormDef {
  readonly id: string;
  readonly version: string;
  readonly pages: readonly PageDef[];
}

export const fieldsOf = (form: FormDef): readonly FieldDef[] =>
  form.pages.flatMap((page) => page.sections.flatMap((section) => section.fields));

/** One page, one section: the small form of an act. */
export const smallForm = (id: string, fields: readonly FieldDef[]): FormDef => ({
  id,
  version: '1',
  pages: [{ id, sections: [{ id, fields }] }],
});
