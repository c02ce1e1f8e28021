import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { hashPassword, PASSWORD_COST } from '../../central/auth/password.ts';
import { DEMO_ACCOUNTS } from '../../central/demo/demo-accounts.ts';
import { LIMITS } from '../../central/http/limits.ts';
import { table } from '../../scripts/lib/table.mjs';
import { CENTRAL_DOOR } from '../../shared/contract/central.ts';
import { startCentral, type TestCentral } from '../helpers/central.ts';
import { post } from '../helpers/central-process.ts';

/** One kind of try, and what it took each time in milliseconds. */
interface Kind {
  readonly what: string;
  readonly who: string;
  readonly path: string;
  readonly given: (turn: number) => object;
  readonly times: number[];
}

const known = (turn: number) => DEMO_ACCOUNTS[turn % DEMO_ACCOUNTS.length];
const signIn = (account: string) => ({
  account,
  password: 'Wrong#Password1',
  deviceId: randomUUID(),
  deviceName: 'timing',
});

const kinds = (): Kind[] => {
  const sign = { what: 'sign-in, wrong password', path: CENTRAL_DOOR['session.create'].path };
  const forget = { what: 'forgot password', path: CENTRAL_DOOR['password.forget'].path };
  const unknown = (turn: number) => `nobody-${turn}-${randomUUID().slice(0, 8)}`;
  return [
    { ...sign, who: 'known', given: (turn) => signIn(known(turn)?.account ?? ''), times: [] },
    { ...sign, who: 'unknown', given: (turn) => signIn(unknown(turn)), times: [] },
    {
      ...forget,
      who: 'known',
      given: (turn) => ({ account: known(turn)?.account, email: known(turn)?.email }),
      times: [],
    },
    { ...forget, who: 'unknown', given: (turn) => ({ account: unknown(turn), email: 'a@b.tw' }), times: [] },
    {
      ...forget,
      who: 'other address',
      given: (turn) => ({ account: known(turn)?.account, email: 'a@b.tw' }),
      times: [],
    },
  ];
};

/** One try over the real network, with a captcha that is not part of the time. */
async function tryOnce(central: TestCentral, { path, given, times }: Kind, turn: number): Promise<void> {
  const { captchaId } = await post(central.url, CENTRAL_DOOR['captcha.create'].path, {});
  const body = { ...given(turn), captchaId, captchaAnswer: central.captchaAnswer(captchaId) };
  const since = performance.now();
  await post(central.url, path, body).catch(() => undefined);
  times.push(performance.now() - since);
}

const at = (times: readonly number[], share: number): string => {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
};

/** Kinds in turns, from another one each time, so that the computer's moods meet all alike. */
async function measure(forgetMs: number, tries: number, which: (kind: Kind) => boolean): Promise<Kind[]> {
  const limits = { forgetMs };
  const central = await startCentral({ listen: true, limits, over: { passwordCost: PASSWORD_COST } });
  const { db } = central.context;
  // The tests' demo has the cheapest hashes; a known account has to cost what it costs.
  const password_hash = await hashPassword('Right#Password1', PASSWORD_COST);
  await db.updateTable('accounts').set({ password_hash }).execute();
  const chosen = kinds().filter(which);
  for (let turn = 0; turn < tries + WARM_UP; turn += 1) {
    for (let next = 0; next < chosen.length; next += 1) {
      const kind = chosen[(turn + next) % chosen.length];
      if (kind !== undefined) await tryOnce(central, kind, turn);
    }
    // Nobody is locked out, and each hour forgets its mails.
    await db.deleteFrom('sign_in_attempts').execute();
    if (turn % DEMO_ACCOUNTS.length === 0) central.clock.now += 3_700_000;
  }
  await central.close();
  return chosen.map((kind) => ({ ...kind, times: kind.times.slice(WARM_UP) }));
}

const WARM_UP = 3;
const { tries } = parseArgs({ options: { tries: { type: 'string', default: '60' } } }).values;
const count = Number(tries);
if (!Number.isInteger(count) || count < 1) throw new RangeError('--tries takes a number');
const isForget = ({ what }: Kind) => what === 'forgot password';
const seen = await measure(LIMITS.forgetMs, count, () => true);
const bare = (await measure(0, count, isForget)).map((kind) => ({
  ...kind,
  what: 'forgot password, without its fixed moment',
}));
const rows = [...seen, ...bare].map(({ what, who, times }) => ({
  what,
  account: who,
  tries: times.length,
  'median ms': at(times, 0.5),
  'p95 ms': at(times, 0.95),
  'least ms': at(times, 0),
  'most ms': at(times, 1),
}));
console.log(table(rows));
process.exit(0);
