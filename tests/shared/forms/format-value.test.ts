import { describe, expect, test } from 'vitest';
import { fieldLabel, findFormText, formatValue } from '../../../shared/forms/format-value.ts';
import { fieldsOf, type FieldDef, type FormDef } from '../../../shared/forms/form.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { textFor } from '../../../shared/text/index.ts';
import { completeFiling } from '../../helpers/case-builders.ts';

const t = textFor('zh-TW');
const FILING = REGIMES['senior-high'].filingForm;

const fieldOf = (form: FormDef, id: string): FieldDef => {
  const field = fieldsOf(form).find((one) => one.id === id);
  if (field === undefined) throw new RangeError(id);
  return field;
};
const shown = (id: string, value: string | string[] | undefined, form = FILING) =>
  formatValue(fieldOf(form, id), value, t);

describe('a value as people read it', () => {
  test('codes are labels, several joined in their order', () => {
    expect(shown('category', 'ABSENCE3')).toBe('未經請假或不明原因未到校上課連續達三日(以上)');
    expect(shown('status1', ['INDIGENOUS', 'NEW_IMMIGRANT_CHILD'])).toBe('原住民、新住民子女');
  });

  test('reasons stand under their groups, in the order of the form', () => {
    const labels = (...codes: string[]) => codes.map((code) => t(`reason.${code}`)).join('、');
    expect(shown('reasons', ['F_MONEY', 'P_WORK', 'P_ROUTINE'])).toBe(
      `個人因素：${labels('P_ROUTINE', 'P_WORK')}；家庭因素：${labels('F_MONEY')}`,
    );
  });

  test('dates are 民國, instants in Taipei', () => {
    expect(shown('leftOn', '2026-11-16')).toBe('115/11/16（一）');
    const tracking = REGIMES['senior-high'].trackingForm;
    expect(shown('trackedAt', '2026-11-20T16:30:00.000Z', tracking)).toBe('115/11/21 00:30');
  });

  test('a date that is none stands as it is and stops no print', () => {
    expect(shown('leftOn', '115/1')).toBe('115/1');
    const tracking = REGIMES['senior-high'].trackingForm;
    expect(shown('trackedAt', '2026-11-20T16:30', tracking)).toBe('2026-11-20T16:30');
  });

  test('[security 7.13] text stays as written', () => {
    expect(shown('address', '<img src=x onerror=alert(1)>{{7*7}}')).toBe(
      '<img src=x onerror=alert(1)>{{7*7}}',
    );
  });

  test('yes and no, and a ticked copy', () => {
    const tracking = REGIMES['senior-high'].trackingForm;
    expect([shown('jobService', 'yes', tracking), shown('jobService', 'no', tracking)]).toEqual(['是', '否']);
    expect(shown('contactSame', 'yes')).toBe('是');
  });

  test('an empty field is empty', () => {
    for (const field of fieldsOf(FILING)) expect(formatValue(field, undefined, t)).toBe('');
    expect(shown('status1', [])).toBe('');
  });
});

describe.each(Object.values(REGIMES))('every field of $id', (regime) => {
  const forms = [
    regime.filingForm,
    regime.trackingForm,
    ...Object.values(regime.actions).flatMap((row) => (row === null ? [] : [row.form])),
  ];
  test.each(['zh-TW', 'en'] as const)('has a label in %s', (language) => {
    const speak = textFor(language);
    for (const form of forms)
      for (const field of fieldsOf(form)) expect(fieldLabel(form, field, speak)).not.toMatch(/^field\./);
  });

  test('has a text for each of its answers', () => {
    for (const [id, value] of Object.entries(completeFiling(regime.id)))
      expect(formatValue(fieldOf(regime.filingForm, id), value, t)).not.toMatch(/[a-z]+\.[A-Z]/);
  });
});

test("a form's own word stands before the common one", () => {
  const compulsory = REGIMES.compulsory.filingForm;
  expect(findFormText('field', compulsory, 'category', t)).toBe('學生類別');
  expect(findFormText('field', FILING, 'category', t)).toBe('離校種類');
  expect(findFormText('hint', FILING, 'address', t)).toBeUndefined();
});
