import { z } from 'zod';

/** The first message to the core process: everything it needs from outside, from Electron or a test. */
export const StartMessage = z.object({
  contractVersion: z.number().int(),
  appVersion: z.string(),
  /** Absolute folder of the vaults; local, never roaming. */
  vaultDir: z.string(),
  /**
   * 32 random bytes in base64, kept by the operating system's key store (DK, security §2);
   * null where there is no key store: then nothing is kept on disk and the program works online only.
   */
  deviceKey: z.string().nullable(),
  /** UUID of this installation for this operating-system user. */
  deviceId: z.string(),
  deviceName: z.string(),
  /** Address of central from the administrator's policy file; null lets the user type it. */
  policyCentralUrl: z.string().nullable(),
});
export type StartMessage = z.infer<typeof StartMessage>;
