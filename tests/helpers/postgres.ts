import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import pg from 'pg';
import type { Db } from '../../central/store/database.ts';
import { openDatabase } from '../../central/store/open.ts';

/** Templates that the keeper makes once: the empty schema, and the demo's data as of TODAY. */
export type Template = 'template_empty' | 'template_demo';

/** A database of a test's own, in the run's real PostgreSQL. */
export interface TestDatabase {
  readonly db: Db;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The test run: its process, whether workers are threads or processes. */
const run = isMainThread ? process.ppid : process.pid;
const home = join(tmpdir(), `xuelu-test-postgres-${run}`);

const urlOf = (server: string, database: string): string => {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
};

/** Starts the keeper of the run's server, unless another worker was faster. */
function startKeeper(): void {
  try {
    mkdirSync(home);
  } catch {
    return;
  }
  const script = fileURLToPath(new URL('./postgres-keeper.ts', import.meta.url));
  const child = spawn(process.execPath, [script, home, String(run)], { detached: true, stdio: 'ignore' });
  child.unref();
}

async function findServer(): Promise<string> {
  startKeeper();
  const file = join(home, 'ready');
  for (let wait = 0; wait < 1200 && !existsSync(file); wait += 1) await sleep(50);
  const said = existsSync(file) ? readFileSync(file, 'utf8') : 'it said nothing';
  if (!said.startsWith('postgres://')) throw new Error(`the test PostgreSQL did not start: ${said}`);
  return said;
}

async function ask(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

let made = 0;

/** Clones a template: about a tenth of a second. */
export async function useDatabase(template: Template = 'template_empty'): Promise<TestDatabase> {
  const server = await findServer();
  const name = `test_${process.pid}_${Date.now().toString(36)}_${(made += 1)}`;
  await ask(server, `create database ${name} template ${template}`);
  const url = urlOf(server, name);
  const db = openDatabase(url);
  const close = async () => {
    await db.destroy();
    await ask(server, `drop database if exists ${name} with (force)`);
  };
  return { db, url, close };
}
