import type { Pdf } from './open-pdf.ts';

type Page = Awaited<ReturnType<Pdf['getPage']>>;

/** Kinds of pictures as pdf.js numbers them: three bytes a pixel, and four. */
const RGB = 2;
const RGBA = 3;

interface Picture {
  kind: number;
  width: number;
  height: number;
  data: Uint8Array | Uint8ClampedArray;
}

const isRgb = (data: unknown): data is Picture =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === RGB && 'data' in data;

function widened({ data, width, height, ...rest }: Picture): Picture {
  const wide = new Uint8ClampedArray(width * height * 4);
  for (let from = 0, to = 0; to < wide.length; from += 3, to += 4) {
    wide[to] = data[from] ?? 0;
    wide[to + 1] = data[from + 1] ?? 0;
    wide[to + 2] = data[from + 2] ?? 0;
    wide[to + 3] = 255;
  }
  return { ...rest, kind: RGBA, width, height, data: wide };
}

/** What became of the pictures of a page so far. */
export interface PagePictures {
  /** One could not be decoded: pdf.js would leave its place white. */
  lost: boolean;
}

/**
 * Looks after the pictures of a page before it is drawn. They are handed on with four bytes a pixel: for
 * three, the loop of pdf.js starts each strip of 16 lines from the top again, which takes ten seconds for a
 * page of 600 dpi instead of one (pdf.js 6.1).
 */
export function watchPictures(page: Page): PagePictures {
  const pictures: PagePictures = { lost: false };
  for (const objects of [page.objs, page.commonObjs]) {
    const resolve = objects.resolve.bind(objects);
    objects.resolve = (id: string, data?: unknown) => {
      if (data === null) pictures.lost = true;
      resolve(id, isRgb(data) ? widened(data) : data);
    };
  }
  return pictures;
}
