import type { CentralCall } from '../../../shared/contract/central.ts';
import { ask } from './ask.ts';
import { prepareAsker, type Asker } from './asker.ts';
import { expectedOf, type AccessCase, type AccessRow, type AccessRows, type Outcome } from './case.ts';
import { keyOf } from './listed.ts';
import type { MountedRoute } from './routes.ts';
import { PAGE_ROWS } from './rows-pages.ts';
import { takeTurn, type Bench, type Turn } from './turn.ts';
import { STRANGERS, type StateName } from './who.ts';
import { CANARY, type Relation } from './world.ts';

function casesOf(
  rows: AccessRows,
  name: CentralCall,
): readonly { row: AccessRow; caseName: string; one: AccessCase; relation: Relation }[] {
  const row = rows[name];
  return Object.entries(row.cases).flatMap(([caseName, one]) =>
    (one.at ?? (['own'] as const)).map((relation) => ({ row, caseName, one, relation })),
  );
}

/** All cells of one account in one state. */
async function askAll(
  bench: Bench,
  who: string,
  prepare: () => Promise<{ asker: Asker | null; headers: Turn['headers'] }>,
  expect: (row: AccessRow, one: AccessCase, relation: Relation) => Outcome | null,
  calls: readonly CentralCall[],
): Promise<void> {
  const { watch } = bench;
  let ready = await prepare();
  await watch.isStill();
  let print = await watch.fingerprint();
  for (const name of calls) {
    for (const given of casesOf(bench.rows, name)) {
      const expected = expect(given.row, given.one, given.relation);
      if (expected === null) continue;
      const dirty = await takeTurn(bench, { name, ...given, ...ready, expected, who }, print);
      if (!dirty) continue;
      ready = await prepare();
      await watch.isStill();
      print = await watch.fingerprint();
    }
  }
}

export async function askAsAccount(
  bench: Bench,
  index: number,
  state: StateName,
  calls: readonly CentralCall[],
) {
  const { central, world, watch } = bench;
  const person = world.askers[index];
  if (person === undefined) return;
  const { db, now } = central.context;
  const officer = person.roles.some((role) => role === 'BUREAU' || role === 'ADMIN');
  const schoolId = officer ? null : world.places.own.schoolId;
  const prepare = async () => {
    await watch.restore();
    const asker = await prepareAsker(db, person, schoolId, state, now());
    return { asker, headers: { authorization: `Bearer ${asker.accessToken}` } };
  };
  const expect = (row: AccessRow, one: AccessCase, relation: Relation) =>
    // What stands open to everybody is asked once with an account, not in each of its states.
    one.may === 'public' && one.byState === undefined && state !== 'active'
      ? null
      : expectedOf(row, one, person, relation, state);
  await askAll(bench, `${person.roles.join('＋')} ${state}`, prepare, expect, calls);
}

export async function askAsStranger(
  bench: Bench,
  name: keyof typeof STRANGERS,
  calls: readonly CentralCall[],
) {
  const headers = STRANGERS[name];
  const prepare = async () => {
    await bench.watch.restore();
    return { asker: null, headers };
  };
  const expect = (_row: AccessRow, one: AccessCase) => {
    if (one.byState !== undefined) return null;
    return one.may === 'public' ? 'done' : 'SIGNED_OUT';
  };
  await askAll(bench, name, prepare, expect, calls);
}

export async function askPages({ app, tally, watch }: Bench, routes: readonly MountedRoute[]): Promise<void> {
  const mounted = new Set(routes.map(keyOf));
  await watch.restore();
  await watch.isStill();
  for (const [key, rows] of Object.entries(PAGE_ROWS)) {
    const [method = 'GET'] = key.split(' ');
    if (!mounted.has(key)) continue;
    for (const { url, status, form, headers } of rows)
      for (const as of method === 'GET' ? ['GET', 'HEAD'] : [method]) {
        const type = form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
        const answer = await ask(app, {
          method: as,
          url,
          headers: { ...type, ...headers },
          ...(form === undefined ? {} : { payload: form }),
        });
        tally.check(answer.status === status, () => `${as} ${url}: ${answer.status} instead of ${status}`);
        tally.check(!answer.text.includes(CANARY), () => `${as} ${url} shows somebody`);
        const still = await watch.isStill();
        tally.check(still, () => `${as} ${url} changed the database`);
      }
  }
}
