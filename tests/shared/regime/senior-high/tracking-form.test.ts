import { expect, test } from 'vitest';
import { checkForm } from '../../../../shared/forms/check-form.ts';
import { fieldsOf } from '../../../../shared/forms/form.ts';
import { codesOfField } from '../../../../shared/forms/options.ts';
import type { FormValues } from '../../../../shared/forms/values.ts';
import { SENIOR_HIGH_TRACKING } from '../../../../shared/regime/senior-high/tracking-form.ts';
import { textFor } from '../../../../shared/text/index.ts';
import { CLOCK, completeTracking } from '../../../helpers/case-builders.ts';

const fields = fieldsOf(SENIOR_HIGH_TRACKING);
const t = textFor('zh-TW');
const check = (over: FormValues) =>
  checkForm(SENIOR_HIGH_TRACKING, completeTracking('senior-high', over), 'complete', {
    ...CLOCK,
    category: 'ABSENCE3',
    dates: { filedOn: '2026-11-18' },
  }).failures;

test('[RG18] [A:700–790] the seed’s fields in the seed’s order', () => {
  expect(fields.map((field) => t(`field.${field.id}`))).toEqual([
    '追蹤日期時間',
    '追蹤方式',
    '居住狀況',
    '目前生活狀況',
    '輔導處遇',
    '轉介公立就業服務機構',
    '追蹤說明內容',
    '建議結案',
    '建議結案事由',
  ]);
});

test('[RG18] [A:706–760] scenario 48: all are required, the reason only with 是', () => {
  expect(fields.filter((field) => field.required === true).map((field) => field.id)).toEqual(
    fields.slice(0, -1).map((field) => field.id),
  );
  expect(check({})).toEqual([]);
  expect(check({ suggestClose: 'yes' })).toEqual([{ path: 'closeReason', code: 'required' }]);
  expect(check({ suggestClose: 'yes', closeReason: 'DEATH' })).toEqual([]);
});

test('[RG18] four ways, two places to live, twelve situations, eight measures', () => {
  const counts = ['method', 'living', 'lifeSituation', 'interventions'].map(
    (id) =>
      codesOfField(
        fields.find((field) => field.id === id)!,
        '',
      )?.length,
  );
  expect(counts).toEqual([4, 2, 12, 8]);
});

test('[RG19] 輔導處遇 takes several, the others one', () => {
  expect(check({ interventions: ['SCHOOL_FOLLOW_UP', 'POLICE'] })).toEqual([]);
  expect(check({ interventions: [] })).toEqual([{ path: 'interventions', code: 'required' }]);
  expect(check({ method: ['PHONE', 'HOME_VISIT'] })).toEqual([{ path: 'method', code: 'unknownCode' }]);
});

test('[RG18] 追蹤說明內容 has 300 characters', () => {
  expect(check({ description: '字'.repeat(300) })).toEqual([]);
  expect(check({ description: '字'.repeat(301) })).toEqual([
    { path: 'description', code: 'textTooLong', detail: { max: 300, count: 301 } },
  ]);
});

test('[RG18] [security 7.10] neither in the future nor before the filing', () => {
  expect(check({ trackedAt: '2026-11-21T02:31:00.000Z' })).toEqual([
    { path: 'trackedAt', code: 'dateFuture' },
  ]);
  expect(check({ trackedAt: '2026-11-17T15:59:00Z' })).toEqual([
    { path: 'trackedAt', code: 'dateBefore', detail: { field: 'filedOn', date: '2026-11-18' } },
  ]);
  expect(check({ trackedAt: '2026-11-17T16:00:00Z' })).toEqual([]);
});
