import { readFile } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import { z } from 'zod';

/** Larger than any real policy file (characters). */
const MAX_LENGTH = 64 * 1024;

/** HTTPS only; plain HTTP is for a central on this very computer (trial and tests). */
const CentralUrl = z
  .url({ protocol: /^https?$/ })
  .refine(isSafe)
  .transform(trimmed);

/** Unknown keys are ignored: an older program must live with a newer file. */
const Policy = z.object({ centralUrl: CentralUrl.optional() });

/** What the administrator decided; `fault` says in short words why a file was ignored. */
export interface PolicyState {
  readonly centralUrl: string | null;
  readonly fault: 'unreadable' | 'not a policy' | null;
}

/** Where the administrator's policy file lies on this system. */
export function policyPath(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') {
    return win32.join(env['ProgramData'] ?? 'C:\\ProgramData', 'Xuelu', 'policy.json');
  }
  const folder = platform === 'darwin' ? '/Library/Application Support/Xuelu' : '/etc/xuelu';
  return posix.join(folder, 'policy.json');
}

/**
 * Reads the policy. Unpackaged, `XUELU_CENTRAL_URL` stands for the file. No file is no fault; a bad one
 * is ignored as a whole, and the caller must show that.
 */
export async function readPolicy(from: {
  path: string;
  env: NodeJS.ProcessEnv;
  packaged: boolean;
}): Promise<PolicyState> {
  const given = from.packaged ? undefined : from.env['XUELU_CENTRAL_URL'];
  if (given) return parsePolicy(JSON.stringify({ centralUrl: given }));
  try {
    return parsePolicy(await readFile(from.path, 'utf8'));
  } catch (fault) {
    const missing = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
    return { centralUrl: null, fault: missing ? null : 'unreadable' };
  }
}

/** Reads the text of a policy file. */
export function parsePolicy(text: string): PolicyState {
  const bad = { centralUrl: null, fault: 'not a policy' } as const;
  if (text.length > MAX_LENGTH) return bad;
  try {
    // Windows editors like to put a byte-order mark in front.
    const parsed = Policy.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')));
    return parsed.success ? { centralUrl: parsed.data.centralUrl ?? null, fault: null } : bad;
  } catch {
    return bad;
  }
}

function isSafe(address: string): boolean {
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  if (username || password || search || hash) return false;
  return protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

function trimmed(address: string): string {
  return new URL(address).href.replace(/\/+$/, '');
}
