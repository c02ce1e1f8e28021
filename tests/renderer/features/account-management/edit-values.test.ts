import { expect, test } from 'vitest';
import {
  changedFields,
  onlyChanged,
  problemsOf,
  updateOf,
  valuesOf,
} from '../../../../renderer/features/account-management/edit-values.ts';
import { anAccountDetail } from '../../../helpers/account-window.ts';

const detail = anAccountDetail(1, { roles: ['HOMEROOM', 'COUNSELOR'] });
const stored = valuesOf(detail);
const school = { regimes: ['senior-high' as const] };

test('the order of roles is no change, another set is', () => {
  expect(changedFields(stored, { ...stored, roles: ['COUNSELOR', 'HOMEROOM'] })).toEqual([]);
  expect(changedFields(stored, { ...stored, roles: ['COUNSELOR'] })).toEqual(['roles']);
});

test('what is kept of the typing is what differs', () => {
  expect(onlyChanged(stored, { ...stored, phone: '02-23456789' })).toEqual({ phone: '02-23456789' });
});

test('an account from before the rules can be changed elsewhere: fields that stay are not judged', () => {
  const old = { ...stored, email: '', phone: '' };
  expect(problemsOf(old, { ...old, status: 'disable' }, school)).toEqual([]);
  expect(problemsOf(old, { ...old, email: 'x' }, school)).toEqual([{ path: 'email', code: 'emailFormat' }]);
});

test('[domain §1.1] offices that the school does not have are told, once the school is known', () => {
  const wrong = { ...stored, roles: ['B_HEAD' as const] };
  expect(problemsOf(stored, wrong, school).map(({ code }) => code)).toEqual(['rolesOfSchool']);
  expect(problemsOf(stored, wrong, undefined)).toEqual([]);
});

test('狀態 is sent only when it was changed', () => {
  expect(updateOf(detail, stored, stored).status).toBeNull();
  expect(updateOf(detail, stored, { ...stored, status: 'disable' }).status).toBe('disable');
});
