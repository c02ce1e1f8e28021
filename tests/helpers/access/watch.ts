import { sql } from 'kysely';
import type { Db } from '../../../central/store/database.ts';

/** What a refused call may write: who asked what, captchas used up, tries counted. */
const MAY_CHANGE: readonly string[] = ['audit_log', 'captchas', 'sign_in_attempts'];
/** Columns and rows that a refusal may touch in the other tables. */
const COMPARED: Readonly<Record<string, string>> = {
  // The head of the audit chain moves with each line of it.
  ledger: 'select commit_seq from ledger',
  sessions: `select to_jsonb(sessions) - 'last_used_at' from sessions`,
  // A refused operation is remembered, so that a retry gets the same answer (I4).
  operations: `select to_jsonb(operations) from operations where status <> 'refused'`,
};

/** Tells whether a call has changed anything, and puts the database back as it was. */
export interface Watch {
  /** Nothing was written at all since the last call of this. */
  readonly isStill: () => Promise<boolean>;
  /** What has to be the same before and after a refusal. */
  readonly fingerprint: () => Promise<string>;
  readonly restore: () => Promise<void>;
}

async function tablesOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%'
    order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

/** Every table of the schema is watched, also one that is added later. */
export async function watchDatabase(db: Db): Promise<Watch> {
  const run = (text: string) => sql.raw(text).execute(db);
  const tables = await tablesOf(db);
  const watched = tables.filter((table) => !MAY_CHANGE.includes(table));
  const triggers = watched.map(
    (table) => `create trigger zz_touched after insert or update or delete on ${table}
      for each row execute function kept.touched();`,
  );
  const copies = tables.map((table) => `create table kept.${table} as table public.${table};`);
  await run(`create schema kept;
    create sequence kept.touches;
    create function kept.touched() returns trigger language plpgsql as
      $$ begin perform nextval('kept.touches'); return null; end $$;
    ${triggers.join('\n')} ${copies.join('\n')}`);

  const hashes = watched.map((table) => {
    const rows = COMPARED[table] ?? `select to_jsonb(${table}) from ${table}`;
    return `select '${table}' as name, md5(coalesce(string_agg(x::text, ' ' order by x::text), '')) as hash
      from (${rows}) as rows (x)`;
  });
  const fingerprint = async () => {
    const { rows } = await sql
      .raw<{ name: string; hash: string }>(`${hashes.join(' union all ')} order by 1`)
      .execute(db);
    return rows.map(({ name, hash }) => `${name} ${hash}`).join('\n');
  };

  let seen = '';
  const isStill = async () => {
    const { rows } = await sql<{ at: string }>`select last_value || '/' || is_called as at
      from kept.touches`.execute(db);
    const before = seen;
    seen = rows[0]?.at ?? '';
    return before === seen;
  };

  // As a replica, so that neither our triggers nor those that keep the log append-only stand in the way.
  const back = tables.map(
    (table) => `delete from public.${table}; insert into public.${table} select * from kept.${table};`,
  );
  const restore = async () => {
    await run(`begin; set local session_replication_role = replica; ${back.join('\n')} commit;`);
  };
  return { isStill, fingerprint, restore };
}
