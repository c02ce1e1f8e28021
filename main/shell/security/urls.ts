/** The one origin of this program's own pages. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://app';

/** The two pages, and which kind of window may show them. */
export const PAGES = {
  main: `${APP_ORIGIN}/index.html`,
  print: `${APP_ORIGIN}/print.html`,
} as const;
export type WindowRole = keyof typeof PAGES;

/** Whether an address is one of the pages; the part behind `#` is the page's own affair. */
export function isPage(address: string, page?: string): boolean {
  const [bare] = address.split('#');
  return page === undefined ? Object.values<string>(PAGES).includes(bare ?? '') : bare === page;
}

/**
 * Whether a window may load something: its own files, and what it made itself in memory (a picture as
 * `blob:` or `data:` never leaves the process; as a page neither is allowed). The developer tools are
 * pages of Electron itself and exist unpackaged only.
 */
export function mayRequest(address: string, resource: string, packaged: boolean): boolean {
  if (address.startsWith(`${APP_ORIGIN}/`)) return true;
  const isFrame = resource === 'mainFrame' || resource === 'subFrame';
  if (!isFrame && (address.startsWith('data:') || address.startsWith(`blob:${APP_ORIGIN}/`))) return true;
  return !packaged && address.startsWith('devtools://');
}
