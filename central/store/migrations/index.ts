import type { Migration } from 'kysely/migration';
import { FIRST } from './0001-first.ts';
import { GUARDS } from './0002-guards.ts';
import { ACCOUNTS } from './0003-accounts.ts';

/** All migrations by name; the order is that of the names. A released one never changes. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-first': FIRST,
  '0002-guards': GUARDS,
  '0003-accounts': ACCOUNTS,
};
