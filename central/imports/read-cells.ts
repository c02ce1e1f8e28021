import { parseCsv } from 'hucre/csv';
import { readXlsx, type CellValue } from 'hucre/xlsx';
import {
  SHEET_CELL_MAX,
  SHEET_COLUMNS_MAX,
  SHEET_ROWS_MAX,
  type SheetProblem,
} from '../../shared/domain/import/sheet.ts';
import { findZipProblem } from './check-zip.ts';

/** The lines of a list as text, the head among them; a line that is not there is empty. */
export type ReadCells =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly problem: SheetProblem };

const no = (problem: SheetProblem): ReadCells => ({ ok: false, problem });

const startsWith = (bytes: Buffer, ...head: number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte);

/** Text, whatever a cell holds: a formula is what it last gave, or the characters it is written with. */
const textOf = (value: CellValue): string =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value === null ? '' : String(value).trim();

function bounded(cells: readonly (readonly CellValue[])[]): ReadCells {
  const rows = cells.map((row) => row.map(textOf));
  while (rows.at(-1)?.every((text) => text === '') === true) rows.pop();
  if (rows.length === 0) return no('empty');
  if (rows.length > SHEET_ROWS_MAX + 1) return no('rows');
  const tooMuch = rows.some(
    (row) =>
      row.findLastIndex((text) => text !== '') >= SHEET_COLUMNS_MAX ||
      row.some((text) => text.length > SHEET_CELL_MAX),
  );
  return tooMuch ? no('cells') : { ok: true, rows: rows.map((row) => row.slice(0, SHEET_COLUMNS_MAX)) };
}

/** In Big5 these are no characters, or ones that every office has made for itself: nobody can say which. */
const UNSURE = /[\u0080-\u009f\ue000-\uf8ff\ufffd]/u;

const decodeAs = (name: string, bytes: Buffer): string | null => {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** UTF-8 with or without its mark, UTF-16 with it, else Big5, as older programs in Taiwan write it. */
function decode(bytes: Buffer): string | null {
  if (startsWith(bytes, 0xff, 0xfe)) return decodeAs('utf-16le', bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return decodeAs('utf-16be', bytes);
  const unicode = decodeAs('utf-8', bytes);
  if (unicode !== null) return unicode;
  const big5 = decodeAs('big5', bytes);
  return big5 === null || UNSURE.test(big5) ? null : big5;
}

/** What stands between the heads; the roles of one cell have their own signs between them. */
const delimiterOf = (text: string): string => {
  const head = /[^\s,;][^\r\n]*/.exec(text)?.[0] ?? '';
  return [',', '\t', ';'].find((sign) => head.includes(sign)) ?? ',';
};

function readCsv(bytes: Buffer): ReadCells {
  const text = decode(bytes);
  if (text === null) return no('encoding');
  if (text.includes('\u0000')) return no('type');
  return bounded(parseCsv(text, { delimiter: delimiterOf(text), typeInference: false }));
}

async function readWorkbook(bytes: Buffer): Promise<ReadCells> {
  const problem = findZipProblem(bytes);
  if (problem !== null) return no(problem);
  let taken = false;
  const { sheets } = await readXlsx(new Uint8Array(bytes), {
    // The first sheet that people see.
    sheets: ({ hidden, veryHidden }) => {
      if (taken || hidden === true || veryHidden === true) return false;
      taken = true;
      return true;
    },
  });
  const [sheet] = sheets;
  return sheet === undefined ? no('empty') : bounded(sheet.rows);
}

/**
 * Reads CSV or the first visible sheet of XLSX, by content and not by name. Runs in a thread of its own
 * (sheet-worker.ts); nothing in the file is computed, followed or fetched.
 */
export async function readCells(bytes: Buffer): Promise<ReadCells> {
  if (bytes.length === 0) return no('empty');
  // The container of older Excel files and of those with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return no('encrypted');
  try {
    return startsWith(bytes, 0x50, 0x4b) ? await readWorkbook(bytes) : readCsv(bytes);
  } catch {
    return no('damaged');
  }
}
