import type { Socket } from 'node:net';
import { CONTRACT_HEADER, CONTRACT_VERSION } from '../../shared/contract/version.ts';

/** Bytes that are no HTTP get the same shape of answer as everything else, then the line is cut. */
export function refuseRaw(_fault: unknown, socket: Socket): void {
  const body = JSON.stringify({ failure: { code: 'INVALID_INPUT' } });
  const head = [
    'HTTP/1.1 400 Bad Request',
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `${CONTRACT_HEADER}: ${CONTRACT_VERSION}`,
    'connection: close',
  ].join('\r\n');
  if (socket.writable) socket.end(`${head}\r\n\r\n${body}`);
  else socket.destroy();
}
