import type { Awaited } from '../../shared/domain/account/account-state.ts';
import { formatRocDateTime } from '../../shared/domain/calendar/roc-date-format.ts';
import { textFor } from '../../shared/text/index.ts';

/** The link of a mail that is about to leave. */
export interface DrawnLink {
  readonly purpose: Awaited;
  readonly url: string;
  readonly expiresAt: string;
}

const BLANK = /\{\{(\w+)\}\}/g;

/** What people typed becomes one line of visible text: it can start neither a header nor a line. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** Fills line by line; a line whose blank has nothing to say is left out. */
const fill = (text: string, blanks: Readonly<Record<string, string>>): string =>
  text
    .split('\n')
    .filter((line) => [...line.matchAll(BLANK)].every(([, name = '']) => (blanks[name] ?? '') !== ''))
    .map((line) => line.replace(BLANK, (_whole, name: string) => blanks[name] ?? ''))
    .join('\n');

/**
 * Subject and plain text of a mail (`mail.<template>.subject`, `.body`, `mail.link.<purpose>`). The
 * subject has no blanks: nothing that anybody typed stands in a header.
 */
export function composeMail(
  template: string,
  data: Readonly<Record<string, string>>,
  link: DrawnLink | null,
): { readonly subject: string; readonly text: string } {
  const t = textFor('zh-TW');
  const blanks = Object.fromEntries(Object.entries(data).map(([name, text]) => [name, oneLine(text)]));
  const parts = [t('mail.greeting'), t(`mail.${template}.body`)].map((part) => fill(part, blanks));
  if (link !== null) {
    const until = formatRocDateTime(link.expiresAt);
    parts.push(fill(t(`mail.link.${link.purpose}`), { until, link: link.url }));
  }
  parts.push(t('mail.footer'));
  return { subject: t(`mail.${template}.subject`), text: `${parts.join('\n\n')}\n` };
}
