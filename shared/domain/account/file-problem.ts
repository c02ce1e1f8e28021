/**
 * Why a scan is not taken (security 7.32–7.34). Stands as `reason` in the detail of FILE_REFUSED, with
 * the file's `name`; text `fileProblem.<code>`.
 */
export const FILE_PROBLEMS = [
  'missing',
  'unexpected',
  'empty',
  'tooLarge',
  'type',
  'mixed',
  'damaged',
  'encrypted',
  'active',
  'pages',
  'dimensions',
  'unreadable',
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];
