import { ROLE_ROWS, staffRolesOf } from '../account/role-set.ts';
import type { Role } from '../account/role.ts';
import { accept, refuse, type Checked } from '../plain-text/checked.ts';
import { COUNTIES } from '../school/county.ts';
import type { School } from '../school/school.ts';

/** The form in which words of a list are compared: half-width, upper-case, without any blanks. */
export const wordKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
    .toUpperCase();

const YES: readonly string[] = ['是', '有', 'V', 'Y', 'YES', 'TRUE', '1', 'O', '✓', '✔'];
const NO: readonly string[] = ['', '否', '無', 'X', 'N', 'NO', 'FALSE', '0', '-'];

/** 是／否 of a list, as people mark it; an empty cell is 否. Failure `yesNo`. */
export function readYesNo(text: string): Checked<boolean, 'yesNo'> {
  const key = wordKey(text);
  if (YES.includes(key)) return accept(true);
  return NO.includes(key) ? accept(false) : refuse('yesNo');
}

const JURISDICTIONS: Readonly<Record<string, 'national' | 'county'>> = {
  國教署: 'national',
  國教署轄管: 'national',
  教育部國教署: 'national',
  教育局處: 'county',
  教育局處轄管: 'county',
  教育局: 'county',
  教育處: 'county',
};

/** 主管機關: 國教署轄管 or 教育局處轄管. Failures `required`, `unknownCode`. */
export function readJurisdiction(text: string): Checked<'national' | 'county', 'required' | 'unknownCode'> {
  const key = wordKey(text);
  if (key === '') return refuse('required');
  const found = JURISDICTIONS[key];
  return found === undefined ? refuse('unknownCode') : accept(found);
}

/** 縣市, also with the common 台. Failures `required`, `unknownCode`. */
export function readCounty(text: string): Checked<string, 'required' | 'unknownCode'> {
  const county = wordKey(text).replace('台', '臺');
  if (county === '') return refuse('required');
  return COUNTIES.some((known) => known === county) ? accept(county) : refuse('unknownCode');
}

/** How 帳號類別 are written in a list; what belongs to several regimes is told apart by 高中 or 國中小. */
const ROLE_WORDS = {
  PRIMARY: ['主通', '主要通報人', '主要通報人員', '學校主要通報人'],
  HOMEROOM: ['導師', '高中導師'],
  COUNSELOR: ['輔導人員'],
  HEAD: ['一級主管'],
  BUREAU: ['縣市教育局承辦', '縣市承辦'],
  ADMIN: ['管理者'],
  B_REGISTRAR: ['註冊組'],
  B_DISCIPLINE: ['生教組'],
  B_GUIDANCE: ['輔導組'],
  B_HOMEROOM: ['導師', '國中小導師', '國中導師', '國小導師'],
  B_SUBJECT: ['任課教師'],
  B_HEAD: ['主任/校長', '主任', '校長'],
} as const satisfies Record<Role, readonly string[]>;

const WORDS: Readonly<Record<Role, readonly string[]>> = ROLE_WORDS;
const ALL = Object.keys(ROLE_ROWS) as Role[];

type RoleProblem = 'roleUnknown' | 'roleAmbiguous' | 'roleNotImported' | 'rolesOfSchool';

function readRole(word: string, allowed: readonly Role[]): Checked<Role, RoleProblem> {
  const meant = ALL.filter((role) => WORDS[role].includes(wordKey(word)));
  const here = meant.filter((role) => allowed.includes(role));
  const [role, other] = here;
  if (role !== undefined) return other === undefined ? accept(role) : refuse('roleAmbiguous', { word });
  if (meant.length === 0) return refuse('roleUnknown', { word });
  return meant.some((found) => ROLE_ROWS[found].kind === 'staff')
    ? refuse('rolesOfSchool')
    : refuse('roleNotImported', { word });
}

/**
 * 帳號類別 of 校內人員, several with 、 or ； between them. Failures: `required`; `roleUnknown` {word};
 * `rolesOfSchool`, the school has no such post; `roleAmbiguous` {word}, a 完全中學 has it twice;
 * `roleNotImported` {word}, because 主通 and officers are never made by a list.
 */
export function readRoles(
  text: string,
  school: Pick<School, 'regimes'>,
): Checked<readonly Role[], RoleProblem | 'required'> {
  const words = text.split(/[、;；,，\n]/).filter((word) => wordKey(word) !== '');
  if (words.length === 0) return refuse('required');
  const roles: Role[] = [];
  for (const word of words) {
    const read = readRole(word.trim().slice(0, 30), staffRolesOf(school));
    if (!read.ok) return read;
    roles.push(read.value);
  }
  return accept(ALL.filter((role) => roles.includes(role)));
}
