import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CaseSort, type CaseQuery } from '../../../../shared/contract/core.ts';
import { anActor, anOperation, nextId } from '../../../helpers/case-builders.ts';
import {
  aDesk,
  anAccount,
  getFailure,
  getValue,
  studentNo,
  type TestCore,
  type TestDesk,
} from '../../../helpers/core.ts';

const COUNT = 57;
const query = (over: Partial<CaseQuery> = {}): CaseQuery => ({
  regime: 'senior-high',
  from: '2026-11-01',
  to: '2026-11-30',
  state: null,
  text: '',
  sort: 'filedAt',
  descending: true,
  cursor: null,
  limit: 10,
  ...over,
});

/** A school with cases filed by two people, seen by one account. */
async function school(account = anAccount()): Promise<[TestDesk, TestCore]> {
  const desk = aDesk({ account });
  for (let n = 0; n < COUNT; n += 1) {
    desk.service.commit(
      anOperation(n % 3 === 0 ? 'save' : 'submit', {
        caseId: nextId(),
        student: studentNo(n, { name: n % 5 === 0 ? '陳大文' : `王小${n}` }),
        actor: anActor(n % 2 === 0 ? 'HOMEROOM' : 'PRIMARY'),
        occurredAt: `2026-11-${String((n % 20) + 1).padStart(2, '0')}T02:00:00.000Z`,
      }),
    );
  }
  return [desk, await desk.online()];
}

describe('case.list', () => {
  let desk: TestDesk;
  let core: TestCore;
  beforeAll(async () => {
    [desk, core] = await school();
  });
  afterAll(() => desk.remove());

  const list = async (over: Partial<CaseQuery> = {}) => getValue(await core.ask('case.list', query(over)));
  const everything = async (over: Partial<CaseQuery>) => {
    const rows = [];
    for (let cursor: string | null = null; ;) {
      const page: Awaited<ReturnType<typeof list>> = await list({ ...over, cursor });
      rows.push(...page.rows);
      expect(page.total).toBe(COUNT);
      if (page.next === null) return rows;
      cursor = page.next;
    }
  };

  test.each(CaseSort.options.flatMap((sort) => [[sort, true] as const, [sort, false] as const]))(
    '[VA11] pages by %s (descending: %s) give every case once',
    async (sort, descending) => {
      const rows = await everything({ sort, descending });
      expect(new Set(rows.map(({ caseId }) => caseId)).size).toBe(COUNT);
      const key = {
        filedAt: 'filedAt',
        name: 'name',
        caseNumber: 'caseNumber',
        filedByName: 'filedByName',
      } as const;
      if (!(sort in key)) return;
      const values = rows.map((row) => row[sort as keyof typeof key] ?? '');
      const sorted = values.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(values).toEqual(descending ? sorted.toReversed() : sorted);
    },
  );

  test('filters count and list alike', async () => {
    const drafts = await list({ state: 'DRAFT', limit: 200 });
    expect(drafts.rows).toHaveLength(19);
    expect(drafts.total).toBe(19);
    expect(drafts.rows.every(({ state }) => state === 'DRAFT')).toBe(true);
    expect((await list({ text: ' 陳大文 ', limit: 200 })).total).toBe(12);
    expect((await list({ text: '%' })).total).toBe(0);
    expect((await list({ from: '2026-11-03', to: '2026-11-03' })).total).toBe(3);
    expect((await list({ regime: 'compulsory' })).total).toBe(0);
  });

  test('each row says what this person may do there', async () => {
    const { rows } = await list({ state: 'FILED', limit: 1 });
    expect(rows[0]).toMatchObject({
      delivery: 'received',
      trackingSent: 0,
      verdicts: {
        sendTracking: { allowed: true },
        report: { allowed: false, reason: 'NO_SENT_TRACKING' },
        find: { allowed: false, reason: 'NOT_IN_REGIME' },
      },
    });
  });

  test.each(['x', '', Buffer.from('[1,2,3]').toString('base64url'), 'null'])(
    '[security 7.49] the cursor "%s" is none of ours',
    async (cursor) => {
      expect(getFailure(await core.ask('case.list', query({ cursor }))).code).toBe('INVALID_INPUT');
    },
  );

  test.each<[string, object]>([
    ['a page of nothing', { limit: 0 }],
    ['a page of all', { limit: 1e9 }],
    ['a page of half a row', { limit: 1.5 }],
    ['a sort that is none', { sort: 'search; DROP TABLE outbox' }],
    ['a day that is none', { from: '2026-02-30' }],
  ])('[security 7.49] %s is refused', async (_, over) => {
    expect(await core.answer('case.list', { ...query(), ...over })).toMatchObject({
      ok: false,
      failure: { code: 'INVALID_INPUT' },
    });
  });

  test.each<[string, Partial<CaseQuery>, string]>([
    ['end before start', { from: '2026-11-02', to: '2026-11-01' }, 'rangeReversed'],
    ['over five years', { from: '2020-01-01', to: '2026-11-01' }, 'rangeTooLong'],
  ])('[security 7.9] a range with %s is named', async (_, over, code) => {
    expect(getFailure(await core.ask('case.list', query(over)))).toMatchObject({
      code: 'FORM_INVALID',
      fields: [{ path: 'to', code }],
    });
  });
});

test('[security 7.27] a homeroom teacher lists the own cases only, a bureau officer none', async () => {
  let [desk, core] = await school(anAccount('HOMEROOM'));
  const { rows, total } = getValue(await core.ask('case.list', query({ limit: 200 })));
  expect(total).toBe(29);
  expect(new Set(rows.map(({ filedByName }) => filedByName))).toEqual(new Set([anActor('HOMEROOM').name]));
  await desk.remove();
  [desk, core] = await school(anAccount('BUREAU'));
  expect(getValue(await core.ask('case.list', query()))).toEqual({ rows: [], next: null, total: 0 });
  await desk.remove();
});

test('case.start tells who may file', async () => {
  const [desk, core] = await school();
  const { verdicts } = getValue(await core.ask('case.start', { regime: 'senior-high' }));
  expect(verdicts.submit).toEqual({ allowed: true });
  expect(verdicts.report).toEqual({ allowed: false, reason: 'NO_CASE_YET' });
  await desk.remove();
});
