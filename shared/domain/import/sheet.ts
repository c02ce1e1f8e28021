/** Rows of a list below its head, bytes of its file, columns, characters of one cell. */
export const SHEET_ROWS_MAX = 5000;
export const SHEET_BYTES_MAX = 10 * 1024 * 1024;
export const SHEET_COLUMNS_MAX = 50;
export const SHEET_CELL_MAX = 1000;

/**
 * Why a list is not read at all (security 7.32). Stands as `reason` in the detail of FILE_REFUSED with
 * the file's `name`; text `sheetProblem.<code>`.
 */
export const SHEET_PROBLEMS = [
  'empty',
  'tooLarge',
  'type',
  'encrypted',
  'damaged',
  'encoding',
  'bomb',
  'rows',
  'cells',
  'slow',
] as const;
export type SheetProblem = (typeof SHEET_PROBLEMS)[number];
