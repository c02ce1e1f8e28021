import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import {
  HEAD_BYTES,
  precheckFile,
  typeOfName,
  type FileType,
} from '../../shared/domain/account/file-precheck.ts';
import { FILE_MAX } from '../../shared/domain/account/request.ts';
import type { Upload } from '../../shared/contract/account-shapes.ts';
import { passed, stopped, type CheckedFile, type Looked } from './checked-file.ts';
import { checkPdfOutline } from './pdf-outline.ts';
import { checkPicture } from './picture-outline.ts';
import type { Lane } from './work/lane.ts';

/** Characters of base64 beyond which nobody has to decode to know. */
const ENCODED_MAX = Math.ceil(FILE_MAX / 3) * 4;

/** The bytes, when the text is base64 and nothing else. */
function decode(base64: string): Buffer | null {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : null;
}

const outlineProblem = (content: Buffer, type: FileType) =>
  type === 'application/pdf' ? checkPdfOutline(content) : checkPicture(content, type);

/** What the ending promises, when the content keeps it; `mixed` and `type` otherwise. */
async function typeOf(name: string, content: Buffer): Promise<Looked<FileType>> {
  const head = content.subarray(0, HEAD_BYTES);
  const problem = precheckFile({ name, size: content.length, head });
  if (problem !== null) return stopped(problem);
  const type = typeOfName(name);
  const found = await fileTypeFromBuffer(content);
  return type !== null && found?.mime === type ? passed(type) : stopped('type');
}

/**
 * One scan through every check (security 7.32, 7.34), the cheap ones first; null when the service has
 * too many to look at just now. `name` is clean already.
 */
export async function checkFile(
  lane: Lane,
  name: string,
  { kind, contentBase64 }: Pick<Upload, 'kind' | 'contentBase64'>,
): Promise<Looked<CheckedFile> | null> {
  if (contentBase64 === '') return stopped('empty');
  if (contentBase64.length > ENCODED_MAX) return stopped('tooLarge');
  const given = decode(contentBase64);
  if (given === null) return stopped('damaged');
  const typed = await typeOf(name, given);
  if (!typed.ok) return typed;
  const type = typed.value;
  const problem = outlineProblem(given, type);
  if (problem !== null) return stopped(problem);
  const looked = await lane.run({ kind: 'check', type, content: given });
  if (looked === null || !looked.ok) return looked;
  const content = type === 'application/pdf' ? given : Buffer.from(looked.value.content);
  return passed({
    kind,
    name,
    type,
    size: content.length,
    pages: looked.value.pages,
    sha256: createHash('sha256').update(content).digest('hex'),
    content,
  });
}
