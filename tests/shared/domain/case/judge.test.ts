import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../../../shared/domain/account/role.ts';
import { ACTIONS } from '../../../../shared/domain/case/action.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { formContext, formOf, judge, modeOf } from '../../../../shared/domain/case/judge.ts';
import type { Operation } from '../../../../shared/domain/case/operation.ts';
import type { StudentFacts } from '../../../../shared/domain/student/student.ts';
import { FAILURES } from '../../../../shared/failure.ts';
import type { FormValues } from '../../../../shared/forms/values.ts';
import { REGIMES } from '../../../../shared/regime/regimes.ts';
import { anyAnswers, anyCase, anyDay, OPERATIONS } from '../../../helpers/arbitraries.ts';
import {
  aCase,
  anActor,
  anOperation,
  aStudent,
  CLOCK,
  closingTracking,
  completeFiling,
  completeTracking,
  NOW,
  statesOf,
  uuidOf,
} from '../../../helpers/case-builders.ts';

const SENIOR = REGIMES['senior-high'];
const COMPULSORY = REGIMES.compulsory;

const judged = (operation: Operation, before: Case | null = null, clock = CLOCK) =>
  judge(SENIOR, before, operation, clock);
/** With a payload that no builder would make; its hash is central's business. */
const filed = (student: Partial<StudentFacts>, before: Case | null = null, clock = CLOCK) => {
  const operation = anOperation('submit');
  return judged(
    { ...operation, payload: { ...operation.payload, student: aStudent(student) } },
    before,
    clock,
  );
};
const fields = (...pairs: readonly (readonly [string, string])[]) => ({
  code: 'FORM_INVALID',
  fields: pairs.map(([path, code]): unknown => expect.objectContaining({ path, code })),
});

describe('who and when', () => {
  test('[CS25] [security 7.23] a lock is NOT_ALLOWED with its reason, age is ADULT', () => {
    expect(judged(anOperation('report'), aCase())).toEqual({
      code: 'NOT_ALLOWED',
      detail: { reason: 'NO_SENT_TRACKING' },
    });
    expect(judged(anOperation('close'), aCase({ state: 'TRACKING' }))).toEqual({
      code: 'NOT_ALLOWED',
      detail: { reason: 'NO_CLOSE_SUGGESTION' },
    });
    const adult = aStudent({ birthDate: '2008-11-21' });
    expect(judged(anOperation('report'), aCase({ state: 'PENDING_REPORT', student: adult }))).toEqual({
      code: 'ADULT',
    });
    expect(FAILURES.NOT_ALLOWED.status).toBe(409);
  });

  test.each(['HOMEROOM', 'COUNSELOR', 'HEAD'] as const)(
    '[CS25] [A:31, 1296] 通報 by %s is refused',
    (role) => {
      const operation = anOperation('report', { actor: anActor(role) });
      expect(judged(operation, aCase({ state: 'PENDING_REPORT' }))).toEqual({
        code: 'FORBIDDEN',
        detail: { reason: 'WRONG_ROLE' },
      });
    },
  );

  test('[CS25] [A:368-370] [security 7.25] a changed 離校種類 after 通報 is refused with the way out', () => {
    const c = aCase({ state: 'TRACKING' });
    const again = (category: string) =>
      judged(
        anOperation('submit', {
          actor: anActor('PRIMARY'),
          values: { ...completeFiling('senior-high'), category },
        }),
        { ...c, reportedAt: NOW, values: { ...c.values, category: 'ABSENCE3' } },
      );
    expect(again('SUSPENSION')).toEqual({ code: 'CATEGORY_FIXED' });
    expect(again('ABSENCE3')).toEqual({ code: 'NOT_ALLOWED', detail: { reason: 'ALREADY_REPORTED' } });
  });

  test('[CS7] [A:1277] [security 7.7] a student of 18 today is not filed, one of 18 tomorrow is', () => {
    expect(filed({ birthDate: '2008-11-21' })).toEqual({ code: 'ADULT' });
    expect(filed({ birthDate: '2008-11-22' })).toBeNull();
    expect(filed({ birthDate: '2008-11-22' }, null, { ...CLOCK, today: '2026-11-22' })).toEqual({
      code: 'ADULT',
    });
    const young = anOperation('submit', {
      regime: 'compulsory',
      student: aStudent({ birthDate: '2008-11-21' }),
    });
    expect(judge(COMPULSORY, null, young, CLOCK)).toBeNull();
  });
});

describe('the student', () => {
  test('[CS23] [security 7.1] a number with a wrong check digit', () => {
    expect(filed({ identityNumber: 'A123456788' })).toEqual(fields(['identityNumber', 'identityChecksum']));
    expect(filed({ identityNumber: 'A123456789' })).toBeNull();
  });

  test('[CS23] [security 7.2] a number that is not normalised is not in stored form', () => {
    expect(filed({ identityNumber: 'a123456789' })).toEqual({
      code: 'INVALID_INPUT',
      detail: { where: 'student' },
    });
  });

  test('[CS23] [security 7.12] [security 7.16] [security 7.17] the name', () => {
    expect(filed({ name: '　 ' })).toEqual(fields(['name', 'required']));
    expect(filed({ name: '王\u0000明' })).toEqual(fields(['name', 'textForbidden']));
    expect(filed({ name: ' 王小明' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(filed({ name: '王\u200B小明' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(filed({ name: '𡍼‧伊斯坦大·比吼' })).toBeNull();
    expect(filed({ name: '王'.repeat(60) })).toBeNull();
  });

  test('[CS23] [security 7.16] nor does any other fact carry what no text may hold', () => {
    for (const fact of ['studentNumber', 'schoolSystem', 'department', 'grade', 'className'] as const) {
      expect(filed({ [fact]: 'x\u0000' }), fact).toMatchObject({ code: 'INVALID_INPUT' });
      expect(filed({ [fact]: '\uD800' }), fact).toMatchObject({ code: 'INVALID_INPUT' });
      expect(filed({ [fact]: null }), fact).toBeNull();
    }
  });

  test('[CS23] a birth has been', () => {
    expect(filed({ birthDate: '2026-11-22' })).toEqual(fields(['birthDate', 'dateFuture']));
    expect(filed({ birthDate: '2910-12-31' })).toEqual(fields(['birthDate', 'dateFuture']));
    expect(filed({ birthDate: '2026-11-21', enrolledOn: null })).toBeNull();
  });

  test('[CS23] several faults are told together', () => {
    expect(filed({ identityNumber: 'A12345678O', name: ' ' })).toEqual(
      fields(['identityNumber', 'identityDigit'], ['name', 'required']),
    );
  });

  test('[CS23] the student of a case is not exchanged', () => {
    expect(filed({ identityNumber: 'A123456789' }, aCase())).toEqual({
      code: 'INVALID_INPUT',
      detail: { where: 'student' },
    });
    expect(filed({ name: '王曉明' }, aCase())).toBeNull();
  });

  test('[CS24] [security 7.4] an old resident number opens no case after 2030-12-31 and stays in those that hold it', () => {
    const old = { identityNumber: 'AC01234567', birthDate: '2014-01-01' };
    const last = { ...CLOCK, today: '2030-12-31' };
    const ended = { ...CLOCK, today: '2031-01-01' };
    expect(filed(old, null, last)).toBeNull();
    expect(filed(old, null, ended)).toEqual(fields(['identityNumber', 'identityOldEnded']));
    expect(filed(old, aCase({ student: aStudent(old) }), ended)).toBeNull();
  });

  test('[CS23] the rules of the other regime do not fit', () => {
    const operation = anOperation('submit', { regime: 'compulsory', actor: anActor('PRIMARY') });
    expect(judged(operation)).toEqual({ code: 'INVALID_INPUT', detail: { where: 'regime' } });
  });
});

describe('answers', () => {
  test('[CS20] [A:445] 暫存 keeps an incomplete case, 提交 demands all required answers', () => {
    const values: FormValues = { category: 'ABSENCE3' };
    expect(judged(anOperation('save', { values }))).toBeNull();
    expect(judged(anOperation('save', { values: {} }))).toBeNull();
    const failure = judged(anOperation('submit', { values }));
    expect(failure?.code).toBe('FORM_INVALID');
    expect(failure?.fields?.map(({ path }) => path)).toEqual([
      'studentPhone',
      'familyStatus',
      'address',
      'guardianName',
      'guardianRelation',
      'guardianPhone',
      'contactName',
      'contactRelation',
      'contactPhone',
      'leftOn',
      'status1',
      'mainCause',
      'reasons',
    ]);
    expect(failure?.fields?.every(({ code }) => code === 'required')).toBe(true);
  });

  test.each([
    'method',
    'living',
    'lifeSituation',
    'interventions',
    'jobService',
    'description',
    'suggestClose',
  ])('[CS20] [A:706–760] without %s a record can be 暫存 but not sent', (field) => {
    const { [field]: _, ...values } = completeTracking('senior-high');
    expect(judged(anOperation('saveTracking', { values }), aCase())).toBeNull();
    expect(judged(anOperation('sendTracking', { values }), aCase())).toEqual(fields([field, 'required']));
  });

  test('[CS20] which acts ask for everything', () => {
    expect(ACTIONS.filter((action) => modeOf(action) === 'partial')).toEqual(['save', 'saveTracking']);
  });

  test('[CS21] [security 7.24] a reason that the category does not allow is 422', () => {
    const values = closingTracking('SEVEN_DAYS_TO_SUSPENSION');
    const send = anOperation('sendTracking', { values });
    const suspension = completeFiling('senior-high', {
      category: 'SUSPENSION',
      suspensionFrom: '2026-11-01',
    });
    expect(judged(send, aCase({ state: 'TRACKING' }))).toBeNull();
    expect(judged(send, aCase({ state: 'TRACKING', values: suspension }))).toEqual({
      code: 'REASON_NOT_ALLOWED',
      fields: [{ path: 'closeReason', code: 'unknownCode' }],
    });
    expect(FAILURES.REASON_NOT_ALLOWED.status).toBe(422);
  });

  test('[CS21] [A:1269] there is no closing reason 「就業」', () => {
    const send = anOperation('sendTracking', { values: closingTracking('WORKING') });
    expect(judged(send, aCase({ state: 'TRACKING' }))?.code).toBe('REASON_NOT_ALLOWED');
  });

  test('[CS21] a compulsory case closes with a reason of its own list', () => {
    const c = aCase({ regime: 'compulsory', state: 'RETURNED' });
    const close = (values: FormValues) =>
      judge(
        COMPULSORY,
        c,
        anOperation('close', { regime: 'compulsory', actor: anActor('B_GUIDANCE'), values }),
        CLOCK,
      );
    expect(close({ closeReason: 'OVER_AGE' })).toBeNull();
    expect(close({ closeReason: 'BACK_TO_SCHOOL' })?.code).toBe('REASON_NOT_ALLOWED');
    expect(close({})).toEqual(fields(['closeReason', 'required']));
  });

  test('[CS22] answers that storing would change are not in stored form', () => {
    const where = { code: 'INVALID_INPUT', detail: { where: 'values' } };
    const submit = (over: FormValues) =>
      judged(anOperation('submit', { values: completeFiling('senior-high', over) }));
    expect(submit({})).toBeNull();
    expect(submit({ studentPhone: '0912345678' })).toEqual(where);
    expect(submit({ address: ' 斗六市' })).toEqual(where);
    expect(submit({ reasons: ['P_WORK', 'P_ROUTINE'] })).toEqual(where);
    expect(submit({ registeredAddress: '' })).toEqual(where);
    expect(submit({ tribe: 'AMIS' })).toEqual(where);
  });

  test('[CS22] [security 7.16] a hidden field with half a surrogate pair is refused, not a fault', () => {
    const values = completeFiling('senior-high', { tribe: '\uD800' });
    const operation = { ...anOperation('submit'), payload: { ...anOperation('submit').payload, values } };
    expect(judged(operation)).toEqual({ code: 'INVALID_INPUT', detail: { where: 'values' } });
  });

  test('[CS21] [security 7.37] a main cause named like a part of every object is refused', () => {
    for (const mainCause of ['constructor', '__proto__', 'toString']) {
      const values = completeFiling('senior-high', { mainCause });
      expect(judged(anOperation('submit', { values }))?.code).toBe('FORM_INVALID');
    }
  });

  test('[CS21] an act carries its own form', () => {
    const c = aCase();
    expect(judged(anOperation('sendBack', { values: {} }), c)).toEqual(fields(['reason', 'required']));
    expect(judged(anOperation('sendBack', { values: { reason: '請補資料。' } }), c)).toBeNull();
    expect(judged(anOperation('void', { values: { reason: '重複。', extra: 'x' } }), c)).toEqual(
      fields(['extra', 'unknownField']),
    );
    expect(formOf(SENIOR, 'find')).toBeNull();
    expect(formOf(COMPULSORY, 'find')?.id).toBe('find');
  });

  test('[CS21] closing over the register needs how, when and by whom it was confirmed', () => {
    const c = aCase({ state: 'PENDING_CLOSE' });
    const close = (values: FormValues) => judged(anOperation('close', { values }), c);
    expect(close({})).toBeNull();
    expect(close({ override: 'no' })).toBeNull();
    expect(close({ override: 'yes' })).toEqual(
      fields(['overrideMethod', 'required'], ['overrideOn', 'required'], ['overrideBy', 'required']),
    );
    const confirmed = { overrideMethod: 'PHONE', overrideOn: '2026-11-20', overrideBy: '陳主任' };
    expect(close({ override: 'yes', ...confirmed })).toBeNull();
    expect(close({ override: 'yes', ...confirmed, overrideOn: '2026-11-22' })).toEqual(
      fields(['overrideOn', 'dateFuture']),
    );
  });
});

describe('records', () => {
  const recordId = uuidOf(0x31);
  const author = anActor('COUNSELOR');
  const withRecord = (sent: boolean) =>
    aCase(
      { state: 'PENDING_REPORT' },
      { tracking: [{ id: recordId, author, sent, deleted: false, writtenAt: NOW, values: {} }] },
    );
  const refused = (reason: string) => ({
    code: reason === 'RECORD_NOT_YOURS' ? 'FORBIDDEN' : 'NOT_ALLOWED',
    detail: { reason },
  });
  const by = (role: Role, kind: 'saveTracking' | 'sendTracking' | 'deleteTracking') =>
    anOperation(kind, { actor: anActor(role), recordId });

  test('[CS8] [CS16] a 暫存 is rewritten, sent and deleted by its author alone', () => {
    for (const kind of ['saveTracking', 'sendTracking', 'deleteTracking'] as const) {
      expect(judged(by('COUNSELOR', kind), withRecord(false)), kind).toBeNull();
      expect(judged(by('PRIMARY', kind), withRecord(false)), kind).toEqual(refused('RECORD_NOT_YOURS'));
    }
  });

  test('[CS8] [CS16] a sent one is not rewritten, not even by its author', () => {
    for (const kind of ['saveTracking', 'sendTracking'] as const) {
      expect(judged(by('COUNSELOR', kind), withRecord(true)), kind).toEqual(refused('RECORD_NOT_YOURS'));
    }
    expect(judged(by('COUNSELOR', 'deleteTracking'), withRecord(true))).toBeNull();
    expect(judged(by('PRIMARY', 'deleteTracking'), withRecord(true))).toBeNull();
  });

  test('[CS8] a record that nobody wrote is not deleted', () => {
    expect(judged(anOperation('deleteTracking', { recordId: uuidOf(0x32) }), aCase())).toEqual(
      refused('RECORD_MISSING'),
    );
  });

  test('[CS20] [security 7.10] a tracking date before the filing is refused', () => {
    const c = aCase({}, { filedAt: '2026-11-20T16:30:00.000Z' });
    const send = (trackedAt: string) =>
      judged(anOperation('sendTracking', { values: completeTracking('senior-high', { trackedAt }) }), c);
    expect(send('2026-11-20T15:59:00.000Z')).toEqual(fields(['trackedAt', 'dateBefore']));
    expect(send('2026-11-20T16:00:00.000Z')).toBeNull();
  });
});

describe('context of a form', () => {
  test('[CS20] the days of the case, in Taipei', () => {
    const c = aCase({}, { filedAt: '2026-11-20T16:30:00.000Z' });
    expect(formContext(c, '2025-08-30', CLOCK)).toEqual({
      ...CLOCK,
      category: 'ABSENCE3',
      dates: { enrolledOn: '2025-08-30', leftOn: '2026-11-16', filedOn: '2026-11-21' },
    });
    expect(
      formContext({ ...c, filedAt: null, openedAt: '2026-11-18T00:00:00.000Z' }, null, CLOCK).dates,
    ).toEqual({
      leftOn: '2026-11-16',
      filedOn: '2026-11-18',
    });
    expect(formContext(null, null, CLOCK)).toEqual({ ...CLOCK, category: '', dates: {} });
  });
});

describe('any operation', () => {
  test('[CS1] the builders make permitted operations to every state', () => {
    for (const id of ['senior-high', 'compulsory'] as const) {
      for (const state of statesOf(id)) expect(aCase({ regime: id, state }).state).toBe(state);
      const passing = OPERATIONS[id].filter((op) => judge(REGIMES[id], null, op, CLOCK) === null);
      expect(new Set(passing.map(({ kind }) => kind))).toEqual(new Set(['save', 'submit']));
    }
  });

  test('[CS25] is judged without a fault, whatever the case, the day and the answers', () => {
    fc.assert(
      fc.property(
        anyCase,
        anyDay,
        fc.nat(9999),
        fc.oneof(
          anyAnswers(SENIOR.filingForm),
          anyAnswers(SENIOR.trackingForm),
          anyAnswers(COMPULSORY.filingForm),
        ),
        (c, today, choice, values) => {
          const all = OPERATIONS[c.regime];
          const chosen = all[choice % all.length];
          if (chosen === undefined) return;
          const payload = 'values' in chosen.payload ? { ...chosen.payload, values } : chosen.payload;
          const failure = judge(REGIMES[c.regime], c, { ...chosen, payload } as Operation, {
            ...CLOCK,
            today,
          });
          if (failure !== null) expect(Object.keys(FAILURES)).toContain(failure.code);
          if (failure?.code === 'NOT_ALLOWED') expect(failure.detail).toHaveProperty('reason');
        },
      ),
      { numRuns: 500 },
    );
  });
});
