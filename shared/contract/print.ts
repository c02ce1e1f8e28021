import { z } from 'zod';

const Pair = z.object({
  label: z.string(),
  value: z.string(),
  /** How many of the four columns of the sheet the pair takes. */
  span: z.union([z.literal(1), z.literal(2), z.literal(4)]),
});

/** One piece of a sheet. A `fields` block breaks between rows, a `record` block never inside its head. */
export const PrintBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  /** `tall` leaves room to write by hand. */
  z.object({ kind: z.literal('fields'), pairs: z.array(Pair), tall: z.boolean().optional() }),
  z.object({ kind: z.literal('record'), title: z.string(), pairs: z.array(Pair) }),
  z.object({ kind: z.literal('note'), text: z.string() }),
  z.object({ kind: z.literal('signatures'), boxes: z.array(z.string()).max(6) }),
  /** A field for a stamp 關防. */
  z.object({ kind: z.literal('stamp'), text: z.string() }),
]);
export type PrintBlock = z.infer<typeof PrintBlock>;

/**
 * A paper form ready to lay out: every value is text already (民國 dates, labels, not codes), so the
 * preview and the page cannot differ. A4 portrait.
 */
export const PrintDocument = z.object({
  formId: z.string(),
  formVersion: z.string(),
  title: z.string(),
  schoolName: z.string(),
  /** Empty on a paper that belongs to no case. */
  caseNumber: z.string(),
  /** Text of the QR code: case number, form version and content hash. */
  qr: z.string().max(300),
  contentHash: z.string(),
  /** 「離線列印，待系統確認」 when the service has not receipted the content (I15); else null. */
  watermark: z.string().nullable(),
  printedBy: z.string(),
  printedAt: z.string(),
  /** Proposed file name without folder. */
  fileName: z.string(),
  labels: z.object({
    caseNumber: z.string(),
    page: z.string(),
    printedAt: z.string(),
    printedBy: z.string(),
    formVersion: z.string(),
  }),
  blocks: z.array(PrintBlock).max(2000),
});
export type PrintDocument = z.infer<typeof PrintDocument>;
