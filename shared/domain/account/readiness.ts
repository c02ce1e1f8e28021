import type { FailureCode } from '../../failure.ts';
import type { SessionAccount } from './account.ts';
import { passwordDaysLeft } from './password-rule.ts';

/**
 * What an account has to do before any work, or null: an expired password leaves only 修改密碼 and 登出
 * [A:1243], and where the policy demands a second step it is set up first. `now` is the service's clock.
 */
export function unreadyFor(
  account: Pick<SessionAccount, 'passwordSetAt' | 'secondFactor'>,
  now: number,
): Extract<FailureCode, 'PASSWORD_EXPIRED' | 'SECOND_FACTOR_MISSING'> | null {
  if (passwordDaysLeft(account.passwordSetAt, now) <= 0) return 'PASSWORD_EXPIRED';
  return account.secondFactor === 'required' ? 'SECOND_FACTOR_MISSING' : null;
}
