import { sql } from 'kysely';
import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import type { Carrier, Message } from './carrier.ts';
import { composeMail } from './compose.ts';
import { drawLink } from './draw-link.ts';

const MINUTE_MS = 60_000;
/** Minutes to the next try after the first, second … failure; then hourly. */
export const RETRY_MINUTES = [1, 5, 15, 60] as const;
/** A mail that did not leave within three days is given up. */
export const GIVE_UP_DAYS = 3;
/** Whoever took a mail and never came back (a crash) is waited for this long. */
export const LEASE_MINUTES = 5;

/** What sending needs. */
export interface Post extends Pick<CentralContext, 'db' | 'now' | 'log'> {
  readonly carrier: Carrier;
  /** Base of the links in mails. */
  readonly publicUrl: string;
}

/** `void`: a mail whose link is void, which never leaves; `failed`: SMTP said no, or nothing. */
export type Sending = 'nothing' | 'void' | 'sent' | 'failed';

interface Taken {
  readonly message: Message;
  readonly tries: number;
  readonly createdAt: string;
}

const plus = (iso: string, ms: number): string => new Date(Date.parse(iso) + ms).toISOString();

/** Code of a fault of SMTP, without its text, in which addresses stand. */
function reasonOf(fault: unknown): string {
  const of = (name: string): string => {
    const value: unknown = typeof fault === 'object' && fault !== null ? Reflect.get(fault, name) : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return `${of('code')} ${of('responseCode')}`.trim() || 'UNKNOWN';
}

/**
 * Takes the next mail that is due so that nobody else does, and draws its link. All is committed before
 * SMTP hears of it: a link that arrives is known, and a crash sends the mail once more, later.
 */
const takeNext = ({ db, now, publicUrl }: Post): Promise<Taken | 'nothing' | 'void'> =>
  db.transaction().execute(async (trx) => {
    const at = new Date(now()).toISOString();
    const row = await trx
      .selectFrom('mail_outbox')
      .selectAll()
      .where('sent_at', 'is', null)
      .where('given_up_at', 'is', null)
      .where('next_try_at', '<=', at)
      .orderBy('next_try_at')
      .orderBy('created_at')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (row === undefined) return 'nothing';
    const link = row.link_id === null ? null : await drawLink(trx, row.link_id, at, publicUrl);
    if (row.link_id !== null && link === null) {
      await giveUp(trx, row.id, at, 'LINK_VOID');
      return 'void';
    }
    await trx
      .updateTable('mail_outbox')
      .set({ tries: sql<number>`tries + 1`, next_try_at: plus(at, LEASE_MINUTES * MINUTE_MS) })
      .where('id', '=', row.id)
      .execute();
    const { subject, text } = composeMail(row.template, row.data, link);
    const message = { id: row.id, to: row.to_address, subject, text };
    return { message, tries: row.tries + 1, createdAt: row.created_at };
  });

async function giveUp(db: Db, id: string, at: string, reason: string): Promise<void> {
  await db
    .updateTable('mail_outbox')
    .set({ given_up_at: at, last_error: reason })
    .where('id', '=', id)
    .execute();
}

async function putBack({ db, log, ...post }: Post, { message, tries, createdAt }: Taken, fault: unknown) {
  const at = isoNow(post);
  const reason = reasonOf(fault);
  const minutes = RETRY_MINUTES[Math.min(tries, RETRY_MINUTES.length) - 1] ?? 60;
  const next = plus(at, minutes * MINUTE_MS);
  if (next > plus(createdAt, GIVE_UP_DAYS * 86_400_000)) {
    log.note(`mail ${message.id}: given up after ${tries} tries (${reason})`);
    return giveUp(db, message.id, at, reason);
  }
  await db
    .updateTable('mail_outbox')
    .set({ next_try_at: next, last_error: reason })
    .where('id', '=', message.id)
    .execute();
}

/** Sends one mail of the outbox, or finds that none is due. Never two of one row, unless SMTP said nothing. */
export async function sendNext(post: Post): Promise<Sending> {
  const taken = await takeNext(post);
  if (taken === 'nothing' || taken === 'void') return taken;
  try {
    await post.carrier.send(taken.message);
  } catch (fault) {
    await putBack(post, taken, fault);
    return 'failed';
  }
  await post.db
    .updateTable('mail_outbox')
    .set({ sent_at: isoNow(post), last_error: null })
    .where('id', '=', taken.message.id)
    .execute();
  return 'sent';
}
