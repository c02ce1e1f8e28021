import { inflateRawSync } from 'node:zlib';
import type { FileProblem } from '../../../shared/domain/account/file-problem.ts';
import { passed, stopped, type Looked } from '../checked-file.ts';

/** Names that stand in a PDF only where it does something beyond being read. */
const ACTIVE: ReadonlySet<string> = new Set([
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'SubmitForm',
  'ImportData',
  'Rendition',
]);
/** The same, but so short that compressed data may hold them by chance. */
const ACTIVE_SHORT: ReadonlySet<string> = new Set(['JS', 'AA', 'XFA']);

/** Bytes that a packed list of objects may grow to. */
const UNPACKED_MAX = 64 * 1024 * 1024;

const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]{1,127})/g;

/** Names with every `#4A` written out. */
function* namesIn(text: string): Generator<string> {
  for (const [, name = ''] of text.matchAll(NAME))
    yield name.replace(/#([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Where the string that opens at `from` ends. */
function afterString(text: string, from: number): number {
  const mark = /[\\()]/g;
  mark.lastIndex = from + 1;
  for (let depth = 1; ;) {
    const found = mark.exec(text)?.[0];
    if (found === undefined) return text.length;
    if (found === '\\') mark.lastIndex += 1;
    else depth += found === '(' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
}

/** What is neither a string, nor a comment, nor the data of a stream. */
function structureOf(text: string): string {
  const kept: string[] = [];
  const mark = /\(|%|(?<!end)stream(?=[\r\n])/g;
  let from = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    kept.push(text.slice(from, found.index), ' ');
    from = afterPart(text, found[0], found.index);
    mark.lastIndex = from;
  }
  kept.push(text.slice(from));
  return kept.join('');
}

function afterPart(text: string, mark: string, at: number): number {
  if (mark === '(') return afterString(text, at);
  const end = mark === '%' ? text.slice(at, at + 65_536).search(/[\r\n]/) : text.indexOf('endstream', at);
  if (mark === '%') return end < 0 ? Math.min(text.length, at + 65_536) : at + end;
  return end < 0 ? text.length : end;
}

function isActive(text: string): boolean {
  for (const name of namesIn(text)) if (ACTIVE.has(name)) return true;
  for (const name of namesIn(structureOf(text))) if (ACTIVE_SHORT.has(name)) return true;
  return false;
}

/** One packed list of objects: its text, or why it cannot be looked into. */
function unpack(content: Buffer, names: ReadonlySet<string>, from: number): Looked<string> {
  const filters = [...names].filter((name) => /Decode$|^(?:Fl|LZW|A85|AHx|RL)$/.test(name));
  if (filters.length === 0) return passed(content.toString('latin1', from, from + UNPACKED_MAX));
  if (filters.length > 1 || !['FlateDecode', 'Fl'].includes(filters[0] ?? '') || names.has('Predictor'))
    return stopped('unreadable');
  try {
    // Without its frame, so that a wrong checksum hides nothing.
    const unpacked = inflateRawSync(content.subarray(from + 2), { maxOutputLength: UNPACKED_MAX });
    return passed(unpacked.toString('latin1'));
  } catch (fault) {
    return stopped(fault instanceof RangeError ? 'unreadable' : 'damaged');
  }
}

/** Packed lists of objects (ObjStm): what pdf.js would take for one, whatever it calls itself. */
function* packedIn(content: Buffer, text: string): Generator<Looked<string>> {
  const keyword = /(?<!end)stream[^\r\n]{0,200}(?:\r\n|\r|\n)/g;
  for (let found = keyword.exec(text); found !== null; found = keyword.exec(text)) {
    const before = text.slice(Math.max(0, found.index - 4096), found.index);
    const head = before.slice(before.lastIndexOf('obj') + 1);
    const names = new Set(namesIn(head));
    if (names.has('ObjStm') || (names.has('First') && names.has('N')))
      yield unpack(content, names, keyword.lastIndex);
  }
}

/**
 * What the words of a PDF tell before it is opened: `encrypted`; `active` for scripts, programs,
 * attached files, forms that send (also written with `#` or packed); `unreadable` and `damaged` where
 * the packing hides what is in it.
 */
export function findNamesProblem(content: Buffer): FileProblem | null {
  const text = content.toString('latin1');
  for (const name of namesIn(structureOf(text))) if (name === 'Encrypt') return 'encrypted';
  if (isActive(text)) return 'active';
  for (const packed of packedIn(content, text)) {
    if (!packed.ok) return packed.problem;
    if (isActive(packed.value)) return 'active';
  }
  return null;
}
