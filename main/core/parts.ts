import { randomInt } from 'node:crypto';
import type { AxiosAdapter } from 'axios';
import { v7 } from 'uuid';
import { KDF_FLOOR, type KdfParameters } from './vault/key.ts';
import { openSqliteTables } from './vault/sqlite/sqlite-tables.ts';
import type { Tables } from './vault/tables.ts';

/** What the core takes from the world, so that a test or a simulator can own time, chance and network. */
export interface CoreParts {
  /** Milliseconds since 1970 by this computer's clock. */
  now(): number;
  /** UUIDv7. */
  newId(): string;
  /** From 0 up to but not including 1. */
  random(): number;
  /** Calls back once after so many milliseconds; the answer cancels it. */
  setTimer(act: () => void, ms: number): () => void;
  /** How requests travel; null for Node's own HTTP. */
  readonly transport: AxiosAdapter | null;
  /** Opens the tables of a vault file; throws VaultFault. */
  openTables(path: string, key: Buffer, options: { readonly check: boolean }): Tables;
  /** Argon2id for new wraps, and the least that an existing one must have. */
  readonly kdf: KdfParameters;
  readonly kdfFloor: KdfParameters;
  /** One line for the log: never what a person typed. */
  note(line: string): void;
}

const RANDOM_STEPS = 2 ** 32;

export const realParts: CoreParts = {
  now: () => Date.now(),
  newId: () => v7(),
  random: () => randomInt(RANDOM_STEPS) / RANDOM_STEPS,
  setTimer: (act, ms) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  transport: null,
  openTables: openSqliteTables,
  kdf: KDF_FLOOR,
  kdfFloor: KDF_FLOOR,
  note: (line) => void process.stderr.write(`core: ${line}\n`),
};
