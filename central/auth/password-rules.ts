import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import {
  checkPassword,
  cleanPassword,
  isListedPassword,
} from '../../shared/domain/account/password-check.ts';
import { PASSWORD_HISTORY, type PasswordRule } from '../../shared/domain/account/password-rule.ts';
import type { Role } from '../../shared/domain/account/role.ts';
import type { CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import { verifyPassword } from './password.ts';

/** Whose password is judged. */
export interface PasswordHolder {
  readonly id: string;
  readonly account: string;
  readonly roles: readonly Role[];
  readonly name: string;
  readonly email: string;
  readonly password_hash: string | null;
}

/** Below it a password falls to fewer than a million guesses. */
const SCORE = 2;
/** Signs that are looked at; what is longer is not guessed. */
const LOOKED_AT = 64;

let estimator: ZxcvbnFactory | null = null;

/** Made once, when first needed: the lists take their time. */
const getEstimator = (): ZxcvbnFactory =>
  (estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: LOOKED_AT }));

/** Easy to guess, or public information about its holder (rule 2 of domain §1.4.11). */
const isCommonFor =
  ({ account, name, email }: PasswordHolder) =>
  (password: string): boolean =>
    isListedPassword(password) ||
    getEstimator().check(password.slice(0, LOOKED_AT), [account, name, email.split('@')[0] ?? '']).score <
      SCORE;

/** The present setting and those before it, three in all. */
async function findEarlier(db: Db, { id, password_hash }: PasswordHolder): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('account_passwords')
    .select('hash')
    .where('account_id', '=', id)
    .orderBy('set_at', 'desc')
    .limit(PASSWORD_HISTORY)
    .execute();
  const hashes = [...(password_hash === null ? [] : [password_hash]), ...rows.map(({ hash }) => hash)];
  return [...new Set(hashes)].slice(0, PASSWORD_HISTORY);
}

async function isUsed(context: CentralContext, holder: PasswordHolder, password: string): Promise<boolean> {
  for (const hash of await findEarlier(context.db, holder))
    if (await verifyPassword(hash, password, context.passwordCost)) return true;
  return false;
}

/**
 * 密碼設立規則 [A:1227–1243]: all rules that a new password breaks, in the order of the check list; none
 * when it may be set. Takes as long as Argon2 for each of the last three settings.
 */
export async function judgePassword(
  context: CentralContext,
  holder: PasswordHolder,
  password: string,
): Promise<readonly PasswordRule[]> {
  const { value } = cleanPassword(password);
  const broken = checkPassword(value, holder, isCommonFor(holder));
  // No earlier one is so long; Argon2 need not look at a book.
  if (value === '' || broken.includes('passwordLength')) return broken;
  return (await isUsed(context, holder, value)) ? [...broken, 'passwordUsed'] : broken;
}
