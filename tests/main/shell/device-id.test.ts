import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getDeviceId } from '../../../main/shell/device-id.ts';

const aFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'xuelu-device-'));
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the number of this installation', () => {
  it('stays the same from start to start, and differs between installations', async () => {
    const folder = await aFolder();
    const id = await getDeviceId(folder);
    expect(id).toMatch(UUID);
    expect(await getDeviceId(folder)).toBe(id);
    expect(await getDeviceId(await aFolder())).not.toBe(id);
  });

  it.each(['', '{', '{"deviceId":"x"}', '[]'])('is made anew from a damaged file (%j)', async (text) => {
    const folder = await aFolder();
    await writeFile(join(folder, 'device.json'), text);
    const id = await getDeviceId(folder);
    expect(id).toMatch(UUID);
    expect(await getDeviceId(folder)).toBe(id);
  });
});
