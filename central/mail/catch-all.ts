import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { SmtpPlace } from './config.ts';

/** Mails that stay; older ones are removed. */
export const KEPT_MAILS = 500;
/** Bytes of one mail; ours have a few thousand. */
const MAX_BYTES = 1024 * 1024;
const ENDING = '.eml';

/** An SMTP service of our own that sends nothing on: it keeps each mail as a file. */
export interface CatchAll {
  readonly place: SmtpPlace;
  readonly close: () => Promise<void>;
}

/** Ids of the mails in a folder of the catch-all, newest first; none when there is no folder. */
export async function listCaught(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length))
    .sort()
    .reverse();
}

export const caughtFile = (folder: string, id: string): string => join(folder, id + ENDING);

async function collect(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return stream.sizeExceeded ? null : Buffer.concat(chunks);
}

let counted = 0;

async function keep(folder: string, mail: Buffer): Promise<void> {
  // Sorts by time, and by arrival within one millisecond.
  const count = String((counted += 1) % 1e6).padStart(6, '0');
  const id = `${String(Date.now()).padStart(15, '0')}-${count}-${randomBytes(4).toString('hex')}`;
  const partial = join(folder, `${id}.partial`);
  // Links in them open accounts: nobody else on this computer reads them.
  await writeFile(partial, mail, { mode: 0o600 });
  await rename(partial, caughtFile(folder, id));
  for (const old of (await listCaught(folder)).slice(KEPT_MAILS))
    await rm(caughtFile(folder, old), { force: true });
}

/** Listens on loopback, on a port that is free. */
export async function openCatchAll(folder: string): Promise<CatchAll> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MAX_BYTES,
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      collect(stream)
        .then((mail) =>
          mail === null ? done(new Error('too large')) : keep(folder, mail).then(() => done()),
        )
        .catch(() => done(new Error('not kept')));
    },
  });
  // A client that breaks off is its own affair.
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    place: { host: '127.0.0.1', port, secure: false, user: '', password: '' },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
