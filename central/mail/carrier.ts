import { createTransport } from 'nodemailer';
import { textFor } from '../../shared/text/index.ts';
import { isLoopbackName, type SmtpPlace } from './config.ts';

/** One mail as it leaves: plain text to one address. */
export interface Message {
  /** Of the outbox; the same at each try, so that a letter box can tell a repetition. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Takes a mail to SMTP: resolves once SMTP has said yes, rejects when it said no or nothing. */
export interface Carrier {
  readonly send: (message: Message) => Promise<void>;
  readonly close: () => void;
}

const SECOND = 1000;

const transportOf = ({ host, port, secure, user, password }: SmtpPlace) =>
  createTransport({
    host,
    port,
    secure,
    // A link in a mail opens an account: not over a line that anybody reads.
    requireTLS: !secure && !isLoopbackName(host) && host !== '::1',
    ...(user === '' ? {} : { auth: { user, pass: password } }),
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 30 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

/** A carrier to an SMTP service. Nothing is connected before the first mail. */
export function openCarrier(place: SmtpPlace, from: string): Carrier {
  const transport = transportOf(place);
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const name = textFor('zh-TW')('mail.sender');
  return {
    send: async ({ id, to, subject, text }) => {
      await transport.sendMail({
        // Structured, so that no part of an address is read as anything else.
        from: { name, address: from },
        to: { name: '', address: to },
        envelope: { from, to: [to] },
        subject,
        text,
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    },
    close: () => transport.close(),
  };
}
