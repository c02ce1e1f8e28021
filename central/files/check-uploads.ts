import { REQUEST_ROWS, type FileKind, type RequestKind } from '../../shared/domain/account/request.ts';
import type { FileProblem } from '../../shared/domain/account/file-problem.ts';
import type { Upload } from '../../shared/contract/account-shapes.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import type { CentralContext } from '../context.ts';
import { checkFile } from './check-file.ts';
import type { CheckedFile } from './checked-file.ts';
import { cleanFileName } from './file-name.ts';
import { checking, type Lane } from './work/lane.ts';

/** Seconds after which somebody turned away may try again. */
const AGAIN = 20;

const refused = (reason: FileProblem, kind: FileKind, name: string) =>
  fail('FILE_REFUSED', { reason, name, kind });

/** 必繳 and 非必繳 of the request, each at most once (REQUEST_ROWS). */
function checkKinds(kind: RequestKind, uploads: readonly Upload[]): Result<null> {
  const { required, optional }: { required: readonly FileKind[]; optional: readonly FileKind[] } =
    REQUEST_ROWS[kind];
  const allowed = [...required, ...optional];
  const stray = uploads.find(
    (upload, index) =>
      !allowed.includes(upload.kind) || uploads.findIndex((other) => other.kind === upload.kind) !== index,
  );
  if (stray) return refused('unexpected', stray.kind, cleanFileName(stray.name));
  const missing = required.find((each) => !uploads.some((upload) => upload.kind === each));
  return missing === undefined ? ok(null) : refused('missing', missing, '');
}

/**
 * 附件 of a request, checked and made safe; nothing is stored yet, and no transaction should be open: it
 * may take seconds. Failures: FILE_REFUSED {reason, name, kind} for the first that does not pass,
 * UNAVAILABLE {seconds} when too many are waiting.
 */
export async function checkUploads(
  _context: CentralContext,
  kind: RequestKind,
  uploads: readonly Upload[],
  lane: Lane = checking,
): Promise<Result<readonly CheckedFile[]>> {
  const kinds = checkKinds(kind, uploads);
  if (!kinds.ok) return kinds;
  const files: CheckedFile[] = [];
  for (const upload of uploads) {
    const name = cleanFileName(upload.name);
    const looked = await checkFile(lane, name, upload);
    if (looked === null) return fail('UNAVAILABLE', { seconds: AGAIN });
    if (!looked.ok) return refused(looked.problem, upload.kind, name);
    files.push(looked.value);
  }
  return ok(files);
}
