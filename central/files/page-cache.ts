/** Pages drawn lately, so that leafing back and two reviewers cost one drawing. */
export interface PageCache {
  readonly find: (key: string) => Buffer | undefined;
  readonly keep: (key: string, page: Buffer) => void;
}

/** Keeps at most so many bytes; the page looked at longest ago goes first. */
export function makePageCache(bytesMax: number): PageCache {
  const pages = new Map<string, Buffer>();
  let bytes = 0;
  const drop = (key: string) => {
    bytes -= pages.get(key)?.length ?? 0;
    pages.delete(key);
  };
  return {
    find: (key) => {
      const page = pages.get(key);
      if (page === undefined) return undefined;
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    keep: (key, page) => {
      drop(key);
      pages.set(key, page);
      bytes += page.length;
      for (const oldest of pages.keys()) {
        if (bytes <= bytesMax) return;
        drop(oldest);
      }
    },
  };
}
