import { afterEach, beforeEach, expect, test } from 'vitest';
import { adultOn } from '../../../../shared/domain/calendar/age.ts';
import { completeAct, nextId } from '../../../helpers/case-builders.ts';
import { until } from '../../../helpers/clock.ts';
import {
  aDesk,
  aFiling,
  anAccount,
  getFailure,
  getValue,
  signIn,
  studentNo,
  type TestDesk,
} from '../../../helpers/core.ts';

let desk: TestDesk;
beforeEach(() => {
  desk = aDesk();
});
afterEach(() => desk.remove());

const line = (n: number) => ({
  requestId: nextId(),
  kind: 'staff',
  status: 'pending',
  name: `申請人${n}`,
  account: `new${n}`,
  roles: ['HOMEROOM'],
  school: { id: nextId(), name: '示範高級中學' },
  createdAt: new Date(desk.clock.now()).toISOString(),
  decidedAt: null,
});

test('[domain 1.4.4] the 移交清單: open cases, unsent work, no helpers yet, and all applications', async () => {
  const lines = Array.from({ length: 130 }, (_, n) => line(n));
  desk.service.answers.set('request.list', ({ page, size, status }) => {
    expect(status).toBe('pending');
    const from = (Number(page) - 1) * Number(size);
    return { rows: lines.slice(from, from + Number(size)), total: lines.length };
  });
  const core = await desk.online();
  const [kept, voided, unsent] = [1, 2, 3].map((n) => aFiling({ student: studentNo(n) }));
  for (const filing of [kept, voided]) getValue(await core.ask('case.file', filing ?? aFiling()));
  const act = { opId: nextId(), caseId: voided?.caseId ?? '', action: 'void' as const, draftId: null };
  await until(async () => getValue(await core.ask('sync.get', {})).waiting === 0);
  const values = completeAct('senior-high', 'void');
  getValue(await core.ask('case.act', { ...act, values, baseRevision: 1 }));
  await until(async () => getValue(await core.ask('sync.get', {})).waiting === 0);
  desk.service.wire = (call) => (call === 'operation.submit' ? 'offline' : undefined);
  getValue(await core.ask('case.file', unsent ?? aFiling()));

  const handover = getValue(await core.ask('handover.get', {}));
  const open = [kept, unsent];
  expect(handover.cases.map(({ row }) => row.caseId)).toEqual(open.map((filing) => filing?.caseId));
  expect(handover.cases.map(({ due, dueFor }) => [due, dueFor])).toEqual(
    open.map((filing) => [adultOn(filing?.student.birthDate ?? ''), 'adult']),
  );
  expect(handover.unsent).toMatchObject([{ opId: unsent?.opId, caseId: unsent?.caseId }]);
  expect(handover.helpers).toEqual([]);
  expect(handover.approvals?.map(({ account }) => account)).toEqual(lines.map(({ account }) => account));
});

test('without central there is no word on applications, and the rest is there', async () => {
  const first = await desk.online();
  getValue(await first.ask('case.file', aFiling()));
  await until(async () => getValue(await first.ask('sync.get', {})).waiting === 0);
  await first.ask('session.signOut', {});
  desk.service.wire = () => 'offline';
  getValue(await signIn(first, desk.service, { offline: true }));
  expect(getValue(await first.ask('handover.get', {}))).toMatchObject({
    cases: [{ row: { state: 'FILED' } }],
    unsent: [],
    approvals: null,
  });
});

test('[security 7.23] is the 主通’s alone', async () => {
  desk.service.account = anAccount('HEAD');
  const core = await desk.online();
  expect(getFailure(await core.ask('handover.get', {})).code).toBe('FORBIDDEN');
});
