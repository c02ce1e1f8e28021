import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findWindowBounds, fitBounds, type WindowBounds } from '../../../main/shell/window-bounds.ts';

const saved: WindowBounds = { x: 2000, y: 50, width: 1200, height: 700, maximized: false };
const primary = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1920, height: 1040 };

describe('where the window opens', () => {
  it('where it stood, while that screen is there', () => {
    expect(fitBounds(saved, [primary, second])).toEqual({ x: 2000, y: 50, width: 1200, height: 700 });
  });

  it('in the default size where the remembered place is off every screen', () => {
    expect(fitBounds(saved, [primary])).toEqual({ width: 1366, height: 768 });
    expect(fitBounds({ ...saved, y: -500 }, [primary, second])).toEqual({ width: 1366, height: 768 });
  });

  it('no larger than a small screen', () => {
    const small = { x: 0, y: 0, width: 1093, height: 574 };
    expect(fitBounds(undefined, [small])).toEqual({ width: 1093, height: 574 });
  });

  it('remembered in a file, which may be damaged', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'xuelu-bounds-')), 'window.json');
    expect(findWindowBounds(path)).toBeUndefined();
    for (const text of [
      '',
      '{}',
      JSON.stringify({ ...saved, width: 1e9 }),
      JSON.stringify({ ...saved, x: 'a' }),
    ]) {
      await writeFile(path, text);
      expect(findWindowBounds(path)).toBeUndefined();
    }
    await writeFile(path, JSON.stringify(saved));
    expect(findWindowBounds(path)).toEqual(saved);
  });
});
