import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { checkFile } from '../../../central/files/check-file.ts';
import { cleanFileName } from '../../../central/files/file-name.ts';
import type { CheckedFile } from '../../../central/files/checked-file.ts';
import { makeLane } from '../../../central/files/work/lane.ts';
import { FILE_MAX, FILE_PAGES_MAX } from '../../../shared/domain/account/request.ts';
import { aJpeg, aPdfOf, aPhoto, aPlainPng, aPng, aScan } from '../../helpers/file-builders.ts';
import { hostileFiles } from '../../helpers/hostile-files.ts';
import { aDocument, aPackedStream, aStream } from '../../helpers/pdf-builder.ts';

const lane = makeLane();
afterAll(lane.close);

const look = (name: string, content: Buffer, contentBase64 = content.toString('base64')) =>
  checkFile(lane, cleanFileName(name), { kind: 'accountForm', contentBase64 });

async function take(name: string, content: Buffer): Promise<CheckedFile> {
  const looked = await look(name, content);
  if (looked?.ok !== true) throw new Error(`${name}: ${JSON.stringify(looked)}`);
  return looked.value;
}

const HOSTILE = await hostileFiles();

describe('[security 7.32] [security 7.34] each hostile file is refused for its own reason', () => {
  test.each(HOSTILE.map((file) => [file.title, file.problem, file] as const))(
    '%s: %s',
    async (_title, problem, { name, content }) => {
      expect(await look(name, content)).toEqual({ ok: false, problem });
    },
  );

  test('every reason that a file can have is among them, but the limits of time and memory', () => {
    expect([...new Set(HOSTILE.map(({ problem }) => problem))].sort()).toEqual(
      'active damaged dimensions empty encrypted mixed pages tooLarge type unreadable'.split(' '),
    );
  });

  test.each(['%%%', 'AAAA AAAA', 'AAA', 'AAAA====', 'data:application/pdf;base64,AAAA'])(
    'base64 that is none: %s',
    async (text) => {
      expect(await look('a.pdf', Buffer.alloc(0), text)).toEqual({ ok: false, problem: 'damaged' });
    },
  );
});

describe('[security 7.32] good files are taken', () => {
  const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

  test.each([
    ['a page with text', aDocument(), 1],
    ['as many pages as may be', aDocument({ pages: FILE_PAGES_MAX }), FILE_PAGES_MAX],
    ['exactly 10 MiB', aPdfOf(FILE_MAX), 1],
    ['opens at its first page', aDocument({ catalog: '/OpenAction [6 0 R /Fit]', more: ['null'] }), 1],
    ['speaks of scripts in its text', aDocument({ draw: 'BT /F1 9 Tf (/JS and /AA and /Encrypt) Tj ET' }), 1],
    ['has an odd byte after its end', Buffer.concat([aDocument(), Buffer.from('\r\n\0\x1a')]), 1],
  ])('a PDF that %s stays as it came', async (_what, content, pages) => {
    expect(await take('申請單.pdf', content)).toEqual({
      kind: 'accountForm',
      name: '申請單.pdf',
      type: 'application/pdf',
      size: content.length,
      pages,
      sha256: sha256(content),
      content,
    });
  });

  test('a scan of several pages', async () => {
    expect(await take('scan.pdf', await aScan(3))).toMatchObject({ pages: 3, type: 'application/pdf' });
  });

  test('Chinese text in a font that nobody has, with a table of characters that nobody has', async () => {
    const descendant = `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /MSungStd-Light /CIDSystemInfo
      << /Registry (Adobe) /Ordering (CNS1) /Supplement 0 >> >>`;
    const font = `<< /Type /Font /Subtype /Type0 /BaseFont /MSungStd-Light /Encoding /UniCNS-UCS2-H
      /DescendantFonts [${descendant}] >>`;
    const draw = 'BT /F1 24 Tf 72 720 Td <4e2d65878868> Tj ET';
    expect((await take('a.pdf', aDocument({ draw, font }))).pages).toBe(1);
  });

  test('a packed list of objects without anything in it', async () => {
    const list = aPackedStream('50 0 << /Title (/JS /AA) >>', '/Type /ObjStm /N 1 /First 5');
    const plain = aStream('50 0 << /Fine true >>', '/Type /ObjStm /N 1 /First 5');
    expect((await take('a.pdf', aDocument({ more: [list, plain] }))).pages).toBe(1);
  });

  test('a picture is drawn anew: nothing of what its file said about place and camera is left', async () => {
    const photo = await aPhoto();
    expect(photo.includes('CanaryPhone')).toBe(true);
    const before = await sharp(photo).metadata();
    expect([before.width, before.height, before.orientation]).toEqual([160, 100, 6]);
    // The tag that leads to the place, in the order of bytes that this writer uses.
    expect(before.exif?.includes(Buffer.from([0x25, 0x88]))).toBe(true);
    const file = await take('photo.JPG', photo);
    const after = await sharp(file.content).metadata();
    expect(after).toMatchObject({ format: 'jpeg', width: 100, height: 160, space: 'srgb' });
    expect([after.exif, after.icc, after.xmp, after.iptc, after.orientation]).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
    expect(file.content.includes('Canary') || file.content.includes('Exif')).toBe(false);
    expect(file).toMatchObject({ size: file.content.length, sha256: sha256(file.content), pages: 1 });
  });

  test('a picture that was to be turned is turned: red was left, and is above', async () => {
    const { content } = await take('photo.jpg', await aPhoto());
    const { data, info } = await sharp(content).raw().toBuffer({ resolveWithObject: true });
    const red = (x: number, y: number) => (data[(y * info.width + x) * 3] ?? 0) > 150;
    expect([red(50, 10), red(50, 150)]).toEqual([true, false]);
  });

  test('a PNG keeps its pixels, and stands on white where it was clear', async () => {
    const clear = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    const { content, type } = await take('seal.png', clear);
    expect(type).toBe('image/png');
    const { data, info } = await sharp(content).raw().toBuffer({ resolveWithObject: true });
    expect([info.channels, new Set(data)]).toEqual([3, new Set([255])]);
    const png = await aPng();
    const same = await take('a.png', png);
    expect(await sharp(same.content).raw().toBuffer()).toEqual(await sharp(png).raw().toBuffer());
  });

  test('as many pixels as may be', async () => {
    const file = await take('a.png', aPlainPng(10_000, 5000));
    expect(await sharp(file.content).metadata()).toMatchObject({ width: 10_000, height: 5000 });
  });

  test('telephones put a smaller picture or a note behind a photo: both are dropped', async () => {
    const [jpeg, small] = [await aJpeg(), await aJpeg(16, 16)];
    const plain = await take('a.jpg', jpeg);
    const note = Buffer.from('Image_UTC_Data1700000000000SEFH\0\0\0\0SEFT', 'latin1');
    for (const tail of [small, note, Buffer.concat([small, small, note]), Buffer.alloc(40)])
      expect((await take('a.jpg', Buffer.concat([jpeg, tail]))).sha256).toBe(plain.sha256);
  });
});
