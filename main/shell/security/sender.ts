import { isPage, PAGES, type WindowRole } from './urls.ts';

/** Who sent a message, read from the event before anything else happens. */
export interface Sender {
  /** The role our window factory gave this window; nothing for a window that is not ours. */
  readonly role: WindowRole | undefined;
  /** Frames inside a page get no door. */
  readonly isMainFrame: boolean;
  readonly url: string;
}

/** The role a sender may act in: our own window, its own page, its main frame; else none. */
export function findSenderRole({ role, isMainFrame, url }: Sender): WindowRole | undefined {
  if (!role || !isMainFrame) return undefined;
  return isPage(url, PAGES[role]) ? role : undefined;
}
