import { createHash } from 'node:crypto';
import type { Upload } from '../../shared/contract/account-shapes.ts';
import { canonicalJson } from '../../shared/domain/canonical/canonical-json.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import type { Db } from '../store/database.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What tells one request from another: everything the person gave but the captcha, which is new at each try. */
export const requestHash = (
  call: 'registration.create' | 'roleChange.create',
  given: Readonly<Record<string, unknown>>,
  files: readonly Upload[],
): string =>
  sha256(
    canonicalJson({
      call,
      ...given,
      files: files.map(({ kind, name, contentBase64 }) => ({ kind, name, content: sha256(contentBase64) })),
    }),
  );

/**
 * Whether a request of this id is stored already: sent twice, it is one. OP_ID_REUSED when it had other
 * content, or when it is somebody else's; `askedBy` is null for a registration, which nobody signed in for.
 */
export async function isRemembered(
  db: Db,
  requestId: string,
  payloadSha256: string,
  askedBy: string | null,
): Promise<Result<boolean>> {
  const row = await db
    .selectFrom('requests')
    .select(['payload_sha256', 'requested_by'])
    .where('id', '=', requestId)
    .executeTakeFirst();
  if (row === undefined) return ok(false);
  const same = row.payload_sha256 === payloadSha256 && (askedBy === null || row.requested_by === askedBy);
  return same ? ok(true) : fail('OP_ID_REUSED');
}
