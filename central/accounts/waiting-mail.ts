import type { Awaited } from '../../shared/domain/account/account-state.ts';
import type { MailTemplate } from '../mail/queue.ts';

/** The mail that an account in this state waits for, and what its link is for. */
export const WAITING_MAIL = {
  invited: { template: 'approved', purpose: 'setPassword' },
  reenabled: { template: 'enabled', purpose: 'verify' },
} as const satisfies Record<string, { readonly template: MailTemplate; readonly purpose: Awaited }>;
