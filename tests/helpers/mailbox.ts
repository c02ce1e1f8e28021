import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { SmtpPlace } from '../../central/mail/config.ts';

/** What a real SMTP service is told to do with the next mails. */
export type Mood = 'take' | 'refuse' | 'hangUp';

/** A real SMTP service on loopback that keeps what it takes. */
export interface Mailbox {
  readonly place: SmtpPlace;
  /** In the order of arrival. */
  readonly mails: readonly Email[];
  /** Every mail that was offered, taken or not. */
  readonly offered: () => number;
  /** `refuse`: says no after the text; `hangUp`: keeps the mail, and the line breaks before it says so. */
  mood: Mood;
  readonly close: () => Promise<void>;
}

export const addressesOf = (mail: Email): string[] => (mail.to ?? []).map(({ address }) => address ?? '');

/** The link of a mail; throws when it has none. */
export function linkIn(mail: Pick<Email, 'text'>): string {
  const link = /https?:\/\/\S+\/account\/link\/[\w-]+/.exec(mail.text ?? '')?.[0];
  if (link === undefined) throw new RangeError('a mail without a link');
  return link;
}

export const tokenIn = (mail: Pick<Email, 'text'>): string => linkIn(mail).split('/').at(-1) ?? '';

export async function openMailbox(): Promise<Mailbox> {
  const mails: Email[] = [];
  let offered = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        offered += 1;
        if (box.mood === 'refuse') return done(Object.assign(new Error('not now'), { responseCode: 451 }));
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          mails.push(mail);
          if (box.mood === 'take') return done();
          const line = [...server.connections].find((connection) => connection.session === session);
          (line as unknown as { _socket: { destroy(): void } })._socket.destroy();
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const box: Mailbox = {
    place: { host: '127.0.0.1', port, secure: false, user: '', password: '' },
    mails,
    offered: () => offered,
    mood: 'take',
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return box;
}
