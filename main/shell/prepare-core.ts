import { mkdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import type { StartMessage } from '../../shared/contract/start.ts';
import { CONTRACT_VERSION } from '../../shared/contract/version.ts';
import { getDeviceId } from './device-id.ts';
import { getDeviceKey } from './device-key.ts';
import { osKeyStore } from './key-store.ts';
import type { Log } from './log.ts';
import { policyPath, readPolicy } from './policy.ts';

export interface PreparedCore {
  readonly start: StartMessage;
  /** Path of the administrator's file when it had to be ignored. */
  readonly badPolicy: string | undefined;
}

/** Collects what the core needs from this computer before it can start. */
export async function prepareCore(userData: string, log: Log): Promise<PreparedCore> {
  const vaultDir = join(userData, 'vaults');
  await mkdir(vaultDir, { recursive: true, mode: 0o700 });

  const path = policyPath(process.platform, process.env);
  const [device, deviceId, policy] = await Promise.all([
    getDeviceKey(userData, osKeyStore()),
    getDeviceId(userData),
    readPolicy({ path, env: process.env, packaged: app.isPackaged }),
  ]);
  if (device.key === null) log.note(`no device key: ${device.reason}`);
  if (policy.fault) log.note(`policy ignored: ${policy.fault}`);

  return {
    start: {
      contractVersion: CONTRACT_VERSION,
      appVersion: app.getVersion(),
      vaultDir,
      deviceKey: device.key,
      deviceId,
      deviceName: hostname(),
      policyCentralUrl: policy.centralUrl,
    },
    badPolicy: policy.fault ? path : undefined,
  };
}
