import type { CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import type { SchoolWrite } from './judge-schools.ts';
import type { Written } from './written.ts';

/** Adds and changes schools; gives what was done to which, for the audit. */
export async function writeSchools(
  trx: Db,
  context: Pick<CentralContext, 'newId'>,
  writes: readonly SchoolWrite[],
): Promise<Written[]> {
  const done: Written[] = [];
  for (const { before, facts, changes } of writes) {
    const id = before?.id ?? context.newId();
    if (before === null)
      await trx
        .insertInto('schools')
        .values({ ...facts, id })
        .execute();
    else
      await trx
        .updateTable('schools')
        .set({ ...facts, revision: before.revision + 1 })
        .where('id', '=', id)
        .execute();
    done.push({
      action: 'unit.import',
      subject: id,
      schoolId: id,
      fields: before === null ? Object.keys(facts) : changes,
    });
  }
  return done;
}
