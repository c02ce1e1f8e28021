import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The log and the audit chain can only grow, even for our own code. Row-level security by school is
 * the next layer: it wants a database role of its own for the service (README, decisions).
 */
const TRIGGERS = sql`
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_log_append_only before update or delete on audit_log
  for each row execute function refuse_change();
create trigger audit_log_no_truncate before truncate on audit_log
  for each statement execute function refuse_change();
create trigger operations_append_only before update on operations
  for each row when (old.status <> 'pending') execute function refuse_change();
create trigger operations_no_delete before delete on operations
  for each row execute function refuse_change();
create trigger operations_no_truncate before truncate on operations
  for each statement execute function refuse_change();
`;

export const GUARDS: Migration = {
  up: async (db) => {
    await TRIGGERS.execute(db);
  },
};
