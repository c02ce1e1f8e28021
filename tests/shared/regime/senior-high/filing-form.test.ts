import { describe, expect, test } from 'vitest';
import { checkForm } from '../../../../shared/forms/check-form.ts';
import { fieldsOf } from '../../../../shared/forms/form.ts';
import { isRequired, isShown } from '../../../../shared/forms/condition.ts';
import { choiceCodes } from '../../../../shared/forms/options.ts';
import type { FormValues } from '../../../../shared/forms/values.ts';
import {
  SENIOR_HIGH_CATEGORIES,
  SENIOR_HIGH_FILING,
} from '../../../../shared/regime/senior-high/filing-form.ts';
import {
  SENIOR_HIGH_REASON_OTHER,
  SENIOR_HIGH_REASONS,
} from '../../../../shared/regime/senior-high/reasons.ts';
import { CLOCK, completeFiling } from '../../../helpers/case-builders.ts';

const fields = fieldsOf(SENIOR_HIGH_FILING);
const get = (id: string) => fields.find((field) => field.id === id)!;
const context = { ...CLOCK, category: '', dates: { enrolledOn: '2025-08-30' } };
const check = (over: FormValues) =>
  checkForm(SENIOR_HIGH_FILING, completeFiling('senior-high', over), 'complete', context).failures;

test('[RG17] two windows after the identity number: 基本資料 and 案件資料', () => {
  expect(SENIOR_HIGH_FILING.pages.map((page) => page.id)).toEqual(['basic', 'case']);
});

test('[RG16] [A:515–518] scenario 36: 離校種類 offers exactly two kinds', () => {
  const field = get('category');
  expect(field.kind === 'choice' && choiceCodes(field, '')).toEqual(SENIOR_HIGH_CATEGORIES);
  expect(SENIOR_HIGH_CATEGORIES).toEqual(['ABSENCE3', 'SUSPENSION']);
  expect(check({ category: 'TRANSFER' })).toEqual([{ path: 'category', code: 'unknownCode' }]);
});

test('[RG17] what is required of a 無故缺曠 case', () => {
  const values = completeFiling('senior-high');
  expect(check({})).toEqual([]);
  expect(fields.filter((field) => isRequired(field, values)).map((field) => field.id)).toEqual(
    fields.map((field) => field.id).filter((id) => id in values),
  );
});

test('[RG17] 休學 asks for its first day, and shows its other fields', () => {
  const suspension = { category: 'SUSPENSION' };
  expect(check(suspension)).toEqual([{ path: 'suspensionFrom', code: 'required' }]);
  expect(check({ ...suspension, suspensionFrom: '2026-12-01' })).toEqual([]);
  for (const id of ['suspensionFrom', 'suspensionTo', 'suspensionReason']) {
    expect(isShown(get(id), completeFiling('senior-high'))).toBe(false);
    expect(isShown(get(id), completeFiling('senior-high', suspension))).toBe(true);
  }
  expect(check({ ...suspension, suspensionFrom: '2026-12-01', suspensionTo: '2026-11-30' })).toEqual([
    { path: 'suspensionTo', code: 'dateBefore', detail: { field: 'suspensionFrom', date: '2026-12-01' } },
  ]);
});

test('[RG17] [A:505] scenario 34: 同監護人 copies name, relation and phone of the guardian', () => {
  const field = get('contactSame');
  expect(field.kind === 'copy' && field.copies).toEqual({
    contactName: 'guardianName',
    contactRelation: 'guardianRelation',
    contactPhone: 'guardianPhone',
  });
  expect(check({ contactSame: 'yes' })).toEqual([]);
});

test('[RG19] 學生身份 takes several, 一般生 and 無 stand alone, 原住民 asks for the people', () => {
  expect(check({ status1: ['ORDINARY', 'INDIGENOUS'], tribe: 'AMIS' })).toEqual([
    { path: 'status1', code: 'exclusive', detail: { code: 'ORDINARY' } },
  ]);
  expect(check({ status1: ['INDIGENOUS', 'NEW_IMMIGRANT_CHILD'], tribe: 'AMIS' })).toEqual([]);
  expect(check({ status1: ['INDIGENOUS'] })).toEqual([{ path: 'tribe', code: 'required' }]);
  expect(check({ status2: ['LOW_INCOME', 'NONE'] })).toMatchObject([{ path: 'status2', code: 'exclusive' }]);
  expect(check({ status2: ['SPECIAL_EDUCATION', 'LOW_INCOME'] })).toEqual([]);
});

describe('缺課主因', () => {
  test('[RG17] at least one item of the main group', () => {
    expect(check({ mainCause: 'FAMILY' })).toEqual([
      { path: 'reasons', code: 'noneInMainGroup', detail: { group: 'FAMILY' } },
    ]);
    expect(check({ mainCause: 'FAMILY', reasons: ['P_WORK', 'F_MONEY'] })).toEqual([]);
    expect(check({ reasons: [] })).toEqual([{ path: 'reasons', code: 'required' }]);
  });

  test.each(Object.entries(SENIOR_HIGH_REASON_OTHER))('[RG17] %s asks for its text %s', (code, other) => {
    const mainCause = Object.entries(SENIOR_HIGH_REASONS).find(([, codes]) =>
      (codes as readonly string[]).includes(code),
    )![0];
    expect(check({ mainCause, reasons: [code] })).toEqual([{ path: other, code: 'required' }]);
    expect(check({ mainCause, reasons: [code], [other]: '其他說明' })).toEqual([]);
  });

  test('[RG17] the seed’s readable items are there', () => {
    expect(SENIOR_HIGH_REASONS.SOCIAL).toEqual(['C_FRIENDS', 'C_GANG', 'C_AMUSEMENT', 'C_OTHER']);
    expect(SENIOR_HIGH_REASONS.OTHER).toEqual(['O_ABROAD', 'O_VANISHED', 'O_OTHER']);
    expect(Object.values(SENIOR_HIGH_REASONS).flat()).toHaveLength(41);
  });
});

test('[RG17] the main case stays within 25 entries beyond what the register knows (interface, Measured)', () => {
  expect(Object.keys(completeFiling('senior-high')).length).toBeLessThanOrEqual(25);
});
