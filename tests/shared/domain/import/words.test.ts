import { describe, expect, test } from 'vitest';
import { ROLE_ROWS, staffRolesOf } from '../../../../shared/domain/account/role-set.ts';
import { ROLES, type Role } from '../../../../shared/domain/account/role.ts';
import {
  readCounty,
  readJurisdiction,
  readRoles,
  readYesNo,
} from '../../../../shared/domain/import/words.ts';
import { ZH_TW } from '../../../../shared/text/zh-tw/index.ts';

const SENIOR = { regimes: ['senior-high'] } as const;
const COMPULSORY = { regimes: ['compulsory'] } as const;
const BOTH = { regimes: ['senior-high', 'compulsory'] } as const;
const schoolOf = (regimes: readonly ('senior-high' | 'compulsory')[]) => ({ regimes: [...regimes] });

describe('是／否', () => {
  test.each(['是', ' 有 ', 'v', 'Ｖ', 'Y', 'yes', 'TRUE', '1', '✓'])('%s is yes', (text) => {
    expect(readYesNo(text)).toEqual({ ok: true, value: true });
  });
  test.each(['', '　', '否', '無', 'x', 'n', 'false', '0', '-'])('%s is no', (text) => {
    expect(readYesNo(text)).toEqual({ ok: true, value: false });
  });
  test.each(['也許', '2', '是否'])('%s is neither', (text) => {
    expect(readYesNo(text)).toEqual({ ok: false, code: 'yesNo' });
  });
});

describe('主管機關', () => {
  test.each([
    ['國教署轄管', 'national'],
    [' 國教署', 'national'],
    ['教育局處轄管', 'county'],
    ['教育處', 'county'],
  ])('%s', (text, value) => {
    expect(readJurisdiction(text)).toEqual({ ok: true, value });
  });
  test('nothing and something else', () => {
    expect(readJurisdiction(' ')).toEqual({ ok: false, code: 'required' });
    expect(readJurisdiction('constructor')).toEqual({ ok: false, code: 'unknownCode' });
  });
});

test('縣市, also with the common 台', () => {
  expect(readCounty(' 台南市')).toEqual({ ok: true, value: '臺南市' });
  expect(readCounty('臺東縣')).toEqual({ ok: true, value: '臺東縣' });
  expect(readCounty('')).toEqual({ ok: false, code: 'required' });
  expect(readCounty('南市')).toEqual({ ok: false, code: 'unknownCode' });
});

describe('帳號類別', () => {
  const labels: Readonly<Record<string, string>> = ZH_TW;
  test.each(ROLES.filter((role) => ROLE_ROWS[role].kind === 'staff'))(
    'the label that the application shows for %s is read where the school has it',
    (role: Role) => {
      const { regime } = ROLE_ROWS[role];
      const school = schoolOf(regime === null ? [] : [regime]);
      expect(staffRolesOf(school)).toContain(role);
      expect(readRoles(labels[`role.${role}`] ?? '', school)).toEqual({ ok: true, value: [role] });
    },
  );

  test.each(ROLES.filter((role) => ROLE_ROWS[role].kind !== 'staff'))(
    '%s is never made by a list',
    (role) => {
      const word = labels[`role.${role}`] ?? '';
      for (const { regimes } of [SENIOR, COMPULSORY, BOTH])
        expect(readRoles(word, schoolOf(regimes))).toEqual({
          ok: false,
          code: 'roleNotImported',
          detail: { word },
        });
    },
  );

  test('several, with any sign between them, once each and in one order', () => {
    for (const text of ['輔導人員、導師', '輔導人員；導師;導師', '輔導人員, 導師 、'])
      expect(readRoles(text, schoolOf(SENIOR.regimes))).toEqual({
        ok: true,
        value: ['HOMEROOM', 'COUNSELOR'],
      });
  });

  test('a 完全中學 tells its two 導師 apart', () => {
    const school = schoolOf(BOTH.regimes);
    expect(readRoles('導師', school)).toMatchObject({ code: 'roleAmbiguous' });
    expect(readRoles('高中導師', school)).toEqual({ ok: true, value: ['HOMEROOM'] });
    expect(readRoles('國中導師、註冊組', school)).toEqual({ ok: true, value: ['B_REGISTRAR', 'B_HOMEROOM'] });
  });

  test('none, unknown, of another kind of school', () => {
    expect(readRoles('、；', schoolOf(SENIOR.regimes))).toEqual({ ok: false, code: 'required' });
    expect(readRoles('導師、校工', schoolOf(SENIOR.regimes))).toEqual({
      ok: false,
      code: 'roleUnknown',
      detail: { word: '校工' },
    });
    expect(readRoles('註冊組', schoolOf(SENIOR.regimes))).toEqual({ ok: false, code: 'rolesOfSchool' });
  });
});
