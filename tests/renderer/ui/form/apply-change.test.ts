import { expect, test } from 'vitest';
import { applyChange } from '../../../../renderer/ui/form/apply-change.ts';
import { REGIMES } from '../../../../shared/regime/regimes.ts';

const FORM = REGIMES['senior-high'].filingForm;
const GUARDIAN = { guardianName: '王大明', guardianRelation: 'FATHER', guardianPhone: '0922-333-444' };

test('同監護人 copies at once', () => {
  expect(applyChange(FORM, GUARDIAN, { contactSame: 'yes' })).toEqual({
    ...GUARDIAN,
    contactSame: 'yes',
    contactName: '王大明',
    contactRelation: 'FATHER',
    contactPhone: '0922-333-444',
  });
});

test('同監護人 goes on copying while it is ticked, an emptied source included', () => {
  const ticked = applyChange(FORM, GUARDIAN, { contactSame: 'yes' });
  const renamed = applyChange(FORM, ticked, { guardianName: '王大同' });
  expect(renamed['contactName']).toBe('王大同');
  const emptied = applyChange(FORM, renamed, { guardianPhone: '' });
  expect(emptied).not.toHaveProperty('contactPhone');
  expect(emptied['contactSame']).toBe('yes');
});

test('another answer in the copy unticks 同監護人 and keeps the rest', () => {
  const ticked = applyChange(FORM, GUARDIAN, { contactSame: 'yes' });
  const own = applyChange(FORM, ticked, { contactPhone: '0911-111-111' });
  expect(own).not.toHaveProperty('contactSame');
  expect(own).toMatchObject({ contactName: '王大明', contactPhone: '0911-111-111' });
  expect(applyChange(FORM, own, { guardianName: '王大同' })['contactName']).toBe('王大明');
});

test('unticking leaves what was copied', () => {
  const ticked = applyChange(FORM, GUARDIAN, { contactSame: 'yes' });
  expect(applyChange(FORM, ticked, { contactSame: '' })).toMatchObject({ contactName: '王大明' });
});

test('an emptied answer is a missing key', () => {
  expect(applyChange(FORM, { address: 'x', status1: ['ORDINARY'] }, { address: '', status1: [] })).toEqual(
    {},
  );
});
