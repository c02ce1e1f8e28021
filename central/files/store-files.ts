import type { StoredFile } from '../../shared/contract/account-shapes.ts';
import { FILE_KINDS } from '../../shared/domain/account/request.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import type { CheckedFile } from './checked-file.ts';

/** Keeps the scans of a request, inside the transaction that makes the request. */
export async function storeFiles(
  trx: Db,
  context: Pick<CentralContext, 'now' | 'newId'>,
  { requestId, schoolId }: { readonly requestId: string; readonly schoolId: string },
  files: readonly CheckedFile[],
): Promise<void> {
  if (files.length === 0) return;
  const created_at = isoNow(context);
  await trx
    .insertInto('files')
    .values(
      files.map((file) => ({
        id: context.newId(),
        request_id: requestId,
        school_id: schoolId,
        ...file,
        created_at,
      })),
    )
    .execute();
}

/** 附件 of a request, without their content, in the order of FILE_KINDS: 必繳 before 非必繳. */
export async function filesOf(db: Db, requestId: string): Promise<StoredFile[]> {
  const files = await db
    .selectFrom('files')
    .select(['id as fileId', 'kind', 'name', 'type', 'size', 'pages', 'sha256'])
    .where('request_id', '=', requestId)
    .execute();
  return files.toSorted((one, other) => FILE_KINDS.indexOf(one.kind) - FILE_KINDS.indexOf(other.kind));
}
