import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStore } from '../../../../main/core/vault/create-store.ts';
import { foldLines, linesOf, VIEW_VERSION } from '../../../../main/core/vault/overlay.ts';
import type { Committed, OutboxRow } from '../../../../main/core/vault/rows.ts';
import type { Store } from '../../../../main/core/vault/store.ts';
import { fold } from '../../../../shared/domain/case/apply.ts';
import type { Operation } from '../../../../shared/domain/case/operation.ts';
import { REGIMES } from '../../../../shared/regime/regimes.ts';
import { aCommit, operationsTo, uuidOf } from '../../../helpers/case-builders.ts';
import { aReceipt, inMemory, inPlace, onDisk, pageOf } from '../../../helpers/store.ts';

const CASES = [uuidOf(0xca1), uuidOf(0xca2), uuidOf(0xca3)];
const WAY_LENGTH = 5;

/** What reaches this computer, one thing after another. */
type Arrival = { readonly page: readonly [from: number, to: number] } | { readonly receipt: number };

interface Plan {
  /** Three cases all the way to their end, merged at random: the service's log. */
  readonly log: readonly Operation[];
  /** Which of them were made here. */
  readonly own: readonly boolean[];
  readonly arrivals: readonly Arrival[];
}

const ways = CASES.map((caseId) => operationsTo({ state: 'CLOSED', caseId }));

const shuffled = <T>(all: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...all], { minLength: all.length });

/** Case numbers in any order become places in it, first things first within each case. */
const inOrder = (order: readonly number[], places: (index: number) => readonly number[]): number[] => {
  const taken = CASES.map(() => 0);
  return order.map((index) => {
    const at = taken[index] ?? 0;
    taken[index] = at + 1;
    return places(index)[at] ?? 0;
  });
};

const labels = CASES.flatMap((_, index) => Array<number>(WAY_LENGTH).fill(index));
const all = labels.map((_, index) => index);

const plans: fc.Arbitrary<Plan> = fc
  .record({
    log: shuffled(labels),
    receipts: shuffled(labels),
    own: fc.array(fc.boolean(), { minLength: labels.length, maxLength: labels.length }),
    cuts: fc.array(fc.nat({ max: labels.length }), { maxLength: 6 }),
    // Pages come in order, receipts in that of their case, and both mixed as they like.
    kinds: shuffled([...all.map(() => 'receipt' as const), ...Array<'page'>(7).fill('page')]),
  })
  .map(({ log: order, receipts, own, cuts, kinds }) => {
    const ofWay = inOrder(order, () => all);
    const log = order.map((index, i) => ways[index]?.[ofWay[i] ?? 0] as Operation);
    const places = (index: number) => all.filter((i) => order[i] === index);
    const acknowledged = inOrder(receipts, places);
    const ends = [...cuts.toSorted((a, b) => a - b), log.length];
    const pages = ends.map((to, index) => [ends[index - 1] ?? 0, to] as const);
    const arrivals = kinds.flatMap((kind): Arrival[] => {
      if (kind === 'receipt') return [{ receipt: acknowledged.shift() ?? 0 }];
      const page = pages.shift();
      return page === undefined ? [] : [{ page }];
    });
    return { log, own, arrivals };
  });

/** Plays a plan and compares after each step what is shown with a fold made here by hand. */
function play({ log, own, arrivals }: Plan, store: Store): void {
  const placed = log.map((operation, index) => {
    if (own[index] !== true) return operation;
    const mine = inPlace(operation, store);
    store.save(mine, null);
    return mine;
  });
  const known = new Set<number>();
  const compare = () => {
    for (const caseId of CASES) {
      const mine = (index: number) => placed[index]?.caseId === caseId;
      const committed = [...known].filter(mine).toSorted((a, b) => a - b);
      const waiting = placed.map((_, index) => index).filter((i) => own[i] && mine(i) && !known.has(i));
      const entries = [
        ...committed.map((i) => ({ operation: placed[i] as Operation, commit: aCommit(i + 1) })),
        ...waiting.map((i) => ({ operation: placed[i] as Operation, commit: null })),
      ];
      const regime = entries.some(({ operation }) => operation.kind === 'submit');
      const expected = regime ? fold(REGIMES['senior-high'], fromFiling(entries)) : null;
      expect(store.findCase(caseId) ?? null).toEqual(expected);
    }
  };
  for (const arrival of arrivals) {
    if ('page' in arrival) {
      const [from, to] = arrival.page;
      const lines = placed
        .slice(from, to)
        .map((operation, i) => ({ operation, commit: aCommit(from + i + 1) }));
      store.applyPage(pageOf(lines, 'epoch-1', { cursor: to }));
      for (let i = from; i < to; i += 1) known.add(i);
    } else if (own[arrival.receipt] === true) {
      const operation = placed[arrival.receipt] as Operation;
      const receipt = aReceipt(operation, aCommit(arrival.receipt + 1));
      store.settle([{ kind: 'committed', opId: operation.opId, receipt }], 0);
      known.add(arrival.receipt);
    }
    compare();
  }
}

/** apply() passes over acts before the filing, so does this. */
const fromFiling = (entries: readonly Parameters<typeof fold>[1][number][]) =>
  entries.slice(entries.findIndex(({ operation }) => operation.kind === 'submit'));

describe.each([
  ['in memory', inMemory, 150],
  ['on encrypted SQLite', onDisk, 15],
])('%s', (_, open, numRuns) => {
  test('[VA5] [I14] receipts and pages in any order give the same case at every step', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { tables, remove } = open();
        const store = createStore(tables);
        try {
          play(plan, store);
        } finally {
          store.close();
          remove();
        }
      }),
      { numRuns },
    );
  });

  test('[VA7] views of another version are folded anew at the next opening', () => {
    const { tables, remove } = open();
    const [operation] = operationsTo();
    createStore(tables).save(inPlace(operation as Operation, createStore(tables)), null);
    const caseId = (operation as Operation).caseId;
    const view = tables.views.find(caseId);
    tables.views.clear();
    expect(createStore(tables).findCase(caseId)).toBeUndefined();
    tables.meta.put('viewVersion', 'older');
    expect(createStore(tables).findCase(caseId)).toEqual(view);
    expect(tables.meta.find('viewVersion')).toBe(VIEW_VERSION);
    tables.close();
    remove();
  });
});

const rowOf = (operation: Operation, over: Partial<OutboxRow> = {}): OutboxRow => ({
  operation,
  state: 'waiting',
  attempts: 0,
  nextTry: null,
  failure: null,
  blockedBy: null,
  receipt: null,
  settledAt: null,
  ...over,
});

describe('lines', () => {
  const [file, track] = operationsTo({ state: 'PENDING_REPORT' }) as [Operation, Operation];
  const committed: Committed[] = [{ operation: file, commit: aCommit(1) }];

  test('[VA6] refused and blocked operations stand in the log but are not applied; withdrawn ones are gone', () => {
    const lines = (over: Partial<OutboxRow>) => linesOf(committed, [rowOf(track, over)], 'e');
    expect(lines({}).map(({ applied }) => applied)).toEqual([true, true]);
    expect(lines({ state: 'refused' }).map(({ applied }) => applied)).toEqual([true, false]);
    expect(lines({ blockedBy: file.opId }).map(({ applied }) => applied)).toEqual([true, false]);
    expect(lines({ state: 'withdrawn' })).toHaveLength(1);
    expect(foldLines(lines({}))?.state).toBe('PENDING_REPORT');
    expect(foldLines(lines({ state: 'conflict' }))?.state).toBe('FILED');
  });

  test('[VA5] there is no case before its filing', () => {
    expect(foldLines(linesOf([], [rowOf(track)], 'e'))).toBeUndefined();
    expect(foldLines(linesOf([], [rowOf(file, { state: 'refused' }), rowOf(track)], 'e'))).toBeUndefined();
  });
});
