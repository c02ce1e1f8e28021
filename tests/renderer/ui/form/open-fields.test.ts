import { expect, test } from 'vitest';
import { openOn, pageIndexOf } from '../../../../renderer/ui/form/open-fields.ts';
import { checkForm } from '../../../../shared/forms/check-form.ts';
import type { FormValues } from '../../../../shared/forms/values.ts';
import { REGIMES } from '../../../../shared/regime/regimes.ts';
import { CLOCK, completeFiling } from '../../../helpers/case-builders.ts';

const FORM = REGIMES['senior-high'].filingForm;
const openCounts = (values: FormValues) => {
  const { failures } = checkForm(FORM, values, 'complete', { ...CLOCK, category: '', dates: {} });
  return FORM.pages.map((page) => openOn(page, failures).length);
};

test('each page counts its own required fields', () => {
  expect(openCounts({})).toEqual([9, 5]);
  expect(openCounts(completeFiling('senior-high'))).toEqual([0, 0]);
});

test('a field counts only while it is asked', () => {
  expect(openCounts(completeFiling('senior-high', { category: 'SUSPENSION' }))).toEqual([0, 1]);
  const asked = completeFiling('senior-high', { status1: ['INDIGENOUS'], reasons: ['P_OTHER'] });
  expect(openCounts(asked)).toEqual([0, 2]);
});

test('a wrong answer is open as well', () => {
  expect(openCounts(completeFiling('senior-high', { studentPhone: 'abc' }))).toEqual([1, 0]);
});

test('every field stands on its page', () => {
  expect(pageIndexOf(FORM.pages, 'address')).toBe(0);
  expect(pageIndexOf(FORM.pages, 'reasonOtherOther')).toBe(1);
  expect(pageIndexOf(FORM.pages, 'nobody')).toBe(-1);
});
