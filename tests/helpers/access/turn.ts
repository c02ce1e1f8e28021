import type { FastifyInstance } from 'fastify';
import { CENTRAL_DOOR, type CentralCall } from '../../../shared/contract/central.ts';
import { FAILURES } from '../../../shared/failure.ts';
import type { TestCentral } from '../central.ts';
import { askDoor, outcomeOf, withoutIds, type Answer } from './ask.ts';
import { insertCaptcha, type Asker } from './asker.ts';
import type { AccessCase, AccessRow, AccessRows, Outcome } from './case.ts';
import type { Tally } from './tally.ts';
import type { Watch } from './watch.ts';
import { CANARY, unknownPlace, type Place, type Relation, type World } from './world.ts';

/** A service on a filled database, and what is expected of it. */
export interface Bench {
  readonly central: TestCentral;
  readonly app: FastifyInstance;
  readonly world: World;
  readonly watch: Watch;
  readonly tally: Tally;
  readonly rows: AccessRows;
}

/** One call, prepared: who, what, where. */
export interface Turn {
  readonly name: CentralCall;
  readonly row: AccessRow;
  readonly caseName: string;
  readonly one: AccessCase;
  readonly relation: Relation;
  readonly asker: Asker | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly expected: Outcome;
  readonly who: string;
}

const NO_CAPTCHA = { captchaId: '', captchaAnswer: '' };

const inputFor = async ({ central, world }: Bench, { one, asker }: Turn, place: Place): Promise<object> => {
  const { db, now } = central.context;
  const captcha = one.may === 'public' ? await insertCaptcha(db, now()) : NO_CAPTCHA;
  return one.input({ world, place, asker, now: now(), captcha });
};

const tell = ({ who, name, caseName, relation }: Turn): string => `${who}: ${name} ${caseName} (${relation})`;

/** Refused by the table: the right code, nothing changed, and alike for ids that nobody has. */
async function checkRefusal(bench: Bench, turn: Turn, answer: Answer, input: object, before: string) {
  const { world, watch, tally, app } = bench;
  const { name, one, expected, relation, headers } = turn;
  // Nothing written at all is nothing changed; else both prints have to be the same.
  const same = (await watch.isStill()) || (await watch.fingerprint()) === before;
  tally.check(same, () => `${tell(turn)} was refused and changed the database`);
  if (expected !== 'NOT_FOUND' || one.at === undefined || one.unknownAlike === 'never') return;
  const unknown = await inputFor(bench, turn, unknownPlace(world.places[relation]));
  const other = await askDoor(app, name, unknown, headers);
  tally.check(
    withoutIds(answer, input) === withoutIds(other, unknown),
    () => `${tell(turn)} tells foreign from unknown:\n  ${answer.text}\n  ${other.text}`,
  );
}

/** Let in by the table: not refused for who asks, nothing of other schools for those of one school. */
async function checkAdmission(bench: Bench, turn: Turn, answer: Answer, input: object) {
  const { world, tally, app } = bench;
  const { name, one, asker, relation, headers } = turn;
  if (asker === null || asker.schoolId !== null)
    tally.check(!answer.text.includes(CANARY), () => `${tell(turn)} shows another school: ${answer.text}`);
  if (one.at === undefined || one.unknownAlike === 'never') return;
  const unknown = await inputFor(bench, turn, unknownPlace(world.places[relation]));
  const other = await askDoor(app, name, unknown, headers);
  if (one.unknownAlike === 'always')
    tally.check(
      withoutIds(answer, input) === withoutIds(other, unknown),
      () => `${tell(turn)} answers unknown ones otherwise:\n  ${answer.text}\n  ${other.text}`,
    );
  else {
    const outcome = outcomeOf(other, one.read);
    tally.check(outcome === 'NOT_FOUND', () => `${tell(turn)} for an unknown id: ${outcome}`);
  }
}

const isExpected = (outcome: Outcome, { expected, one }: Turn): boolean =>
  outcome === expected ||
  (expected === 'done' && outcome !== 'done' && one.content?.includes(outcome) === true);

/** One cell of the matrix. Gives whether the database has to be put back. */
export async function takeTurn(bench: Bench, turn: Turn, before: string): Promise<boolean> {
  const { world, app, tally, watch } = bench;
  const { name, one, expected, relation, headers } = turn;
  const input = await inputFor(bench, turn, world.places[relation]);
  const answer = await askDoor(app, name, input, headers);
  const outcome = outcomeOf(answer, one.read);
  tally.check(
    isExpected(outcome, turn),
    () => `${tell(turn)}: ${outcome} ${answer.status} instead of ${expected}: ${answer.text.slice(0, 300)}`,
  );
  // A refusal for who asks; one that a sign-in gets may count tries and end sessions.
  if (expected !== 'done' && one.byState === undefined)
    await checkRefusal(bench, turn, answer, input, before);
  if (expected === 'done') await checkAdmission(bench, turn, answer, input);
  if (CENTRAL_DOOR[name].method === 'GET') {
    const head = await askDoor(app, name, input, headers, 'HEAD');
    const status = expected === 'done' ? 200 : FAILURES[expected].status;
    tally.check(head.status === status && head.text === '', () => `${tell(turn)} by HEAD: ${head.status}`);
  }
  return !(await watch.isStill()) || (expected !== 'done' && outcome === 'done');
}
