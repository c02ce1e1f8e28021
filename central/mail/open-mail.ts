import { join } from 'node:path';
import type { CentralContext } from '../context.ts';
import { openCarrier } from './carrier.ts';
import { openCatchAll } from './catch-all.ts';
import { isLoopbackName, type MailConfig } from './config.ts';
import { startMailer, type Mailer } from './loop.ts';

/** Everything about outgoing mail of a running service. */
export interface PostOffice {
  readonly mailer: Mailer;
  /** Folder of the embedded catch-all; null with somebody's SMTP. */
  readonly folder: string | null;
  /** The service listens here: mails leave from now on. Gives the base of their links. */
  readonly open: (url: string) => string;
  readonly close: () => Promise<void>;
}

/** Whether links lead to this computer alone; else somebody stands in front and everybody may ask. */
export const leadsHere = (publicUrl: string | null): boolean =>
  publicUrl === null || isLoopbackName(new URL(publicUrl).hostname);

/** Mails go to the SMTP service that the config names, or stay in `<data>/mails`. */
export async function openPostOffice(
  { smtp, from, publicUrl }: MailConfig,
  data: string,
  parts: Pick<CentralContext, 'db' | 'now' | 'newId' | 'log'>,
): Promise<PostOffice> {
  const folder = smtp === null ? join(data, 'mails') : null;
  const catchAll = folder === null ? null : await openCatchAll(folder);
  const place = smtp ?? catchAll?.place;
  if (place === undefined) throw new Error('no way out for mails');
  let base: string | null = null;
  const mailer = startMailer({ ...parts, carrier: openCarrier(place, from), publicUrl: () => base });
  return {
    mailer,
    folder,
    open: (url) => {
      base = publicUrl ?? url;
      mailer.wake();
      return base;
    },
    close: async () => {
      await mailer.stop();
      await catchAll?.close();
    },
  };
}
