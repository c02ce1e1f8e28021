import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findRuntime } from '../../../scripts/runtime/find.mjs';

const NAMES: Partial<Record<NodeJS.Platform, string>> = { win32: 'electron.exe' };

describe('finding the Electron to run', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.runIf(process.platform !== 'darwin')('takes an installed official one first, and says so', async () => {
    const dist = await mkdtemp(join(tmpdir(), 'xuelu-electron-'));
    const executable = join(dist, NAMES[process.platform] ?? 'electron');
    await writeFile(executable, '');
    await writeFile(join(dist, 'version'), 'v45.4.1\n');
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', dist);
    vi.stubEnv('XUELU_RUNTIME', '');
    const said: string[] = [];
    const runtime = await findRuntime({ allowTrial: true, log: (line) => void said.push(line) });
    expect(runtime).toMatchObject({ executable, version: '45.4.1', kind: 'official' });
    expect(said).toEqual([`Electron 45.4.1 (official): ${executable}`]);
  });

  it('never gives the old trial runtime to a command that may not use it', async () => {
    vi.stubEnv('XUELU_RUNTIME', 'trial');
    await expect(findRuntime({ allowTrial: false, log: () => undefined })).rejects.toThrow('not allowed');
  });
});
