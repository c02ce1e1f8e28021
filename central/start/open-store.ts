import { startCluster } from '../store/cluster/cluster.ts';
import type { Db } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { openDatabase } from '../store/open.ts';
import type { Options } from './options.ts';

export interface Store {
  readonly db: Db;
  /** Where the data are, for people; no password. */
  readonly where: string;
  readonly close: () => Promise<void>;
}

/** Opens the database, the embedded one or the one that DATABASE_URL names, and brings its schema up to date. */
export async function openStore(
  options: Pick<Options, 'data' | 'databaseUrl'>,
  note: (text: string) => void,
): Promise<Store> {
  const onIdleError = () => note('a database connection broke while idle');
  if (options.databaseUrl !== null) {
    const db = openDatabase(options.databaseUrl, { onIdleError });
    await migrate(db);
    return { db, where: new URL(options.databaseUrl).host, close: () => db.destroy() };
  }
  const cluster = await startCluster(options.data);
  const db = openDatabase(cluster.urlOf('postgres'), { onIdleError });
  const close = async () => {
    await db.destroy();
    await cluster.stop();
  };
  try {
    await migrate(db);
  } catch (fault) {
    await close();
    throw fault;
  }
  return { db, where: cluster.home, close };
}
