import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import PostalMime from 'postal-mime';
import { formatRocDateTime } from '../../shared/domain/calendar/roc-date-format.ts';
import { refuse } from '../http/reply.ts';
import { caughtFile, listCaught } from '../mail/catch-all.ts';
import { isLoopbackName } from '../mail/config.ts';
import { html, NO_HTML, type Html } from './html.ts';
import { sendPage, t } from './page.ts';
import { STYLE_PATH } from './style.ts';

/** Lines of the list; the folder holds more. */
const SHOWN = 100;

export interface CaughtMail {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const ADDRESSES: readonly (string | undefined)[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];
/** What a proxy adds: then whoever asks is not on this computer. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

/**
 * Asked on this computer, under its own name: another name is a page of a stranger that had it point
 * here (DNS rebinding).
 */
export const isAskedHere = (request: FastifyRequest): boolean =>
  ADDRESSES.includes(request.socket.remoteAddress) &&
  isLoopbackName(
    request.hostname.startsWith('[') ? request.hostname : (request.hostname.split(':')[0] ?? ''),
  ) &&
  FORWARDED.every((name) => request.headers[name] === undefined);

export async function readCaught(folder: string, id: string): Promise<CaughtMail | null> {
  const raw = await readFile(caughtFile(folder, id)).catch(() => null);
  if (raw === null) return null;
  const mail = await PostalMime.parse(raw);
  const to = (mail.to ?? []).map(({ address }) => address ?? '').join(', ');
  const at = new Date(Number(id.split('-')[0])).toISOString();
  return { id, at, to, subject: mail.subject ?? '', text: mail.text ?? '' };
}

async function readList(folder: string): Promise<CaughtMail[]> {
  const ids = (await listCaught(folder)).slice(0, SHOWN);
  const mails = await Promise.all(ids.map((id) => readCaught(folder, id)));
  return mails.filter((mail) => mail !== null);
}

const rowOf = ({ id, at, to, subject }: CaughtMail): Html =>
  html`<tr>
    <td>${formatRocDateTime(at)}</td>
    <td>${to}</td>
    <td><a href="/mails/${id}">${subject}</a></td>
  </tr>`;

const tableOf = (mails: readonly CaughtMail[]): Html =>
  html`<table>
    <thead>
      <tr>
        <th scope="col">${t('mailbox.time')}</th>
        <th scope="col">${t('mailbox.to')}</th>
        <th scope="col">${t('mailbox.subject')}</th>
      </tr>
    </thead>
    <tbody>
      ${mails.map(rowOf)}
    </tbody>
  </table>`;

/** The text with its web addresses as links, everything else as text. */
const linked = (text: string): Html[] =>
  text
    .split(/(https?:\/\/[\w.:/[\]-]+)/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));

/**
 * Mails of the embedded catch-all, for whoever tries the service out on this computer: `/mails` the list,
 * `/mails/<id>` one of them. To everybody else there is no such address.
 */
export function mountMailbox(app: FastifyInstance, folder: string): void {
  app.get('/mails', { schema: { hide: true } }, async (request, reply) => {
    if (!isAskedHere(request)) return refuse(reply, { code: 'NOT_FOUND' });
    const mails = await readList(folder);
    const title = t('mailbox.title');
    const main = html`<h1>${title}</h1>
      <p class="soft">${t('mailbox.hint')}</p>
      ${mails.length === 0 ? html`<p>${t('mailbox.empty')}</p>` : tableOf(mails)}`;
    return sendPage(reply, { title, main, look: 'wide' }, STYLE_PATH);
  });
  app.get<{ Params: { id: string } }>('/mails/:id', { schema: { hide: true } }, async (request, reply) => {
    const { id } = request.params;
    const known = isAskedHere(request) && /^\d{15}-\d{6}-[0-9a-f]{8}$/.test(id);
    const mail = known ? await readCaught(folder, id) : null;
    if (mail === null) return refuse(reply, { code: 'NOT_FOUND' });
    const main = html`<p><a href="/mails">${t('mailbox.back')}</a></p>
      <h1>${mail.subject}</h1>
      <dl>
        <dt>${t('mailbox.to')}</dt>
        <dd>${mail.to}</dd>
        <dt>${t('mailbox.time')}</dt>
        <dd>${formatRocDateTime(mail.at)}</dd>
      </dl>
      ${mail.text === '' ? NO_HTML : html`<pre>${linked(mail.text)}</pre>`}`;
    return sendPage(reply, { title: mail.subject, main, look: 'wide' }, STYLE_PATH);
  });
}
