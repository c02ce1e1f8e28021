import { crc32, deflateRawSync } from 'node:zlib';
import { writeXlsx, type CellValue } from 'hucre/xlsx';

/** An XLSX with one sheet for each list of rows. */
export async function aWorkbook(
  rows: readonly (readonly CellValue[])[],
  more: readonly { readonly name: string; readonly rows: CellValue[][]; readonly hidden?: boolean }[] = [],
): Promise<Buffer> {
  const sheets = [...more, { name: 'list', rows: rows.map((row) => [...row]) }];
  return Buffer.from(await writeXlsx({ sheets }));
}

export const aCsv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n'));

export interface ZipPart {
  readonly name: string;
  readonly body: Buffer;
  /** What the directory says instead of the truth. */
  readonly declared?: number;
  readonly flags?: number;
  readonly method?: number;
}

const le16 = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(2 * numbers.length);
  numbers.forEach((number, at) => bytes.writeUInt16LE(number, 2 * at));
  return bytes;
};
const le32 = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, at) => bytes.writeUInt32LE(number, 4 * at));
  return bytes;
};

/** A ZIP written by hand, so that it can lie. */
export function aZip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, body, declared = body.length, flags = 0, method = 8 } of parts) {
    const packed = method === 8 ? deflateRawSync(body) : body;
    const file = Buffer.from(name);
    const facts = Buffer.concat([le32(crc32(body), packed.length, declared), le16(file.length, 0)]);
    const local = Buffer.concat([le32(0x04034b50), le16(20, flags, method, 0, 0), facts, file, packed]);
    locals.push(local);
    directory.push(
      Buffer.concat([
        le32(0x02014b50),
        le16(20, 20, flags, method, 0, 0),
        facts,
        le16(0, 0, 0),
        le32(0, offset),
        file,
      ]),
    );
    offset += local.length;
  }
  const middle = Buffer.concat(directory);
  const end = Buffer.concat([
    le32(0x06054b50),
    le16(0, 0, parts.length, parts.length),
    le32(middle.length, offset),
    le16(0),
  ]);
  return Buffer.concat([...locals, middle, end]);
}

const text = (name: string, body: string): ZipPart => ({ name, body: Buffer.from(body) });

/** The smallest parts of a workbook around the XML of its one sheet. */
export const workbookParts = (sheet: string): ZipPart[] => [
  text(
    '[Content_Types].xml',
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  ),
  text(
    '_rels/.rels',
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  ),
  text(
    'xl/workbook.xml',
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ),
  text(
    'xl/_rels/workbook.xml.rels',
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  text('xl/worksheets/sheet1.xml', sheet),
];

/** XML of a sheet from the XML of its rows. */
export const sheetXml = (rows: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
