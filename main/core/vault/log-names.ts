import type { Tables } from './tables.ts';

/**
 * Under which name the lines of the mirror in use lie in case_log. It is the epoch of the service or,
 * where the same epoch was fetched anew beside it because this account sees other cases now, the epoch
 * with a mark: the two take turns.
 */
export const logInUse = (tables: Tables): string => tables.meta.find('log') ?? epochInUse(tables);

/** The epoch of the mirror in use; before first contact there is none. */
export const epochInUse = ({ meta }: Tables): string => meta.find('epoch') ?? '';

/** Where a receipt of this epoch belongs. */
export const logOfReceipts = (tables: Tables, epoch: string): string =>
  epoch === epochInUse(tables) ? logInUse(tables) : epoch;

/** Where a mirror of this epoch is fetched beside the one in use. */
export const logBeside = (tables: Tables, epoch: string): string =>
  epoch === logInUse(tables) ? `${epoch}#` : epoch;
