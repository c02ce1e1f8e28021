import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeDurably } from '../../../main/shell/durable-file.ts';

describe('[security 5] files are written to .partial and renamed', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xuelu-file-'));
  });

  it('replaces an older file as a whole', async () => {
    const path = join(folder, 'a.pdf');
    await writeFile(path, 'an older and longer one');
    await writeDurably(path, Uint8Array.of(1, 2));
    expect(await readFile(path)).toEqual(Buffer.of(1, 2));
    expect(await readdir(folder)).toEqual(['a.pdf']);
  });

  it('leaves nothing half-written when it fails', async () => {
    const path = join(folder, 'a.pdf');
    await mkdir(join(path, 'in the way'), { recursive: true });
    await expect(writeDurably(path, 'x')).rejects.toMatchObject({ syscall: 'rename' });
    expect(await readdir(folder)).toEqual(['a.pdf']);
  });

  it('says that a folder is missing', async () => {
    await expect(writeDurably(join(folder, 'no', 'a.pdf'), 'x')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
