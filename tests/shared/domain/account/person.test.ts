import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPerson, fieldFailure, type AccountPerson } from '../../../../shared/domain/account/person.ts';
import { ROLES } from '../../../../shared/domain/account/role.ts';

const SENIOR: { regimes: 'senior-high'[] } = { regimes: ['senior-high'] };
const TEACHER: AccountPerson = {
  account: ' Lin.Fen ',
  name: ' 林芬 ',
  email: 'ｌｉｎ@school.edu.tw',
  phone: '04 1234567；0912345678',
  roles: ['COUNSELOR', 'HOMEROOM'],
};
const STORED: AccountPerson = {
  account: 'Lin.Fen',
  name: '林芬',
  email: 'lin@school.edu.tw',
  phone: '04-1234567;0912-345-678',
  roles: ['HOMEROOM', 'COUNSELOR'],
};

test('[AC16] a person is stored in one form, which is accepted again', () => {
  expect(checkPerson(TEACHER, SENIOR)).toEqual({ ok: true, value: STORED });
  expect(checkPerson(STORED, SENIOR)).toEqual({ ok: true, value: STORED });
});

test('[AC16] all faults are told at once, each with its path', () => {
  const wrong = { account: 'a', name: '', email: 'a\r\nb@c.tw', phone: 'abc', roles: [] };
  expect(checkPerson(wrong, SENIOR)).toEqual({
    ok: false,
    fields: [
      { path: 'account', code: 'accountLength', detail: { min: 3, max: 60, count: 1 } },
      { path: 'name', code: 'required' },
      { path: 'email', code: 'textForbidden', detail: { position: 2, codePoint: 'U+000D' } },
      { path: 'phone', code: 'phonePart', detail: { part: 'abc', position: 1 } },
      { path: 'roles', code: 'required' },
    ],
  });
});

test.each([
  ['account', 'A123456789', 'accountIdentity'],
  ['name', '王'.repeat(61), 'textTooLong'],
  ['email', 'lin', 'emailFormat'],
  ['phone', '', 'required'],
  ['roles', ['PRIMARY', 'HEAD'], 'rolesAlone'],
  ['roles', ['B_HEAD'], 'rolesOfSchool'],
])('[AC16] a fault of %s alone is the only one', (path, typed, code) => {
  const checked = checkPerson({ ...TEACHER, [path]: typed } as AccountPerson, SENIOR);
  expect(checked).toMatchObject({ ok: false, fields: [{ path, code }] });
});

test('[AC16] officers belong to no school', () => {
  expect(checkPerson({ ...TEACHER, roles: ['BUREAU'] }, null)).toMatchObject({ ok: true });
  expect(checkPerson({ ...TEACHER, roles: ['HOMEROOM'] }, null)).toMatchObject({ ok: false });
});

test('[AC16] whatever is typed, the stored form is accepted again unchanged', () => {
  const person = fc.record({
    account: fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\w.@-]{3,20}$/)),
    name: fc.oneof(fc.string({ unit: 'binary' }), fc.constant('王小明')),
    email: fc.emailAddress(),
    phone: fc.constantFrom('0912345678', '04-1234567#12', '02 2345 6789;+886912345678'),
    roles: fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(person, fc.constantFrom(SENIOR, null), (typed, school) => {
      const checked = checkPerson(typed, school);
      if (checked.ok) expect(checkPerson(checked.value, school)).toEqual(checked);
      else expect(checked.fields.length).toBeGreaterThan(0);
    }),
  );
});

test('the failure of a field carries the detail of its check, and a passed check none', () => {
  expect(fieldFailure('x', { ok: true, value: 1 })).toEqual([]);
  expect(fieldFailure('x', { ok: false, code: 'required' })).toEqual([{ path: 'x', code: 'required' }]);
});
