import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OperationResult } from '../../../shared/contract/central.ts';
import { nextId } from '../../helpers/case-builders.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import { freshStudent } from '../../helpers/central-students.ts';

let central: TestCentral;
beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central.close());

const numberOf = (result: OperationResult): string | null | undefined =>
  result.status === 'committed' ? result.receipt.result.caseNumber : undefined;

test('[A:625] 通報字號: day in Taipei, four digits, the n-th case of the student; given once, at the first operation', async () => {
  // 23:30 in Taipei, still the day before in Greenwich half an hour later.
  central.clock.now = Date.parse('2026-06-14T15:30:00.000Z');
  const one = await central.signIn('xr-teacher1');
  const two = await central.signIn('qh-teacher1');
  const caseId = nextId();
  const student = freshStudent('xr');
  expect(numberOf(await one.act('save', { caseId, student, values: {} }))).toBe('2606140001-01');
  expect(numberOf(await one.act('submit', { caseId, student, baseRevision: 1, values: SPRING }))).toBeNull();
  expect(numberOf(await two.act('save', { caseId: nextId(), student: freshStudent('qh'), values: {} }))).toBe(
    '2606140002-01',
  );
  central.clock.now += 3_600_000;
  const next = await central.signIn('xr-teacher1');
  expect(
    numberOf(await next.act('save', { caseId: nextId(), student: freshStudent('xr'), values: {} })),
  ).toBe('2606150001-01');
});

test('schools that file at the same moment never get the same number', async () => {
  const clients = await Promise.all(
    ['xr-teacher1', 'qh-teacher1', 'mh-teacher1'].map((name) => central.signIn(name)),
  );
  const prefixes = ['xr', 'qh', 'mh'] as const;
  const results = await Promise.all(
    Array.from({ length: 15 }, (_, index) =>
      clients[index % 3]!.act('save', {
        caseId: nextId(),
        student: freshStudent(prefixes[index % 3]!),
        values: {},
      }),
    ),
  );
  const numbers = results.map(numberOf);
  expect(numbers.every((number) => /^260615\d{4}-01$/.test(number ?? ''))).toBe(true);
  expect(new Set(numbers).size).toBe(15);
});

/** Complete answers that lie before that day. */
const SPRING = {
  studentPhone: '0912-345-678',
  familyStatus: 'TWO_PARENTS',
  address: '雲林縣斗六市示範路1號',
  guardianName: '王大明',
  guardianRelation: 'FATHER',
  guardianPhone: '05-5345678',
  contactName: '王大明',
  contactRelation: 'FATHER',
  contactPhone: '05-5345678',
  category: 'ABSENCE3',
  leftOn: '2026-06-10',
  status1: ['ORDINARY'],
  mainCause: 'PERSONAL',
  reasons: ['P_ROUTINE'],
};
