/**
 * A process of its own that keeps one real PostgreSQL for a whole test run: starts it, makes the
 * templates, tells its address in the file `ready`, and stops it when the run has ended, however it did.
 * Arguments: its folder, the process of the run.
 */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { seedDemo } from '../../central/demo/seed.ts';
import { startCluster, type Cluster } from '../../central/store/cluster/cluster.ts';
import { migrate } from '../../central/store/migrate.ts';
import { openDatabase } from '../../central/store/open.ts';
import { TODAY } from './case-builders.ts';
import { CHEAP } from './password-cost.ts';
import type { Template } from './postgres.ts';

const [home = '', run = ''] = process.argv.slice(2);

const tell = (text: string): void => {
  writeFileSync(join(home, 'ready.partial'), text);
  renameSync(join(home, 'ready.partial'), join(home, 'ready'));
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

async function makeTemplate(cluster: Cluster, name: Template, demo: boolean): Promise<void> {
  const server = openDatabase(cluster.urlOf('postgres'));
  await sql.raw(`create database ${name}`).execute(server);
  await server.destroy();
  const db = openDatabase(cluster.urlOf(name));
  await migrate(db);
  if (demo) await seedDemo(db, { today: TODAY, cost: CHEAP });
  await db.destroy();
}

try {
  const cluster = await startCluster(join(home, 'cluster'));
  await makeTemplate(cluster, 'template_empty', false);
  await makeTemplate(cluster, 'template_demo', true);
  tell(cluster.urlOf('postgres'));
  while (isAlive(Number(run))) await sleep(500);
  await cluster.stop();
  rmSync(home, { recursive: true, force: true });
} catch (fault) {
  tell(fault instanceof Error ? fault.message : String(fault));
}
