import { describe, expect, test } from 'vitest';
import { readSheet } from '../../../central/imports/read-sheet.ts';
import { SHEET_PROBLEMS } from '../../../shared/domain/import/sheet.ts';
import { TEXTS } from '../../../shared/text/index.ts';
import { aCsv, aWorkbook, aZip, sheetXml, workbookParts } from '../../helpers/sheets.ts';

const read = (bytes: Buffer, limits?: Parameters<typeof readSheet>[1]) =>
  readSheet({ name: 'list.xlsx', contentBase64: bytes.toString('base64') }, limits);
const problemOf = async (bytes: Buffer, limits?: Parameters<typeof readSheet>[1]) => {
  const result = await read(bytes, limits);
  return result.ok ? result.value : result.failure.detail?.['reason'];
};

const HEAD = ['學校代碼', '姓名'];
const ROWS = [HEAD, ['999301', '陳怡君']];

describe('lists that people have', () => {
  test('XLSX, CSV in UTF-8 with and without its mark, in UTF-16 and in Big5 say the same', async () => {
    const utf8 = aCsv(ROWS);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(utf8.toString(), 'utf16le')]);
    // 學校代碼,姓名 / 999301,陳怡君 in Big5.
    const big5 = Buffer.concat([
      Buffer.from([0xbe, 0xc7, 0xae, 0xd5, 0xa5, 0x4e, 0xbd, 0x58, 0x2c, 0xa9, 0x6d, 0xa6, 0x57, 0x0a]),
      Buffer.from('999301,'),
      Buffer.from([0xb3, 0xaf, 0xa9, 0xc9, 0xa7, 0x67]),
    ]);
    for (const bytes of [
      await aWorkbook(ROWS),
      utf8,
      Buffer.concat([Buffer.from('\ufeff'), utf8]),
      utf16,
      big5,
    ])
      expect(await read(bytes)).toEqual({ ok: true, value: ROWS });
  });

  test('tabs or semicolons stand between the cells as well; signs inside a cell stay', async () => {
    const phones = ['帳號類別', '電話'];
    const line = ['導師、輔導人員', '05-5550101;05-5550102'];
    expect(await read(Buffer.from(`${phones.join('\t')}\r\n${line.join('\t')}\r\n`))).toMatchObject({
      value: [phones, line],
    });
    expect(await read(Buffer.from(`${phones.join(';')}\n"${line.join('";"')}"`))).toMatchObject({
      value: [phones, line],
    });
    expect(await read(aCsv([phones, line]))).toMatchObject({ value: [phones, line] });
  });

  test('numbers, dates and yes are text; empty lines keep their place', async () => {
    const cells = [
      ['a', 'b', 'c', 'd'],
      [999301, new Date('2026-09-01T00:00:00Z'), true, null],
      [null, null, null, null],
      ['x', 0, false, ' y '],
    ];
    expect(await read(await aWorkbook(cells))).toMatchObject({
      value: [
        ['a', 'b', 'c', 'd'],
        ['999301', '2026-09-01', 'true', ''],
        ['', '', '', ''],
        ['x', '0', 'false', 'y'],
      ],
    });
    expect(await read(Buffer.from('a,b\n\n1,2\n\n'))).toMatchObject({
      value: [['a', 'b'], [''], ['1', '2']],
    });
  });

  test('the first sheet that people see is read', async () => {
    const hidden = { name: 'other', rows: [['hidden']], hidden: true };
    expect(await read(await aWorkbook(ROWS, [hidden]))).toEqual({ ok: true, value: ROWS });
  });

  test('5,000 lines are read, one more is told', async () => {
    const lines = Array.from({ length: 5000 }, (_, at) => [String(at), '陳怡君']);
    expect(await problemOf(await aWorkbook([HEAD, ...lines]))).toHaveLength(5001);
    expect(await problemOf(await aWorkbook([HEAD, ...lines, ['x', 'y']]))).toBe('rows');
    expect(await problemOf(aCsv([HEAD, ...lines, ['x', 'y']]))).toBe('rows');
    // What stands far below is not lost without a word.
    const sparse = `<row r="1"><c r="A1"><v>1</v></c></row><row r="40000"><c r="A40000"><v>1</v></c></row>`;
    expect(await problemOf(aZip(workbookParts(sheetXml(sparse))))).toBe('rows');
  });
});

describe('[security 7.14] what looks like a formula is text', () => {
  test('in CSV as typed, in XLSX what the cell last showed; nothing is computed', async () => {
    const hostile = ['=HYPERLINK("http://x","y")', '+1', '@SUM(A1)', "=cmd|' /C calc'!A0"];
    expect(await read(aCsv([hostile]))).toEqual({ ok: true, value: [hostile] });
    const cells =
      '<c r="A1" t="str"><f>1+1</f><v>shown</v></c><c r="B1"><f>2+2</f></c><c r="C1" t="inlineStr"><is><t>=1+1</t></is></c>';
    const sheet = sheetXml(`<row r="1">${cells}</row>`);
    const result = await read(aZip(workbookParts(sheet)));
    expect(result).toMatchObject({ ok: true });
    const [row] = result.ok ? result.value : [];
    expect(row?.[0]).toBe('shown');
    expect(row?.[1]).not.toBe('4');
    expect(row?.[2]).toBe('=1+1');
  });
});

describe('[security 7.32] hostile files', () => {
  const megabyte = Buffer.alloc(1024 * 1024, 0x20);

  test('a bomb is refused by what its directory declares', async () => {
    const parts = workbookParts(sheetXml(''));
    const bomb = aZip([
      ...parts,
      ...Array.from({ length: 60 }, (_, at) => ({ name: `b${at}`, body: megabyte })),
    ]);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await problemOf(bomb)).toBe('bomb');
  });

  test('a bomb below the limit of bytes is refused by its ratio', async () => {
    const sheet = Buffer.from(sheetXml(' '.repeat(20 * 1024 * 1024)));
    const parts = workbookParts('').map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, body: sheet } : part,
    );
    expect(await problemOf(aZip(parts))).toBe('bomb');
  });

  test('a directory that lies about its sizes is found out before the reader sees it', async () => {
    const parts = workbookParts(sheetXml(''));
    const liar = {
      name: 'liar',
      body: Buffer.concat(Array.from({ length: 100 }, () => megabyte)),
      declared: 10,
    };
    expect(await problemOf(aZip([...parts, liar]))).toBe('damaged');
    expect(await problemOf(aZip([...parts, { ...liar, body: Buffer.alloc(1000), declared: 2000 }]))).toBe(
      'damaged',
    );
  });

  test('too many entries, doubled ones, encrypted ones, unknown methods, a cut end', async () => {
    const parts = workbookParts(sheetXml(''));
    const whole = aZip(parts);
    const tiny = Array.from({ length: 1100 }, (_, at) => ({ name: `e${at}`, body: Buffer.from('x') }));
    expect(await problemOf(aZip([...parts, ...tiny]))).toBe('damaged');
    expect(await problemOf(aZip([...parts, ...parts]))).toBe('damaged');
    expect(await problemOf(aZip(parts.map((part) => ({ ...part, flags: 1 }))))).toBe('encrypted');
    expect(await problemOf(aZip(parts.map((part) => ({ ...part, method: 12 }))))).toBe('damaged');
    for (const cut of [4, 30, whole.length - 30, whole.length - 1])
      expect(await problemOf(whole.subarray(0, cut)), String(cut)).toBe('damaged');
  });

  test('two cells in far corners are no table', async () => {
    const corners =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(['damaged', 'rows', 'cells']).toContain(await problemOf(aZip(workbookParts(sheetXml(corners)))));
  });

  test('entities are not followed', async () => {
    const doctype =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>';
    const cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;&f;</t></is></c></row>';
    const result = await problemOf(aZip(workbookParts(sheetXml(cells, doctype))));
    expect(JSON.stringify(result)).not.toContain('aaaa');
  });

  test('other kinds of files: empty, old Excel or with a password, a program, an unknown encoding', async () => {
    expect(await problemOf(Buffer.alloc(0))).toBe('empty');
    expect(await problemOf(Buffer.from(' , \r\n , '))).toBe('empty');
    expect(await problemOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]))).toBe('encrypted');
    expect(await problemOf(Buffer.from('MZ\u0000\u0000,\n'))).toBe('type');
    expect(await problemOf(Buffer.from([0xff, 0x41, 0xff, 0xff]))).toBe('encoding');
    expect(await problemOf(aZip([{ name: 'readme.txt', body: Buffer.from('hello') }]))).toBe('damaged');
  });

  test('too wide, too long a cell, too large', async () => {
    expect(await problemOf(aCsv([Array.from({ length: 51 }, (_, at) => `c${at}`)]))).toBe('cells');
    expect(await problemOf(aCsv([['x'.repeat(1001)]]))).toBe('cells');
    expect(await problemOf(Buffer.from(`a\n"never closed ${'x'.repeat(5000)}`))).toBe('cells');
    expect(await problemOf(Buffer.alloc(10 * 1024 * 1024 + 1, 0x41))).toBe('tooLarge');
  });

  test('text that is no base64', async () => {
    const result = await readSheet({ name: 'x.csv', contentBase64: 'a b!' });
    expect(result).toEqual({
      ok: false,
      failure: { code: 'FILE_REFUSED', detail: { reason: 'damaged', name: 'x.csv', kind: 'sheet' } },
    });
  });

  test('a thread that takes too long or too much is ended', async () => {
    expect(await problemOf(aCsv(ROWS), { ms: 0, mib: 384 })).toBe('slow');
    const lines = Array.from({ length: 300_000 }, () => ['a', 'b', 'c']);
    expect(await problemOf(aCsv(lines), { ms: 60_000, mib: 8 })).toBe('damaged');
  });
});

test.each(['zh-TW', 'en'] as const)('every problem has its sentence in %s', (language) => {
  for (const problem of SHEET_PROBLEMS) expect(TEXTS[language][`sheetProblem.${problem}`]).toBeTruthy();
});
