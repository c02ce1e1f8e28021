import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aStudent, nextId } from '../../../helpers/case-builders.ts';
import {
  aDesk,
  aFiling,
  anAccount,
  getFailure,
  getValue,
  type TestCore,
  type TestDesk,
} from '../../../helpers/core.ts';

let desk: TestDesk;
let core: TestCore;
beforeEach(async () => {
  desk = aDesk();
  core = await desk.online();
});
afterEach(() => desk.remove());

const STUDENT = aStudent();
const check = (
  identityNumber = STUDENT.identityNumber,
  regime: 'senior-high' | 'compulsory' = 'senior-high',
) => core.ask('student.check', { regime, identityNumber });
const lookups = () => desk.service.calls.filter((call) => call === 'student.lookup').length;
const answers = (over: object) => {
  desk.service.wire = (call) =>
    call === 'student.lookup'
      ? {
          body: JSON.stringify({ student: STUDENT, elsewhere: false, adult: false, openCase: null, ...over }),
        }
      : undefined;
};

test('a student of the register comes with all that it knows', async () => {
  desk.service.register.set(STUDENT.identityNumber, STUDENT);
  expect(getValue(await check())).toEqual({ source: 'register', student: STUDENT });
});

test('[security 7.2] the number is normalised before it is asked', async () => {
  desk.service.register.set(STUDENT.identityNumber, STUDENT);
  const typed = ` ${STUDENT.identityNumber.toLowerCase().replace(/(.{3})/g, '$1-')}\u200B`;
  expect(getValue(await check(typed))).toMatchObject({ source: 'register' });
});

describe('[security 7.1] [security 7.5] a wrong number never leaves the computer', () => {
  test.each([
    ['A123456788', 'identityChecksum'],
    ['A12345678', 'identityLength'],
    ['A1234O6789', 'identityDigit'],
    ['', 'required'],
    ['1123456789', 'identityLetter'],
  ])('%s', async (typed, code) => {
    const failure = getFailure(await check(typed));
    expect(failure).toMatchObject({ code: 'FORM_INVALID', fields: [{ path: 'identityNumber', code }] });
    expect(lookups()).toBe(0);
  });
});

test.each([
  [{ elsewhere: true, student: null }, 'STUDENT_ELSEWHERE', undefined],
  [{ student: null }, 'STUDENT_NOT_IN_REGISTER', undefined],
  [{ adult: true }, 'ADULT', undefined],
  [
    { openCase: { caseId: nextId(), caseNumber: '2611210001-01', state: 'FILED', category: 'ABSENCE3' } },
    'DUPLICATE_CASE',
    { caseNumber: '2611210001-01', state: 'FILED', category: 'ABSENCE3', regime: 'senior-high' },
  ],
  [
    { openCase: { caseId: nextId(), caseNumber: null, state: 'TRACKING', category: 'ABSENCE3' } },
    'DUPLICATE_CASE',
    { caseNumber: '', state: 'TRACKING' },
  ],
])('[security 7.7] [security 7.21] what central says stops: %j', async (answer, code, detail) => {
  answers(answer);
  const failure = getFailure(await check());
  expect(failure.code).toBe(code);
  if (detail !== undefined) expect(failure.detail).toMatchObject(detail);
});

describe('「連線後檢查」', () => {
  test.each<[string, 'offline' | { body?: string; status?: number; type?: string }]>([
    ['nobody is there', 'offline'],
    ['a captive portal answers', { body: '<html></html>', type: 'text/html' }],
    ['central is being restarted', { status: 503 }],
  ])('when %s, work goes on with the number', async (_, wire) => {
    desk.service.wire = () => wire;
    expect(getValue(await check(STUDENT.identityNumber.toLowerCase()))).toEqual({
      source: 'offline',
      identityNumber: STUDENT.identityNumber,
    });
  });

  test('when the session with central is over, too', async () => {
    desk.service.signEverybodyOut();
    expect(getValue(await check())).toMatchObject({ source: 'offline' });
  });

  test('but central that is too busy is waited for', async () => {
    desk.service.wire = () => ({ status: 429, body: '{"failure":{"code":"RATE_LIMITED"}}' });
    expect(getFailure(await check()).code).toBe('RATE_LIMITED');
  });

  test('[security 7.21] an open case in the own vault is known without central', async () => {
    desk.service.wire = () => 'offline';
    const filing = aFiling({ student: STUDENT });
    getValue(await core.ask('case.file', filing));
    expect(getFailure(await check())).toEqual({
      code: 'DUPLICATE_CASE',
      detail: {
        caseId: filing.caseId,
        caseNumber: '',
        state: 'FILED',
        regime: 'senior-high',
        category: 'ABSENCE3',
      },
    });
    const voided = { opId: nextId(), caseId: filing.caseId, action: 'void' as const, baseRevision: 1 };
    getValue(await core.ask('case.act', { ...voided, values: { reason: '重複' }, draftId: null }));
    expect(getValue(await check())).toMatchObject({ source: 'offline' });
  });
});

test('who may not file may not ask', async () => {
  await desk.remove();
  desk = aDesk({ account: anAccount('COUNSELOR') });
  core = await desk.online();
  expect(getFailure(await check())).toEqual({ code: 'FORBIDDEN', detail: { reason: 'WRONG_ROLE' } });
  expect(lookups()).toBe(0);
});
