import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStore } from '../../../../../main/core/vault/create-store.ts';
import type { CasePageQuery, CasePlace } from '../../../../../main/core/vault/rows.ts';
import type { Store } from '../../../../../main/core/vault/store.ts';
import { CaseSort } from '../../../../../shared/contract/core.ts';
import { normaliseSearch } from '../../../../../shared/domain/plain-text/search.ts';
import {
  aCommit,
  anOperation,
  completeFiling,
  SCHOOL_ID,
  uuidOf,
} from '../../../../helpers/case-builders.ts';
import { studentNo } from '../../../../helpers/core.ts';
import { inMemory, onDisk, pageOf, type OpenedTables } from '../../../../helpers/store.ts';

/** Names that sort, and search, in different ways: markup, wildcards, rare and private-use 字, full-width. */
const NAMES = [
  '王小明',
  '100%',
  'a_b',
  'a\\b',
  `O'Neil "X"`,
  '𡍼小',
  '\uE000小',
  'ＡＢＣ',
  'abc',
  '<img onerror=1>',
];
const CAUSES = ['PERSONAL', 'FAMILY', 'SOCIAL', ''];

interface Row {
  readonly name: number;
  readonly day: number;
  readonly cause: number;
  readonly saved: boolean;
  readonly number: boolean;
}

const rows = fc.array(
  fc.record({
    name: fc.nat({ max: NAMES.length - 1 }),
    day: fc.integer({ min: 1, max: 5 }),
    cause: fc.nat({ max: CAUSES.length - 1 }),
    saved: fc.boolean(),
    number: fc.boolean(),
  }),
  { maxLength: 25 },
);

function fill(store: Store, list: readonly Row[]): void {
  const lines = list.map(({ name, day, cause, saved, number }, index) => ({
    operation: anOperation(saved ? 'save' : 'submit', {
      caseId: uuidOf(0xb000 + index),
      student: studentNo(index, { name: NAMES[name] ?? '', ...(number ? {} : { studentNumber: null }) }),
      occurredAt: `2026-11-0${day}T02:00:00.000Z`,
      values: completeFiling('senior-high', { mainCause: CAUSES[cause] ?? '' }),
    }),
    commit: aCommit(index + 1, { caseNumber: number ? `26110${index}` : null }),
  }));
  store.applyPage(pageOf(lines));
}

const aQuery = (over: Partial<CasePageQuery>): CasePageQuery => ({
  regime: 'senior-high',
  scope: { schoolId: SCHOOL_ID, filedBy: null },
  from: '2026-11-02',
  to: '2026-11-04',
  state: null,
  text: '',
  sort: 'filedAt',
  descending: false,
  after: null,
  limit: 7,
  ...over,
});

/** All pages of a query, one after another. */
function everyPage(store: Store, query: CasePageQuery): string[] {
  const found: string[] = [];
  let after: CasePlace | null = null;
  for (;;) {
    const page = store.pageCases({ ...query, after });
    found.push(...page.map(({ place }) => place.caseId));
    if (page.length < query.limit) return found;
    if (found.length > 1000) throw new Error('the pages turn on the spot');
    after = page.at(-1)?.place ?? null;
  }
}

const queries = fc.record({
  sort: fc.constantFrom(...CaseSort.options),
  descending: fc.boolean(),
  limit: fc.integer({ min: 1, max: 9 }),
  state: fc.constantFrom(null, 'DRAFT' as const, 'FILED' as const),
  text: fc.constantFrom('', ...NAMES, '%', '_', '\\', "'", '"', '小', '2611').map(normaliseSearch),
});

test('[VA11] page after page gives each case once, in the order of a plain sort', () => {
  fc.assert(
    fc.property(rows, fc.array(queries, { minLength: 3, maxLength: 6 }), (list, some) => {
      const disk = onDisk();
      const memory = inMemory();
      const store = createStore(disk.tables);
      const model = createStore(memory.tables);
      try {
        for (const one of [store, model]) fill(one, list);
        for (const over of some) {
          const query = aQuery(over);
          const all = model.pageCases({ ...query, limit: 1000 }).map(({ place }) => place.caseId);
          expect(everyPage(store, query)).toEqual(all);
          expect(everyPage(model, query)).toEqual(all);
          expect(store.countCases(query)).toBe(all.length);
        }
      } finally {
        store.close();
        disk.remove();
      }
    }),
    { numRuns: 25 },
  );
});

describe('[VA11] [security 7.15] a text filter is literal', () => {
  let opened: OpenedTables;
  let store: Store;
  beforeAll(() => {
    opened = onDisk();
    store = createStore(opened.tables);
    fill(
      store,
      NAMES.map((_, name) => ({ name, day: 3, cause: 0, saved: false, number: true })),
    );
  });
  afterAll(() => {
    store.close();
    opened.remove();
  });

  test.each([
    ['%', ['100%']],
    ['_', ['a_b']],
    ['\\', ['a\\b']],
    ["'", [`O'Neil "X"`]],
    ['"', [`O'Neil "X"`]],
    ['ａｂｃ', ['ＡＢＣ', 'abc']],
    ['<IMG', ['<img onerror=1>']],
    ['x%y', []],
  ])('%s', (text, names) => {
    const found = store.pageCases(aQuery({ text: normaliseSearch(text), limit: 50 }));
    expect(found.map(({ view }) => view.student.name).toSorted()).toEqual(names.toSorted());
  });
});
