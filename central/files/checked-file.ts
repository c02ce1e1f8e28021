import type { FileProblem } from '../../shared/domain/account/file-problem.ts';
import type { FileType } from '../../shared/domain/account/file-precheck.ts';
import type { FileKind } from '../../shared/domain/account/request.ts';

/** 附件 that passed: a PDF as it came, a picture drawn anew without what else was in its file. */
export interface CheckedFile {
  readonly kind: FileKind;
  /** Cleaned (file-name.ts). */
  readonly name: string;
  readonly type: FileType;
  /** Bytes of `content`. */
  readonly size: number;
  readonly pages: number;
  /** Hex, of `content`. */
  readonly sha256: string;
  readonly content: Buffer;
}

/** Pixels of one side of a picture. */
export const SIDE_MAX = 10_000;
/** Pixels of a picture. */
export const PIXELS_MAX = 50_000_000;

/** What became of looking at one file. */
export type Looked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: FileProblem };

export const passed = <T>(value: T): Looked<T> => ({ ok: true, value });
export const stopped = (problem: FileProblem): Looked<never> => ({ ok: false, problem });
