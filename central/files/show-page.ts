import type { Db } from '../store/database.ts';
import { passed, type Looked } from './checked-file.ts';
import { makePageCache } from './page-cache.ts';
import { showing } from './work/lane.ts';

const pages = makePageCache(48 * 1024 * 1024);

/**
 * A page (from 1) of a stored scan as PNG; null when too many are being drawn already. Whoever asks has
 * been let in by the route.
 */
export async function showPage(
  db: Db,
  file: { readonly id: string; readonly sha256: string },
  page: number,
): Promise<Looked<Buffer> | null> {
  const key = `${file.sha256} ${page}`;
  const known = pages.find(key);
  if (known !== undefined) return passed(known);
  const { content, type } = await db
    .selectFrom('files')
    .select(['content', 'type'])
    .where('id', '=', file.id)
    .executeTakeFirstOrThrow();
  const looked = await showing.run({ kind: 'page', type, content, page });
  if (looked === null || !looked.ok) return looked;
  const drawn = Buffer.from(looked.value.content);
  pages.keep(key, drawn);
  return passed(drawn);
}
