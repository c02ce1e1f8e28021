/** How mail leaves. */
export interface MailConfig {
  /** Somebody's SMTP service; null: the embedded one, which keeps what it gets (catch-all.ts). */
  readonly smtp: SmtpPlace | null;
  /** Address that mails come from. */
  readonly from: string;
  /** Base of the links in mails, without a slash at its end; null: where the service itself listens. */
  readonly publicUrl: string | null;
}

export interface SmtpPlace {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else STARTTLS is demanded, except on loopback. */
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
}

/** Nobody's address: RFC 2606 keeps `.invalid` free for ever. */
const NOBODY = 'xuelu@central.invalid';
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i;
const LOOPBACK: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

export const isLoopbackName = (hostname: string): boolean => LOOPBACK.includes(hostname);

const given = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

function readUrl(name: string, text: string, protocols: readonly string[]): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !protocols.includes(url.protocol) || url.hostname === '')
    throw new Error(
      `${name} is no address that starts with ${protocols.map((one) => `${one}//`).join(' or ')}`,
    );
  return url;
}

function readSmtp(text: string): SmtpPlace {
  const url = readUrl('XUELU_SMTP_URL', text, ['smtp:', 'smtps:']);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

function readPublicUrl(text: string): string {
  const url = readUrl('XUELU_PUBLIC_URL', text, ['https:', 'http:']);
  if (url.protocol === 'http:' && !isLoopbackName(url.hostname))
    throw new Error('XUELU_PUBLIC_URL takes http:// on loopback only: who reads a link may set a password');
  if (url.search !== '' || url.hash !== '' || url.username !== '')
    throw new Error('XUELU_PUBLIC_URL takes an address alone, without ?, # or a name');
  return url.href.replace(/\/+$/, '');
}

/**
 * Reads XUELU_SMTP_URL (`smtp://` or `smtps://name:password@host:port`), XUELU_MAIL_FROM and
 * XUELU_PUBLIC_URL. Throws a sentence, without any password, for what cannot be used.
 */
export function readMailConfig(env: Readonly<NodeJS.ProcessEnv>): MailConfig {
  const smtpUrl = given(env['XUELU_SMTP_URL']);
  const from = given(env['XUELU_MAIL_FROM']);
  const publicUrl = given(env['XUELU_PUBLIC_URL']);
  if (from !== null && !ADDRESS.test(from)) throw new Error('XUELU_MAIL_FROM takes one address');
  if (smtpUrl !== null && from === null) throw new Error('XUELU_SMTP_URL needs XUELU_MAIL_FROM beside it');
  return {
    smtp: smtpUrl === null ? null : readSmtp(smtpUrl),
    from: from ?? NOBODY,
    publicUrl: publicUrl === null ? null : readPublicUrl(publicUrl),
  };
}
