import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from './durable-file.ts';

const Device = z.object({ deviceId: z.uuid() });

/**
 * The UUID of this installation for this operating-system user; made at the first start. A file that
 * cannot be read as such is replaced: the new number is simply a new device to central.
 */
export async function getDeviceId(folder: string): Promise<string> {
  const path = join(folder, 'device.json');
  const known = await readDevice(path);
  if (known) return known;
  const deviceId = randomUUID();
  await writeDurably(path, JSON.stringify({ deviceId } satisfies z.infer<typeof Device>));
  return deviceId;
}

async function readDevice(path: string): Promise<string | undefined> {
  try {
    const parsed = Device.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data.deviceId : undefined;
  } catch {
    return undefined;
  }
}
