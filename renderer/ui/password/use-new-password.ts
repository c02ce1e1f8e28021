import { useState, type ClipboardEvent } from 'react';
import {
  checkPassword,
  cleanPassword,
  isListedPassword,
  passwordFailures,
  type PasswordOwner,
} from '../../../shared/domain/account/password-check.ts';
import type { PasswordRule } from '../../../shared/domain/account/password-rule.ts';
import type { FieldFailure } from '../../../shared/failure.ts';

export interface NewPassword {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

/** What is wrong with the three lines of 修改密碼: one failure per line, the first broken rule. */
export function checkNewPassword(typed: NewPassword, owner: PasswordOwner): readonly FieldFailure[] {
  const { current, next, again } = typed;
  const required = (path: keyof NewPassword) => (typed[path] === '' ? [{ path, code: 'required' }] : []);
  const broken = next === '' ? [] : brokenRules(next, owner);
  const differs = again !== '' && cleanPassword(again).value !== cleanPassword(next).value;
  return [
    ...(current === '' ? required('current') : []),
    ...(next === '' ? required('next') : passwordFailures(broken, owner.roles, 'next').slice(0, 1)),
    ...(differs ? [{ path: 'again', code: 'passwordAgain' }] : required('again')),
  ];
}

/** The rules that can be judged here and are broken. */
export const brokenRules = (next: string, owner: PasswordOwner): readonly PasswordRule[] =>
  checkPassword(next, owner, isListedPassword);

/**
 * Line ends that a paste brings along never reach the field; that is told (security 7.29). Gives what
 * to say below which line, and a listener for each.
 */
export function usePasteNotice<K extends string>() {
  const [told, setTold] = useState<K | null>(null);
  const onPaste =
    (path: K) =>
    (event: ClipboardEvent): void =>
      setTold(/[\r\n\u2028\u2029]/u.test(event.clipboardData.getData('text')) ? path : null);
  return { told, onPaste };
}
