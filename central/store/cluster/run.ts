import { spawn } from 'node:child_process';
import type { OsAccount } from './os-account.ts';

/** How a program ended and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs one of the server's programs to its end, under the lent account. Never throws for its exit code. */
export const run = (program: string, args: readonly string[], account: OsAccount | null): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...account,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      env: { ...process.env, LC_ALL: 'C' },
    });
    const output: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.on('error', reject);
    // `exit`, not `close`: pg_ctl may leave a grandchild that keeps the pipes open.
    child.on('exit', (code) => resolve({ code, output: output.join('') }));
  });
