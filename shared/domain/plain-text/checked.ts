/** What fills the blanks of the sentence `check.<code>`. */
export type CheckDetail = Readonly<Record<string, string | number>>;

/** A typed value that passed, in the form in which it is stored. */
export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}

/** A typed value that did not pass; the text key of the reason is `check.<code>`. */
export interface Refused<Code extends string = string> {
  readonly ok: false;
  readonly code: Code;
  readonly detail?: CheckDetail;
}

/**
 * Outcome of checking what a person typed. Not `Result` of failure.ts: a check names one field's
 * fault and becomes a `FieldFailure` only where the form knows the field's path.
 */
export type Checked<T, Code extends string = string> = Accepted<T> | Refused<Code>;

export const accept = <T>(value: T): Accepted<T> => ({ ok: true, value });

export const refuse = <Code extends string>(code: Code, detail?: CheckDetail): Refused<Code> => ({
  ok: false,
  code,
  ...(detail ? { detail } : {}),
});
