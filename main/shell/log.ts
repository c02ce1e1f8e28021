import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import electronLog from 'electron-log/node';
import type { Failure } from '../../shared/failure.ts';

const MAX_BYTES = 1024 * 1024;

/** The shell's log: what happened, never what somebody typed or whom it was about [security 4]. */
export interface Log {
  note(line: string): void;
  /** Writes a fault under a new id and returns the failure that carries it to the person. */
  fault(where: string, fault: unknown): Failure;
}

/** Logs to `main.log` in the folder (one older file is kept), unpackaged also to the terminal. */
export function createLog(folder: string, toTerminal: boolean): Log {
  const logger = electronLog.create({ logId: 'shell' });
  logger.transports.file.resolvePathFn = () => join(folder, 'main.log');
  logger.transports.file.maxSize = MAX_BYTES;
  logger.transports.file.format = '{y}-{m}-{d} {h}:{i}:{s}.{ms} [{level}] {text}';
  logger.transports.console.level = toTerminal ? 'info' : false;

  return {
    note: (line) => logger.info(line),
    fault: (where, fault) => {
      const reportId = randomBytes(4).toString('hex');
      logger.error(`fault ${reportId} in ${where}: ${describeFault(fault)}`);
      return { code: 'UNEXPECTED', detail: { reportId } };
    },
  };
}

/** Kind, code and place of a fault; its message is left out, because it may quote personal data. */
export function describeFault(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const code = 'code' in fault && typeof fault.code === 'string' ? ` ${fault.code}` : '';
  const places = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${fault.name}${code}`, ...places.slice(0, 12)].join('\n');
}
