import type { Case } from '../../shared/domain/case/case.ts';
import { buildCentral } from '../../central/app.ts';
import type { CentralContext } from '../../central/context.ts';
import type { Db } from '../../central/store/database.ts';
import { getIdentity } from '../../central/store/meta.ts';
import { openDatabase } from '../../central/store/open.ts';
import { startCentral, type TestCentral } from './central.ts';
import { aClock, type TestClock } from './clock.ts';
import { findBrokenCentral, findDifferences, readBooks } from './journey-check.ts';
import { openComputer, type Computer, type ComputerParts } from './journey-computer.ts';

/** What central's log holds of one operation. */
export interface Logged {
  readonly opId: string;
  readonly caseId: string;
  readonly kind: string;
  readonly status: 'pending' | 'committed' | 'refused';
  readonly seq: number | null;
  readonly failure: string | null;
}

/** Real central on real PostgreSQL, and real computers with real vaults, all in one process. */
export interface World {
  readonly central: TestCentral;
  /** The database that central works on, also after a restart. */
  readonly db: Db;
  /** One clock for all; computers may be set wrong against it. */
  readonly clock: TestClock;
  readonly computers: readonly Computer[];
  /** A computer of its own for an account of the demo; signed in unless `away`. */
  computer(account: string, parts?: ComputerParts): Promise<Computer>;
  /** Time passes, timer by timer, with all that follows from each. */
  pass(ms: number): Promise<void>;
  /** Everybody sends what waits and fetches what is new. */
  meet(): Promise<void>;
  /** Central ends and another one begins on the same database. */
  restartCentral(): Promise<void>;
  /** Central's own fold of a case; undefined when it has none. */
  caseOf(caseId: string): Promise<Case | undefined>;
  /** Central's log of operations in the order of commits, refused ones last. */
  logged(caseId?: string): Promise<Logged[]>;
  close(): Promise<void>;
}

export async function openWorld(over: Partial<CentralContext> = {}): Promise<World> {
  const clock = aClock();
  const central = await startCentral({ listen: true, over: { now: () => clock.now(), ...over } });
  const computers: Computer[] = [];
  const again: { readonly close: () => Promise<void> }[] = [];
  let { url, app } = central;
  let { db } = central.context;

  const world: World = {
    central,
    clock,
    computers,
    get db() {
      return db;
    },
    computer: async (account, parts = {}) => {
      const computer = await openComputer({ central, clock, url: () => url }, account, parts);
      computers.push(computer);
      return computer;
    },
    pass: async (ms) => {
      for (let left = ms; left >= 0;) {
        for (const computer of computers) await computer.rest();
        const next = Math.min(clock.pending()[0] ?? left, left);
        await clock.advance(next);
        if (next === left) break;
        left -= next;
      }
      for (const computer of computers) await computer.rest();
    },
    meet: async () => {
      // Once to send, once to hear of what those after one have sent.
      for (const _round of [1, 2]) for (const computer of computers) await computer.sync();
    },
    restartCentral: async () => {
      await app.close();
      db = openDatabase(central.databaseUrl);
      const context: CentralContext = { ...central.context, db, identity: await getIdentity(db) };
      app = await buildCentral(context);
      url = await app.listen({ host: '127.0.0.1', port: 0 });
      const started = { app, db };
      again.push({
        close: async () => {
          await started.app.close();
          await started.db.destroy();
        },
      });
    },
    caseOf: async (caseId) => {
      const query = db.selectFrom('cases').select('folded').where('id', '=', caseId);
      return (await query.executeTakeFirst())?.folded;
    },
    logged: (caseId) => readLog(db, caseId),
    close: async () => {
      for (const computer of computers) await computer.close();
      for (const one of again) await one.close();
      await central.close();
    },
  };
  return world;
}

async function readLog(db: Db, caseId: string | undefined): Promise<Logged[]> {
  const rows = await db
    .selectFrom('operations')
    .select(['op_id', 'case_id', 'kind', 'status', 'commit_seq', 'failure'])
    .$if(caseId !== undefined, (query) => query.where('case_id', '=', caseId ?? ''))
    .orderBy('commit_seq')
    .execute();
  return rows.map((row) => ({
    opId: row.op_id,
    caseId: row.case_id,
    kind: row.kind,
    status: row.status,
    seq: row.commit_seq,
    failure: row.failure?.code ?? null,
  }));
}

/** What does not hold that must hold at the end of every story, once all that can has met. */
async function findBroken(world: World): Promise<string[]> {
  const { central, db, computers } = world;
  await world.meet();
  const cases = (await db.selectFrom('cases').select('folded').execute()).map(({ folded }) => folded);
  const books = await readBooks(db);
  const differences = await Promise.all(computers.map((at) => findDifferences(at, cases, books)));
  return [
    ...central.faults.map((fault) => `central: ${String(fault)}`),
    ...computers.flatMap(({ notes }) => notes),
    ...(await findBrokenCentral(db)),
    ...differences.flat(),
  ];
}

/** A test over a world of its own, which is looked through at the end and thrown away; `over` replaces parts of central. */
export const inWorld =
  (story: (world: World) => Promise<void>, over?: Partial<CentralContext>): (() => Promise<void>) =>
  async () => {
    const world = await openWorld(over);
    try {
      await story(world);
      const broken = await findBroken(world);
      if (broken.length > 0) throw new Error(broken.join('\n'));
    } finally {
      await world.close();
    }
  };
