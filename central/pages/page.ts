import type { FastifyReply } from 'fastify';
import { textFor } from '../../shared/text/index.ts';
import { html, type Html } from './html.ts';

/** The pages speak the language of the mails that lead to them. */
export const t = textFor('zh-TW');

interface Page {
  readonly title: string;
  readonly main: Html;
  /** `done`: something has come to its good end; `wide`: a list. */
  readonly look?: 'done' | 'wide';
  readonly status?: number;
}

/**
 * No script, no picture, nothing from elsewhere, no frame around it; nothing is kept by the browser or a
 * proxy, and the address, which is the key, is told to nobody.
 */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-content-type-options': 'nosniff',
} as const;

/** Sends a whole page. `stylePath` is relative, so that the service may stand below a path. */
export function sendPage(
  reply: FastifyReply,
  { title, main, look, status = 200 }: Page,
  stylePath: string,
): FastifyReply {
  const document = html`<!doctype html>
    <html lang="zh-Hant-TW">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title}－${t('linkPage.product')}</title>
        <link rel="stylesheet" href="${stylePath}" />
      </head>
      <body class="${look ?? 'plain'}">
        <header>${t('linkPage.product')}</header>
        <main><div class="card">${main}</div></main>
      </body>
    </html>`;
  return reply.code(status).headers(HEADERS).send(document.text);
}
