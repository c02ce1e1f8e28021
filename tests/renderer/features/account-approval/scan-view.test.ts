import { describe, expect, test } from 'vitest';
import {
  FIRST_VIEW,
  viewAfter,
  type ScanAct,
} from '../../../../renderer/features/account-approval/scan-view.ts';

const files = [{ pages: 2 }, { pages: 1 }];
const after = (...acts: ScanAct[]) => acts.reduce((view, act) => viewAfter(view, act, files), FIRST_VIEW);

describe('pages', () => {
  test('all files are one row of pages, and it has two ends', () => {
    expect(after('nextPage')).toMatchObject({ file: 0, page: 2 });
    expect(after('nextPage', 'nextPage')).toMatchObject({ file: 1, page: 1 });
    expect(after('nextPage', 'nextPage', 'nextPage')).toMatchObject({ file: 1, page: 1 });
    expect(after('nextPage', 'nextPage', 'previousPage')).toMatchObject({ file: 0, page: 2 });
    expect(after('previousPage')).toEqual(FIRST_VIEW);
  });

  test('zoom and turn stay while one pages', () => {
    expect(after('zoomIn', 'turn', 'nextPage')).toMatchObject({ zoom: 1.25, turn: 90, page: 2 });
  });
});

describe('zoom and turn', () => {
  test('in and out meet again, and both end', () => {
    expect(after('zoomIn', 'zoomIn', 'zoomOut')).toMatchObject({ zoom: 1.25 });
    expect(after(...Array<ScanAct>(20).fill('zoomIn'))).toMatchObject({ zoom: 4 });
    expect(after(...Array<ScanAct>(20).fill('zoomOut'))).toMatchObject({ zoom: 0.5 });
    expect(after('zoomIn', 'zoomIn', 'fitWidth')).toMatchObject({ zoom: 1 });
  });

  test('four turns are none', () => {
    expect(after('turn', 'turn', 'turn', 'turn')).toEqual(FIRST_VIEW);
  });
});
