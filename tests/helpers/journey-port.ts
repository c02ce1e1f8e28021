import type { Server } from 'node:net';

/** Below the ports that systems give to outgoing connections, so that a port given up can be had again. */
const FIRST = 20_000;
const COUNT = 9000;
const TRIES = 200;

const listenAt = (server: Server, port: number): Promise<boolean> =>
  new Promise((done, failed) => {
    const taken = (fault: NodeJS.ErrnoException): void => {
      server.off('listening', free);
      if (fault.code === 'EADDRINUSE' || fault.code === 'EACCES') done(false);
      else failed(fault);
    };
    const free = (): void => {
      server.off('error', taken);
      done(true);
    };
    server.once('error', taken);
    server.once('listening', free);
    server.listen(port, '127.0.0.1');
  });

/** Listens on loopback at this port, or at any; gives the port. Throws when none can be had. */
export async function freeListen(server: Server, wanted?: number): Promise<number> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = wanted ?? FIRST + Math.floor(Math.random() * COUNT);
    if (await listenAt(server, port)) return port;
  }
  throw new Error('no port to be had');
}
