import { deflateSync } from 'node:zlib';

const bytes = (part: string | Buffer): Buffer =>
  typeof part === 'string' ? Buffer.from(part, 'latin1') : part;

/** `<< … >> stream … endstream`; `dict` are further entries. */
export const aStream = (data: string | Buffer, dict = ''): Buffer =>
  Buffer.concat([
    bytes(`<< /Length ${bytes(data).length} ${dict} >>\nstream\n`),
    bytes(data),
    bytes('\nendstream'),
  ]);

/** The same, packed. */
export const aPackedStream = (data: string | Buffer, dict = ''): Buffer =>
  aStream(deflateSync(bytes(data)), `/Filter /FlateDecode ${dict}`);

/** A PDF of numbered objects from 1 (the catalog), with its table and end; `trailer` are further entries. */
export function aPdf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
  const offsets: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  objects.forEach((object, index) => {
    offsets.push(length());
    parts.push(bytes(`${index + 1} 0 obj\n`), bytes(object), bytes('\nendobj\n'));
  });
  const start = length();
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  parts.push(
    bytes(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join('')}`),
    bytes(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\n`),
    bytes(`startxref\n${start}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}

export interface PdfParts {
  readonly pages?: number;
  /** Further entries of the catalog, of each page, of the trailer. */
  readonly catalog?: string;
  readonly page?: string;
  readonly trailer?: string;
  /** Further resources of each page. */
  readonly resources?: string;
  /** `[x y x y]`, in 1/72 inch. */
  readonly box?: string;
  /** What each page draws; it may use the font /F1. */
  readonly draw?: string | Buffer;
  readonly font?: string;
  /** Objects that the entries name, from number 5 on. */
  readonly more?: readonly (string | Buffer)[];
}

/** Whole pages: 1 catalog, 2 pages, 3 font, 4 content, then `more`, then the pages themselves. */
export function aDocument(parts: PdfParts = {}): Buffer {
  const { pages = 1, more = [], box = '[0 0 595 842]' } = parts;
  const first = 5 + more.length;
  const kids = Array.from({ length: pages }, (_, index) => `${first + index} 0 R`);
  const draw = parts.draw ?? 'BT /F1 24 Tf 72 720 Td (Scan of a form) Tj ET 72 600 200 60 re f';
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents 4 0 R
    /Resources << /Font << /F1 3 0 R >> ${parts.resources ?? ''} >> ${parts.page ?? ''} >>`;
  return aPdf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${parts.catalog ?? ''} >>`,
      `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages} >>`,
      parts.font ?? '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      typeof draw === 'string' ? aPackedStream(draw) : draw,
      ...more,
      ...kids.map(() => page),
    ],
    parts.trailer,
  );
}

/** Pictures of pages in JPEG, one a page across the whole of it, as scanners write them. */
export function aScannedPdf(
  pictures: readonly { readonly jpeg: Buffer; readonly width: number; readonly height: number }[],
): Buffer {
  const kids = pictures.map((_, index) => `${3 + index * 3} 0 R`);
  const objects = pictures.flatMap(({ jpeg, width, height }, index) => {
    const own = 3 + index * 3;
    const colours = '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode';
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${own + 1} 0 R
        /Resources << /XObject << /Im0 ${own + 2} 0 R >> >> >>`,
      aPackedStream('q 595 0 0 842 0 0 cm /Im0 Do Q'),
      aStream(jpeg, `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${colours}`),
    ];
  });
  return aPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`,
    ...objects,
  ]);
}
