import { lazy } from 'react';

/** Pages that nobody sees first: their code and fonts are read when one comes to them (P10). */
export const FileCasePage = lazy(() =>
  import('../features/file-case/file-case-page.tsx').then((file) => ({ default: file.FileCasePage })),
);
export const CasePage = lazy(() =>
  import('./pages/case-page.tsx').then((file) => ({ default: file.CasePage })),
);
export const PrintPage = lazy(() =>
  import('../features/print-forms/print-page.tsx').then((file) => ({ default: file.PrintPage })),
);
