import { removeInvisible } from '../plain-text/invisible.ts';
import type { FileProblem } from './file-problem.ts';
import { FILE_MAX } from './request.ts';

/** Endings of 附件 (domain §3.1: pdf/jpg/png), and what has to be inside. */
const ENDINGS = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
} as const;
export type FileType = (typeof ENDINGS)[keyof typeof ENDINGS];

/** First bytes of each type. */
const MAGIC = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
} as const satisfies Record<FileType, readonly number[]>;

/** `x.exe.pdf` is shown as `x.exe` where endings are hidden. */
const RUNS = /\.(?:exe|bat|cmd|scr|pif|cpl|msi|dll|lnk|jar|js|vbs|wsf|ps1|hta|html?|svg|php|sh)\.[^.]*$/i;

const CONTROLS = /\p{Cc}/gu;
/** How far into a file other programs look for `%PDF-`; also what `head` should hold. */
export const HEAD_BYTES = 1024;

/** What a file name says that the file is; null for every other ending and for double ones that run. */
export function typeOfName(name: string): FileType | null {
  const shown = removeInvisible(name)
    .value.replace(CONTROLS, '')
    .replace(/[\s.]+$/u, '');
  const ending = /\.([^.]+)$/.exec(shown)?.[1]?.toLowerCase() ?? '';
  if (RUNS.test(shown) || !Object.hasOwn(ENDINGS, ending)) return null;
  return ENDINGS[ending as keyof typeof ENDINGS];
}

const startsAt = (bytes: Uint8Array, at: number, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[at + index] === byte);

/** A PDF that begins later than its file: something else stands before it. */
export function hasLatePdf(head: Uint8Array): boolean {
  for (let at = 1; at < Math.min(head.length, HEAD_BYTES); at += 1)
    if (startsAt(head, at, MAGIC['application/pdf'])) return true;
  return false;
}

/** What the first bytes say that a file is. */
export const typeOfHead = (head: Uint8Array): FileType | null =>
  (Object.keys(MAGIC) as FileType[]).find((type) => startsAt(head, 0, MAGIC[type])) ?? null;

/**
 * What can be told of a scan from its name, its size in bytes and its first HEAD_BYTES bytes, so that
 * the window tells it before anything is sent (security 7.32): `empty`, `tooLarge`, `type`, `mixed`; null
 * when central has to look itself.
 */
export function precheckFile(file: {
  readonly name: string;
  readonly size: number;
  readonly head: Uint8Array;
}): FileProblem | null {
  if (file.size === 0) return 'empty';
  if (file.size > FILE_MAX) return 'tooLarge';
  const type = typeOfName(file.name);
  if (type === null) return 'type';
  if (hasLatePdf(file.head)) return 'mixed';
  return typeOfHead(file.head) === type ? null : 'type';
}
