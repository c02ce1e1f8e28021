import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findPlace } from '../../../../central/store/cluster/place.ts';

/** Somebody who owns nothing here. */
const LENT = { uid: 54_321, gid: 54_321 };
const posix = process.platform !== 'win32';

let root = '';
let native = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'xuelu-place-'));
  chmodSync(root, 0o755);
  native = join(root, 'native');
  mkdirSync(join(native, 'bin'), { recursive: true });
  writeFileSync(join(native, 'bin', 'postgres'), 'the server');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const place = (dir: string) => findPlace(dir, LENT, native, join(root, 'shared'));

describe('where the embedded PostgreSQL lives', () => {
  test('as ourselves: in the data folder, with the package’s programs', () => {
    const dir = join(root, 'a', 'b');
    expect(findPlace(dir, null, native)).toEqual({ home: dir, data: join(dir, 'postgres'), native });
    expect(existsSync(dir)).toBe(true);
  });

  test.runIf(posix)('as root in an open folder: there too, and the lent account may pass through', () => {
    const dir = join(root, 'data');
    mkdirSync(dir, { mode: 0o700 });
    expect(place(dir)).toEqual({ home: dir, data: join(dir, 'postgres'), native });
    expect(statSync(dir).mode & 0o777).toBe(0o711);
  });

  test.runIf(posix)('as root in a private folder: in a shared one, the same at every start', () => {
    const closed = join(root, 'private');
    mkdirSync(closed, { mode: 0o700 });
    const one = place(join(closed, 'data'));
    expect(one.home.startsWith(join(root, 'shared', 'data-'))).toBe(true);
    expect(existsSync(join(one.native, 'bin', 'postgres'))).toBe(true);
    expect(place(join(closed, 'data'))).toEqual(one);
    expect(place(join(closed, 'other')).home).not.toBe(one.home);
  });

  test.runIf(posix)('what belonged to a temporary folder goes with it; no other data ever go', () => {
    const closed = join(root, 'private');
    mkdirSync(closed, { mode: 0o700 });
    const gone = place(join(closed, 'gone'));
    const elsewhere = place(join(closed, 'elsewhere'));
    writeFileSync(join(elsewhere.home, 'belongs-to'), '/srv/a-disk-that-is-not-mounted');
    rmSync(join(closed, 'gone'), { recursive: true });
    place(join(closed, 'new'));
    expect(existsSync(gone.home)).toBe(false);
    expect(existsSync(elsewhere.home)).toBe(true);
  });
});
