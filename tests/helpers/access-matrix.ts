import type { Db } from '../../central/store/database.ts';
import type { CentralCall } from '../../shared/contract/central.ts';
import type { AccessRows } from './access/case.ts';
import { CALLS, doorKey, keyOf, unlistedOf } from './access/listed.ts';
import { gatherRoutes, type MountedRoute } from './access/routes.ts';
import { ACCESS_ROWS } from './access/rows.ts';
import { askAsAccount, askAsStranger, askPages } from './access/sweep.ts';
import { startTally, type Tally } from './access/tally.ts';
import type { Bench } from './access/turn.ts';
import { watchDatabase } from './access/watch.ts';
import { STATE_NAMES, STRANGERS, type StateName } from './access/who.ts';
import { makeWorld } from './access/world.ts';
import { startCentral } from './central.ts';

/** What the matrix found; `leaks` are assertions that did not hold, `findings` say which. */
export interface AccessReport {
  readonly routes: number;
  readonly roleSets: number;
  readonly assertions: number;
  readonly leaks: number;
  readonly unlisted: number;
  readonly findings: readonly string[];
}

/** A smaller matrix, or one with a hole, for the tests of the matrix itself. */
export interface MatrixParts {
  /** By their place in ROLE_SETS, and nobody without an account. */
  readonly roleSets?: readonly number[];
  readonly states?: readonly StateName[];
  readonly shards?: number;
  readonly rows?: AccessRows;
  /** Runs on the filled database of each service. */
  readonly spoil?: (db: Db) => Promise<unknown>;
}

/** So many services with databases of their own share the work: one waits while another computes. */
const SHARDS = 3;

interface Started {
  readonly bench: Bench;
  readonly routes: readonly MountedRoute[];
  readonly calls: readonly CentralCall[];
}

async function startBench(caughtMails: string, tally: Tally, parts: MatrixParts): Promise<Started> {
  const { built: central, routes } = await gatherRoutes(() =>
    startCentral({ seed: false, over: { mail: { wake: () => undefined }, caughtMails } }),
  );
  const world = await makeWorld(central);
  const watch = await watchDatabase(central.context.db);
  await parts.spoil?.(central.context.db);
  const mounted = new Set(routes.map(keyOf));
  const calls = CALLS.filter((name) => mounted.has(doorKey(name)));
  return {
    bench: { central, app: central.app, world, watch, tally, rows: parts.rows ?? ACCESS_ROWS },
    routes,
    calls,
  };
}

/** The share of one service: each accounts in turn, and the first whatever needs no account. */
async function askShare(
  { bench, routes, calls }: Started,
  shard: number,
  { roleSets, states = STATE_NAMES, shards = SHARDS }: MatrixParts,
): Promise<void> {
  if (shard === 0 && roleSets === undefined) {
    await askPages(bench, routes);
    for (const name of Object.keys(STRANGERS) as (keyof typeof STRANGERS)[])
      await askAsStranger(bench, name, calls);
  }
  for (const index of bench.world.askers.keys())
    if (index % shards === shard && roleSets?.includes(index) !== false)
      for (const state of states) await askAsAccount(bench, index, state, calls);
}

/**
 * Every route that Fastify has × every role set × own school, same county, other county × every state of
 * account and session, against real services on a real PostgreSQL. `caughtMails` is an empty folder.
 */
export async function runAccessMatrix(caughtMails: string, parts: MatrixParts = {}): Promise<AccessReport> {
  const tally = startTally();
  const started: Started[] = [];
  try {
    // One after the other, because whoever listens for routes hears all applications.
    for (let shard = 0; shard < (parts.shards ?? SHARDS); shard += 1)
      started.push(await startBench(caughtMails, tally, parts));
    await Promise.all(started.map((one, shard) => askShare(one, shard, parts)));
    const [first] = started;
    if (first === undefined) throw new RangeError('a matrix without a service');
    const unlisted = unlistedOf(first.routes);
    const faults = started.flatMap(({ bench }) =>
      bench.central.faults.map((fault) => `a fault of the service: ${String(fault)}`),
    );
    return {
      routes: first.routes.length,
      roleSets: first.bench.world.askers.length,
      assertions: tally.assertions(),
      leaks: tally.findings.length + faults.length,
      unlisted: unlisted.length,
      findings: [...unlisted, ...tally.findings, ...faults],
    };
  } finally {
    for (const { bench } of started) await bench.central.close();
  }
}
