import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';

/**
 * Mails of the account flows (domain §1.4); texts `mail.<template>.subject` and `.body` in shared/text.
 * With a link: approved, enabled, reset, promoted.
 */
export const MAIL_TEMPLATES = [
  'approved',
  'returned',
  'disabled',
  'enabled',
  'reset',
  'promoted',
  'demoted',
  'passwordChanged',
  'secondFactorReset',
] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

export interface Mail {
  readonly accountId: string;
  readonly to: string;
  readonly template: MailTemplate;
  /** What fills the blanks: name, account, school, reason. */
  readonly data: Readonly<Record<string, string>>;
  readonly linkId?: string;
}

/** Puts a mail into the outbox inside the caller's transaction: the change and its mail stand or fall together. */
export async function queueMail(
  trx: Db,
  context: Pick<CentralContext, 'now' | 'newId'>,
  { accountId, to, template, data, linkId }: Mail,
): Promise<void> {
  const now = isoNow(context);
  await trx
    .insertInto('mail_outbox')
    .values({
      id: context.newId(),
      account_id: accountId,
      to_address: to,
      template,
      data: JSON.stringify(data),
      link_id: linkId ?? null,
      created_at: now,
      next_try_at: now,
    })
    .execute();
}
