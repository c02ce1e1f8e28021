/** The papers that a case can be printed as. */
export const PAPER_KINDS = ['report', 'tracking'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** One printable form; title `paper.<id>`, signature boxes `sign.<box>`. */
export interface PaperDef {
  readonly id: string;
  readonly version: string;
  readonly boxes: readonly string[];
}
