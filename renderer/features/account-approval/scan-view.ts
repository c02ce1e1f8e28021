import { useState } from 'react';
import type { StoredFile } from '../../../shared/contract/account-shapes.ts';

/** How a scan is looked at. `zoom` 1 fits the width; `turn` in degrees. */
export interface ScanView {
  readonly file: number;
  /** Counted from 1. */
  readonly page: number;
  readonly zoom: number;
  readonly turn: 0 | 90 | 180 | 270;
}

export const FIRST_VIEW: ScanView = { file: 0, page: 1, zoom: 1, turn: 0 };

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

export type ScanAct = 'zoomIn' | 'zoomOut' | 'fitWidth' | 'turn' | 'nextPage' | 'previousPage';

const TURNS = { 0: 90, 90: 180, 180: 270, 270: 0 } as const;

/** Where each act leads. The pages of all files are one row: after the last page comes the next file. */
export function viewAfter(
  view: ScanView,
  act: ScanAct,
  files: readonly Pick<StoredFile, 'pages'>[],
): ScanView {
  const pages = files[view.file]?.pages ?? 1;
  switch (act) {
    case 'zoomIn':
      return { ...view, zoom: ZOOMS.find((zoom) => zoom > view.zoom) ?? view.zoom };
    case 'zoomOut':
      return { ...view, zoom: ZOOMS.findLast((zoom) => zoom < view.zoom) ?? view.zoom };
    case 'fitWidth':
      return { ...view, zoom: 1 };
    case 'turn':
      return { ...view, turn: TURNS[view.turn] };
    case 'nextPage':
      if (view.page < pages) return { ...view, page: view.page + 1 };
      return view.file + 1 < files.length ? { ...view, file: view.file + 1, page: 1 } : view;
    case 'previousPage':
      if (view.page > 1) return { ...view, page: view.page - 1 };
      return view.file > 0 ? { ...view, file: view.file - 1, page: files[view.file - 1]?.pages ?? 1 } : view;
    default:
      return act satisfies never;
  }
}

/** How one request's scans are looked at. */
export function useScanView(files: readonly StoredFile[]) {
  const [view, setView] = useState(FIRST_VIEW);
  return {
    view,
    act: (act: ScanAct) => setView((now) => viewAfter(now, act, files)),
    open: (file: number) => setView((now) => ({ ...now, file, page: 1 })),
  };
}
