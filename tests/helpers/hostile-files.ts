import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import type { FileProblem } from '../../shared/domain/account/file-problem.ts';
import { FILE_MAX } from '../../shared/domain/account/request.ts';
import { aJpeg, aJpegHead, aPdfOf, aPlainPng, aPng, aZip, latin, withText } from './file-builders.ts';
import { aDocument, aPackedStream, aPdf, aStream } from './pdf-builder.ts';

const script = '/S /JavaScript /JS (app.alert\\(1\\))';
const action = `<< ${script} >>`;
/** A packed list of one object, number 50. */
const packed = (object: string): Buffer => aPackedStream(`50 0 ${object}`, '/Type /ObjStm /N 1 /First 5');

/** Names of 255 and more bytes, of other folders, of devices, turned round. */
export const ODD_NAMES = {
  device: 'CON.pdf',
  folder: '..\\..\\a.pdf',
  long: `${'申'.repeat(85)}.pdf`,
  turned: '申請\u202Efdp.pdf',
  nul: 'a\u0000b.pdf',
} as const;

export interface HostileFile {
  readonly title: string;
  readonly name: string;
  readonly content: Buffer;
  readonly problem: FileProblem;
}

const hostile = (title: string, name: string, content: Buffer, problem: FileProblem): HostileFile => ({
  title,
  name,
  content,
  problem,
});

/** Files whose fault stands in their outside: name, size, first and last bytes. */
async function outsideFiles(): Promise<HostileFile[]> {
  const [pdf, png, jpeg] = [aDocument(), await aPng(), await aJpeg()];
  const gif = latin('GIF89a\x01\x00\x01\x00\x00\x00\x00;');
  const heic = latin('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic');
  const html = latin('<!DOCTYPE html><script>alert(1)</script>');
  const svg = latin('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  return [
    hostile('0 bytes', 'a.pdf', Buffer.alloc(0), 'empty'),
    hostile('10 MiB + 1', 'a.pdf', aPdfOf(FILE_MAX + 1), 'tooLarge'),
    hostile('much more than 10 MiB', 'a.png', Buffer.alloc(FILE_MAX + 50_000), 'tooLarge'),
    hostile('a program behind a double ending', 'x.pdf.exe', pdf, 'type'),
    hostile('a double ending the other way round', 'x.exe.pdf', pdf, 'type'),
    hostile('an ending turned round', 'x\u202Efdp.exe', pdf, 'type'),
    hostile('no ending', 'pdf', pdf, 'type'),
    hostile('HTML named .pdf', 'a.pdf', html, 'type'),
    hostile('SVG named .png', 'a.png', svg, 'type'),
    hostile('HEIC named .jpg', 'a.jpg', heic, 'type'),
    hostile('HEIC', 'a.heic', heic, 'type'),
    hostile('GIF', 'a.gif', gif, 'type'),
    hostile('GIF named .png', 'a.png', gif, 'type'),
    hostile('ZIP named .pdf', 'a.pdf', aZip(), 'type'),
    hostile('PNG named .jpg', 'a.jpg', png, 'type'),
    hostile('PDF named .png', 'a.png', pdf, 'type'),
    hostile('GIF before a PDF', 'a.pdf', Buffer.concat([gif, pdf]), 'mixed'),
    hostile('PNG with a PDF in its text', 'a.png', withText(png, '%PDF-1.7'), 'mixed'),
    hostile('PDF and ZIP', 'a.pdf', Buffer.concat([pdf, aZip()]), 'mixed'),
    hostile('PDF in the comment of a ZIP', 'a.pdf', Buffer.concat([pdf, aZip(), latin('%%EOF')]), 'mixed'),
    hostile('PDF with HTML behind it', 'a.pdf', Buffer.concat([pdf, html]), 'mixed'),
    hostile('PDF with a GIF in its head', 'a.pdf', Buffer.concat([latin('%PDF-1.7\n'), gif, pdf]), 'mixed'),
    hostile('PNG and ZIP', 'a.png', Buffer.concat([png, aZip()]), 'mixed'),
    hostile('PNG with text behind it', 'a.png', Buffer.concat([png, html]), 'mixed'),
    hostile('JPEG with HTML behind it', 'a.jpg', Buffer.concat([jpeg, html]), 'mixed'),
    hostile('JPEG and ZIP', 'a.jpeg', Buffer.concat([jpeg, aZip()]), 'mixed'),
    hostile('PNG of 20,000 × 20,000', 'a.png', aPlainPng(20_000, 20_000), 'dimensions'),
    hostile('PNG of 10,001 × 1', 'a.png', aPlainPng(10_001, 1), 'dimensions'),
    hostile('PNG of 51 megapixels', 'a.png', aPlainPng(8500, 6000), 'dimensions'),
    hostile('JPEG of 20,000 × 20,000', 'a.jpg', aJpegHead(20_000, 20_000), 'dimensions'),
    hostile('half a PDF', 'a.pdf', pdf.subarray(0, pdf.length / 2), 'damaged'),
    hostile('half a PNG', 'a.png', png.subarray(0, png.length / 2), 'damaged'),
    hostile('half a JPEG', 'a.jpg', jpeg.subarray(0, jpeg.length / 2), 'damaged'),
    hostile('a PNG of no width', 'a.png', aPlainPng(0, 10), 'damaged'),
  ];
}

/** A picture whose shell is whole and whose content is not. */
async function brokenPicture(): Promise<HostileFile> {
  const png = await aPng();
  const at = Math.floor(png.length / 2);
  png[at] = (png[at] ?? 0) ^ 0xff;
  return hostile('a PNG with one byte turned over', 'a.png', png, 'damaged');
}

const encrypt =
  '<< /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O (................................) /U (................................) >>';
const locked = { more: [encrypt], trailer: '/Encrypt 5 0 R /ID [(0123456789abcdef) (0123456789abcdef)]' };

const picture = `/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray
  /BitsPerComponent 8 /Filter /JPXDecode`;

/** PDFs that do something, hide something or have too much of something. */
function activeFiles(): HostileFile[] {
  const pdf = (title: string, problem: FileProblem, parts: Parameters<typeof aDocument>[0]) =>
    hostile(title, 'a.pdf', aDocument(parts), problem);
  const embedded = aStream('MZ', '/Type /EmbeddedFile');
  const names = '/Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> >>';
  const spec = '<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>';
  const annotation = (entries: string) => ({
    page: '/Annots [5 0 R]',
    more: [`<< /Type /Annot /Rect [0 0 9 9] ${entries} >>`],
  });
  return [
    pdf('encrypted', 'encrypted', locked),
    pdf('encrypted in its trailer itself', 'encrypted', { trailer: `/Encrypt ${encrypt}` }),
    pdf('a script when opened', 'active', { catalog: `/OpenAction ${action}` }),
    pdf('a script by name', 'active', { catalog: `/Names << /JavaScript << /Names [(a) ${action}] >> >>` }),
    pdf('a script written with #', 'active', {
      catalog: '/OpenAction << /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>',
    }),
    pdf('a script in a packed list', 'active', {
      catalog: '/OpenAction 50 0 R',
      more: [packed(action)],
    }),
    pdf('a script behind a false stream', 'active', {
      catalog: '/X (endobj) /Y << >> stream\n /OpenAction 5 0 R',
      more: [action],
    }),
    pdf('actions of a page', 'active', { page: `/AA << /O << /S /Named /N /Print >> >>` }),
    pdf('a program that it starts', 'active', annotation('/Subtype /Link /A << /S /Launch /F (a.exe) >>')),
    pdf('a form that sends', 'active', annotation('/Subtype /Link /A << /S /SubmitForm /F (http://a) >>')),
    pdf('a film', 'active', annotation('/Subtype /RichMedia')),
    pdf('an attached file', 'active', { catalog: names, more: [embedded, spec] }),
    pdf('an XFA form', 'active', {
      catalog: '/AcroForm << /Fields [] /XFA 5 0 R >>',
      more: [aStream('<xdp/>')],
    }),
    pdf('a list packed twice', 'unreadable', {
      more: [aStream('00>', '/Type /ObjStm /N 1 /First 3 /Filter [/ASCIIHexDecode /FlateDecode]')],
    }),
    pdf('a picture that cannot be decoded', 'unreadable', {
      resources: '/XObject << /Im0 5 0 R >>',
      draw: 'q 500 0 0 500 0 0 cm /Im0 Do Q',
      more: [aStream('no picture', picture)],
    }),
    pdf('31 pages', 'pages', { pages: 31 }),
    pdf('a page of enormous size', 'dimensions', { box: '[0 0 99000000 99000000]' }),
    pdf('a page like a strip', 'dimensions', { box: '[0 0 1 14000]' }),
    hostile('a PDF without pages', 'a.pdf', aPdf(['<< /Type /Catalog >>']), 'damaged'),
    hostile('only the outside of a PDF', 'a.pdf', latin('%PDF-1.7\n1 0 obj\nendobj\n%%EOF'), 'damaged'),
  ];
}

/** The hostile corpus of security 7.32 and 7.34, each file with the one reason it is to be told. */
export const hostileFiles = async (): Promise<HostileFile[]> => [
  ...(await outsideFiles()),
  await brokenPicture(),
  ...activeFiles(),
];

const levels = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Each form draws the next one twenty times: more strokes than there are grains of sand. */
function forms(): Buffer {
  const depth = 12;
  const more = Array.from({ length: depth }, (_, index) => {
    const next = index + 1 < depth ? `/Resources << /XObject << /X ${6 + index} 0 R >> >>` : '';
    const text = index + 1 < depth ? '/X Do '.repeat(20) : '0 0 1 1 re f ';
    return aPackedStream(text, `/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${next}`);
  });
  return aDocument({
    draw: '/X Do',
    resources: '/XObject << /X 5 0 R >>',
    more,
  });
}

/** Zeros without end: a kilobyte of them is written once and repeated, and the whole packed again. */
function zeros(): Buffer {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
  const inner = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: 6000 }, () => block)]);
  const data = deflateSync(inner);
  return aDocument({ draw: aStream(data, '/Filter [/FlateDecode /FlateDecode]') });
}

/** Files that would take a program for ever, all of its memory or its stack. */
export const bombs = {
  forms,
  zeros,
  /** Lists in lists. */
  levels: (): Buffer => aDocument({ catalog: `/X ${levels(400_000)}` }),
} as const;
