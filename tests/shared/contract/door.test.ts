import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CENTRAL_DOOR } from '../../../shared/contract/central.ts';
import { CORE_DOOR } from '../../../shared/contract/core.ts';
import { ask, row, serve, type Answer, type Door, type Handlers } from '../../../shared/contract/door.ts';
import { SHELL_DOOR } from '../../../shared/contract/shell.ts';
import { fail, Failure, ok, type Result } from '../../../shared/failure.ts';
import { anyJunk } from '../../helpers/arbitraries.ts';

const DOOR = {
  'cat.feed': row(z.object({ grams: z.number().default(50) }), z.object({ left: z.number() })),
  'cat.lose': row(z.object({}), z.object({})),
  'cat.drop': row(z.object({}), z.object({})),
} as const satisfies Door;

const UNEXPECTED: Failure = { code: 'UNEXPECTED', detail: { reportId: 'r1' } };

/** A served door, with what its handlers saw and what faults it told. */
function served() {
  const seen: unknown[] = [];
  const faults: (readonly [string, unknown])[] = [];
  const handlers: Handlers<typeof DOOR> = {
    'cat.feed': (input) => {
      seen.push(input);
      return Promise.resolve(ok({ left: 1000 - input.grams }));
    },
    'cat.lose': () => Promise.resolve(fail('NOT_ALLOWED', { reason: 'CASE_ENDED' })),
    'cat.drop': () => {
      throw new Error('at once, not in a promise');
    },
  };
  const answer = serve(DOOR, handlers, (name, fault) => {
    faults.push([name, fault]);
    return UNEXPECTED;
  });
  return { answer, seen, faults };
}

describe('serve', () => {
  test.each(['', 'cat', 'cat.eat', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '[DR1] [security 7.37] %j is no call',
    async (name) => {
      expect(await served().answer(name, {})).toEqual(fail('NOT_FOUND'));
    },
  );

  test('[DR2] an input that does not fit reaches no handler', async () => {
    const { answer, seen } = served();
    for (const input of [undefined, null, 1, 'x', [], { grams: '1' }, { grams: Number.NaN }]) {
      expect(await answer('cat.feed', input)).toEqual(fail('INVALID_INPUT', { where: 'cat.feed' }));
    }
    expect(seen).toEqual([]);
  });

  test('[DR2] an input that cannot even be read is a fault like any other', async () => {
    const { answer, faults } = served();
    const unreadable = {
      get grams(): number {
        throw new Error('not readable');
      },
    };
    expect(await answer('cat.feed', unreadable)).toEqual({ ok: false, failure: UNEXPECTED });
    expect(faults).toHaveLength(1);
  });

  test('[DR3] the handler gets what the row makes of the input, its result passes unchanged', async () => {
    const { answer, seen } = served();
    expect(await answer('cat.feed', {})).toEqual(ok({ left: 950 }));
    expect(await answer('cat.feed', { grams: 10, admin: true })).toEqual(ok({ left: 990 }));
    expect(seen).toEqual([{ grams: 50 }, { grams: 10 }]);
    expect(await answer('cat.lose', {})).toEqual(fail('NOT_ALLOWED', { reason: 'CASE_ENDED' }));
  });

  test('[DR4] a fault, thrown or rejected, becomes the owner’s failure', async () => {
    const { answer, faults } = served();
    expect(await answer('cat.drop', {})).toEqual({ ok: false, failure: UNEXPECTED });
    expect(faults.map(([name]) => name)).toEqual(['cat.drop']);
    const rejecting = serve(
      { 'cat.drop': DOOR['cat.drop'] },
      { 'cat.drop': () => Promise.reject(new Error('later')) },
      () => UNEXPECTED,
    );
    expect(await rejecting('cat.drop', {})).toEqual({ ok: false, failure: UNEXPECTED });
  });
});

describe('ask', () => {
  const asking = (send: (name: string, input: unknown) => Promise<unknown>) => ask<typeof DOOR>(send);

  test('[DR3] a result passes the pipe as it is', async () => {
    const { answer } = served();
    const call = asking((name, input) => answer(name, input));
    expect(await call('cat.feed', { grams: 10 })).toEqual(ok({ left: 990 }));
    expect(await call('cat.lose', {})).toEqual(fail('NOT_ALLOWED', { reason: 'CASE_ENDED' }));
  });

  test('[DR5] a broken pipe is UNEXPECTED, rejecting or throwing', async () => {
    const expected = fail('UNEXPECTED', { where: 'cat.feed' });
    expect(await asking(() => Promise.reject(new Error('gone')))('cat.feed', {})).toEqual(expected);
    const throwing = asking(() => {
      throw new Error('could not be cloned');
    });
    expect(await throwing('cat.feed', {})).toEqual(expected);
  });

  test('[DR5] what is no result is UNEXPECTED', async () => {
    await fc.assert(
      fc.asyncProperty(anyJunk, async (junk) => {
        fc.pre(typeof junk !== 'object' || junk === null || !('ok' in junk));
        const call = asking(() => Promise.resolve(junk));
        expect(await call('cat.feed', {})).toEqual(fail('UNEXPECTED', { where: 'cat.feed' }));
      }),
    );
    for (const answer of [{ ok: 'yes' }, { ok: false }, { ok: false, failure: { code: 'NO_SUCH' } }]) {
      expect(await asking(() => Promise.resolve(answer))('cat.feed', {})).toEqual(
        fail('UNEXPECTED', { where: 'cat.feed' }),
      );
    }
  });
});

/** A door whose handlers tell that they were reached. */
function reached(door: Door): { readonly answer: Answer; readonly calls: string[] } {
  const calls: string[] = [];
  const handlers = Object.fromEntries(
    Object.keys(door).map((name) => [
      name,
      (): Promise<Result<never>> => {
        calls.push(name);
        return Promise.resolve(fail('NOT_FOUND'));
      },
    ]),
  ) as Handlers<Door>;
  return { answer: serve(door, handlers, () => UNEXPECTED), calls };
}

const DOORS: readonly (readonly [string, Door])[] = [
  ['core', CORE_DOOR],
  ['shell', SHELL_DOOR],
  ['central', CENTRAL_DOOR],
];

/** Texts and lists of the inputs of a door that may be of any size. */
function unlimited(door: Door): readonly string[] {
  const open = new Set<string>();
  const visit = (name: string, node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const {
      type,
      maxLength,
      maxItems,
      enum: codes,
      format,
      pattern,
      const: only,
    } = node as Record<string, unknown>;
    const limited = [maxLength, codes, format, pattern, only].some((limit) => limit !== undefined);
    if (type === 'string' && !limited) open.add(`${name} text`);
    if (type === 'array' && maxItems === undefined) open.add(`${name} list`);
    for (const part of Object.values(node)) visit(name, part);
  };
  for (const [name, { input }] of Object.entries(door)) {
    visit(name, z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }));
  }
  return [...open];
}

test('[DR9] a text or list without a limit is found', () => {
  const list = z.array(z.string().max(3));
  expect(
    unlimited({ 'a.b': row(z.object({ one: z.string().max(3), two: list.max(2) }), z.object({})) }),
  ).toEqual([]);
  expect(unlimited({ 'a.b': row(z.object({ one: z.string(), two: list }), z.object({})) })).toEqual([
    'a.b text',
    'a.b list',
  ]);
});

describe.each(DOORS)('the door of %s', (_, door) => {
  test('[DR6] [security 7.37] junk to any call gets a typed failure', async () => {
    const names = fc.oneof(fc.constantFrom(...Object.keys(door)), fc.string(), fc.constant('__proto__'));
    await fc.assert(
      fc.asyncProperty(names, anyJunk, async (name, junk) => {
        const { answer, calls } = reached(door);
        const result = await answer(name, junk);
        const fits = Object.hasOwn(door, name) && door[name]?.input.safeParse(junk).success === true;
        expect(calls).toEqual(fits ? [name] : []);
        expect(result.ok).toBe(false);
        if (!result.ok) expect(Failure.safeParse(result.failure).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('[DR6] [security 7.38] an input that is no object does not fit', () => {
    for (const [name, { input }] of Object.entries(door)) {
      for (const junk of [null, 1, 'x', true, []]) {
        expect(input.safeParse(junk).success, name).toBe(false);
      }
    }
  });

  test('[DR9] calls are noun.verb', () => {
    for (const name of Object.keys(door)) expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]+$/u);
  });

  test('[DR9] every text and list of an input has a limit', () => {
    // A page to print comes from the core, which made it: print documents are the one exception.
    expect(unlimited(door).filter((place) => !place.startsWith('print.'))).toEqual([]);
  });
});
