/** One act of an import, as it is written into the audit. */
export interface Written {
  readonly action: string;
  readonly subject: string;
  readonly schoolId: string | null;
  readonly fields: readonly string[];
}
