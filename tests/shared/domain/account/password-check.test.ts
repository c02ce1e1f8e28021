import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeIdentityNumber } from '../../../../shared/domain/identity/make.ts';
import {
  checkPassword,
  cleanPassword,
  isListedPassword,
  passwordFailures,
} from '../../../../shared/domain/account/password-check.ts';
import { PASSWORD_RULES } from '../../../../shared/domain/account/password-rule.ts';
import type { Role } from '../../../../shared/domain/account/role.ts';

const TEACHER: { account: string; roles: Role[] } = { account: 'Lin.Fen99', roles: ['HOMEROOM'] };
const COUNTY: { account: string; roles: Role[] } = { account: 'county.chen', roles: ['BUREAU'] };
const broken = (password: string, owner = TEACHER) => checkPassword(password, owner, isListedPassword);

test('[AC17] [AC18] [AC19] [AC20] [AC21] [AC22] a good one breaks nothing', () => {
  expect(broken('Mt7!kelp')).toEqual([]);
  expect(broken('Mt7!kelp-gr4n', COUNTY)).toEqual([]);
  expect(broken('山路 Mt7 走')).toEqual([]);
});

describe('[AC17] [security 7.29] length', () => {
  test.each<[string, Role[], string, boolean]>([
    ['seven of staff', ['HOMEROOM'], 'Mt7!kel', true],
    ['eight of staff', ['HOMEROOM'], 'Mt7!kelp', false],
    ['eight of the 主通', ['PRIMARY'], 'Mt7!kelp', false],
    ['eight of an office', ['B_GUIDANCE'], 'Mt7!kelp', false],
    ['eleven of the county', ['BUREAU'], 'Mt7!kelp-gr', true],
    ['twelve of the county', ['BUREAU'], 'Mt7!kelp-gr4', false],
    ['eleven of the agency', ['ADMIN'], 'Mt7!kelp-gr', true],
    ['twelve of the agency', ['ADMIN'], 'Mt7!kelp-gr4', false],
  ])('%s', (_, roles, password, refused) => {
    expect(broken(password, { account: 'x.y', roles }).includes('passwordLength')).toBe(refused);
  });

  test('counted in code points: seven pictures are too short, 128 characters pass, 129 do not', () => {
    const pictures = '\u{1F600}\u{1F47D}\u{1F680}\u{1F431}\u{1F33B}';
    expect(broken(`${pictures}Aa`)).toContain('passwordLength');
    expect(broken(`${pictures}Aa1`)).toEqual([]);
    const long = 'Mt7!kelp'.repeat(16);
    expect(broken(long)).toEqual([]);
    expect(broken(`${long}x`)).toEqual(['passwordLength']);
  });
});

describe('[AC18] [security 7.29] classes', () => {
  test.each([
    ['upper, lower, digit', 'MtRk7kelp', false],
    ['upper, lower, special', 'Mt!kelpgr', false],
    ['lower, digit, special', 'mt7!kelp', false],
    ['upper, digit, special', 'MT7!KELP', false],
    ['all four', 'Mt7!kelp', false],
    ['a space is special', 'Mt kelp vu', false],
    ['a Chinese character is special', 'Mt走kelpvu', false],
    ['upper and lower', 'MtRkelpvu', true],
    ['lower and digit', 'mt7kelp93', true],
    ['digit and special', '7!92-05.3', true],
    ['Chinese characters alone', '山路遠遠走過水邊', true],
  ])('%s', (_, password, refused) => {
    expect(broken(password)).toEqual(refused ? ['passwordClasses'] : []);
  });
});

test.each(['Lin.Fen99', 'lin.fen99', 'LIN.FEN99', 'Ｌｉｎ.Fen99', 'Lin.Fen99\r\n'])(
  '[AC19] [security 7.29] %j is the account name',
  (password) => {
    expect(broken(password)).toEqual(['passwordAccount']);
  },
);

test.each(['Lin.Fen99!', 'Lin.Fen9', '99Lin.Fen'])('[AC19] %j is another text', (password) => {
  expect(broken(password)).toEqual([]);
});

test.each(['Mt7!qwer', 'Mt7!4321', 'Mt7!dcba', 'Mt7!aaaa'])('[AC20] [security 7.29] %s', (password) => {
  expect(broken(password)).toEqual(['passwordRun']);
});

describe('[AC21] [security 7.29] identity numbers', () => {
  test.each([
    'A135792468',
    'a135792468',
    'x-A135792468-x',
    'A8135792460',
    'Fc13579246',
    'A135-792-468',
    'A1 3579 2468!',
    'Ａ１３５７９２４６８',
  ])('%s', (password) => {
    expect(broken(`${password}Zz!`)).toEqual(['passwordIdentity']);
  });

  test.each(['A335792468!z', 'A13579246!z', 'AE13579246!'])('%s has another shape', (password) => {
    expect(broken(password)).toEqual([]);
  });

  test('every number that exists, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('A', 'P', 'W'),
        fc.constantFrom('1', '2', '8', '9', 'A', 'D'),
        fc.integer({ min: 0, max: 999_999 }),
        (letter, second, serial) => {
          const number = makeIdentityNumber({ letter, second, serial });
          expect(broken(`k-${number}`)).toContain('passwordIdentity');
          expect(broken(`${number.toLowerCase()}Kk`)).toContain('passwordIdentity');
        },
      ),
    );
  });
});

describe('[AC22] [security 7.29] common passwords', () => {
  test.each([
    'Password1',
    'P@ssw0rd',
    'P@$$w0rd2024!',
    '!!Password',
    '2024Password',
    'Welcome1!',
    'Dragon#88',
    'Iloveyou!1',
    'Taiwan2024',
    'Taipei#101',
    'Woaini1314',
    'Admin@12',
    'K12ea!2024',
    'Teacher#1',
    '1qaz2WSX',
    'Q1w2E3r4!',
    'ji32k7au4a83',
    'Ji32k7au4a83!',
    'JI394SU3!',
    'G/b4dj94xk4',
    'Vm,6vul4!',
    '我的密碼Aa1'.slice(0, 4),
    'Sunshine\n',
  ])('%j', (password) => {
    expect(isListedPassword(password)).toBe(true);
    if ([...password.trim()].length >= 8) expect(broken(password)).toContain('passwordCommon');
  });

  test.each(['Mt7!kelp', 'Passw-Taipei-walk', 'ji3xl;4kz!K', 'Dragonfruit-7x', '', '12', '!!!!'])(
    '%j is none',
    (password) => {
      expect(isListedPassword(password)).toBe(false);
    },
  );

  test('the list is asked that is handed in', () => {
    expect(checkPassword('Mt7!kelp', TEACHER, () => true)).toEqual(['passwordCommon']);
    expect(checkPassword('Password1', TEACHER, () => false)).toEqual([]);
  });

  test('capitals, and digits or signs around it, do not hide a listed one', () => {
    const around = fc.stringMatching(/^[0-9!#$%&*?._-]{0,12}$/);
    fc.assert(
      fc.property(
        fc.constantFrom('password', 'taiwan', 'dragon', 'ji32k7au4a83'),
        around,
        around,
        (word, before, after) => {
          const typed = Array.from(word, (sign, at) => (at % 2 === 0 ? sign.toUpperCase() : sign)).join('');
          expect(isListedPassword(before + typed + after)).toBe(true);
        },
      ),
    );
  });
});

describe('[AC23] [security 7.29] a pasted line end', () => {
  test.each(['\n', '\r\n', '\r', '\n\n', '\u2028'])('%j is taken off and told', (end) => {
    expect(cleanPassword(`Mt7!kelp${end}`)).toEqual({ value: 'Mt7!kelp', removed: 'lineEnd' });
    expect(cleanPassword('Mt7!kelp')).toEqual({ value: 'Mt7!kelp', removed: 'none' });
  });

  test('outer spaces and a line end inside stay as typed', () => {
    expect(cleanPassword(' Mt7\n!kelp ')).toEqual({ value: ' Mt7\n!kelp ', removed: 'none' });
  });

  test('it neither helps nor harms', () => {
    expect(broken('Mt7!kel\n')).toEqual(['passwordLength']);
    expect(broken('mt7kelpvu\n')).toEqual(['passwordClasses']);
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.constantFrom('\n', '\r\n'),
        (text, end) => {
          expect(broken(text + end)).toEqual(broken(text));
        },
      ),
    );
  });
});

test('[AC17] [AC18] [AC19] [AC20] [AC21] [AC22] several faults are told at once, in the order of the check list', () => {
  expect(broken('A135792468\n'.slice(0, 6))).toEqual(['passwordLength', 'passwordClasses']);
  expect(broken('1111', { account: '1111', roles: ['ADMIN'] })).toEqual([
    'passwordLength',
    'passwordClasses',
    'passwordAccount',
    'passwordRun',
  ]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const rules = broken(text);
      expect(rules).toEqual(PASSWORD_RULES.filter((rule) => rules.includes(rule)));
    }),
  );
});

test('failures of a field carry what fills their blanks', () => {
  expect(passwordFailures(['passwordLength', 'passwordRun'], ['BUREAU'], 'next')).toEqual([
    { path: 'next', code: 'passwordLength', detail: { min: 12, max: 128 } },
    { path: 'next', code: 'passwordRun' },
  ]);
});
