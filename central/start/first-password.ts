import { randomInt } from 'node:crypto';
import { checkPassword, isListedPassword } from '../../shared/domain/account/password-check.ts';

/** Letters, digits and signs that are not taken for one another when read from a screen. */
const CHARACTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789#%+=?@';
const LENGTH = 20;

const draw = (): string =>
  Array.from({ length: LENGTH }, () => CHARACTERS.charAt(randomInt(CHARACTERS.length))).join('');

/** A random password of about 119 bits that keeps all rules of an administrator's (domain §1.4.11). */
export function drawPassword(account: string): string {
  for (;;) {
    const password = draw();
    const owner = { account, roles: ['ADMIN' as const] };
    if (checkPassword(password, owner, isListedPassword).length === 0) return password;
  }
}
