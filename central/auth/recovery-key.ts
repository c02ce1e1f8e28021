import { hkdfSync } from 'node:crypto';
import type { Identity } from '../store/meta.ts';

const BYTES = 32;

/**
 * Half of what opens a vault whose password was forgotten or changed elsewhere, base64 of 32 bytes: the
 * same at each sign-in of this account on this device, and of no use without the device's own key
 * (security §2).
 */
export const recoveryKeyOf = (
  { secret }: Pick<Identity, 'secret'>,
  accountId: string,
  deviceId: string,
): string =>
  Buffer.from(
    hkdfSync('sha256', Buffer.from(secret, 'hex'), '', `recovery/v1|${accountId}|${deviceId}`, BYTES),
  ).toString('base64');
