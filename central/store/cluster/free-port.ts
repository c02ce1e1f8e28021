import { createServer } from 'node:net';

const tryPort = (port: number, host: string): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? null) : null));
    });
  });

/** The wished port when it is free, else any free one. Another program may still be faster. */
export async function findFreePort(wished = 0, host = '127.0.0.1'): Promise<number> {
  const port = (await tryPort(wished, host)) ?? (await tryPort(0, host));
  if (port === null) throw new Error(`no free port on ${host}`);
  return port;
}
