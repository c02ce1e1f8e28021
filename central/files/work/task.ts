import type { FileType } from '../../../shared/domain/account/file-precheck.ts';
import type { Looked } from '../checked-file.ts';

/**
 * What the process that opens foreign files is asked: `check` reads a PDF through or draws a picture
 * anew; `page` draws a page (from 1) as PNG.
 */
export type Task =
  | { readonly kind: 'check'; readonly type: FileType; readonly content: Uint8Array }
  | { readonly kind: 'page'; readonly type: FileType; readonly content: Uint8Array; readonly page: number };

/** `content`: the picture drawn anew, or the page; empty where a PDF stays as it came. */
export interface Done {
  readonly pages: number;
  readonly content: Uint8Array;
}

/** What comes back: it is there, it cannot start (text for the log), or what became of the one task. */
export type Message =
  | { readonly says: 'ready' }
  | { readonly says: 'fault'; readonly text: string }
  | { readonly says: 'done'; readonly looked: Looked<Done> };

/** What one task may take before its process is ended: the file is then `unreadable`. */
export interface WorkLimits {
  readonly seconds: number;
  /** Of the whole process, also what lies outside of the heap. */
  readonly megabytes: number;
}
export const WORK_LIMITS: WorkLimits = { seconds: 20, megabytes: 1400 };
