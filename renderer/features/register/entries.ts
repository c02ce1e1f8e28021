import type { AccountPaper } from '../../../shared/contract/account-paper.ts';
import type { PublicSchool } from '../../../shared/contract/account-shapes.ts';
import { checkPerson } from '../../../shared/domain/account/person.ts';
import type { Role } from '../../../shared/domain/account/role.ts';
import type { FieldFailure } from '../../../shared/failure.ts';
import type { CoreInput } from '../../bridge/queries.ts';
import type { PickedFile } from '../../ui/upload/read-file.ts';

/** The two ways to register [A:77–135]. */
export const WAYS = ['staff', 'primary'] as const;
export type Way = (typeof WAYS)[number];

/** What is typed and picked on the page 註冊. Keys are the fields' names in failures. */
export interface Entries {
  readonly way: Way;
  /** 縣市 by which the school is looked for; it is not sent. */
  readonly county: string;
  readonly school: PublicSchool | null;
  /** 帳號類別; of a 主通 it is fixed. */
  readonly roles: readonly Role[];
  readonly name: string;
  readonly account: string;
  readonly email: string;
  readonly phone: string;
  /** The stamped 帳號申請單 of a 主通. */
  readonly file: PickedFile | null;
  readonly captcha: string;
}

export const NOTHING_TYPED: Entries = {
  way: 'staff',
  county: '',
  school: null,
  roles: [],
  name: '',
  account: '',
  email: '',
  phone: '',
  file: null,
  captcha: '',
};

/** Whether somebody would lose work by leaving the page. */
export const isTouched = ({ name, account, email, phone, file }: Entries): boolean =>
  file !== null || [name, account, email, phone].some((text) => text.trim() !== '');

export const rolesAsked = ({ way, roles }: Entries): readonly Role[] =>
  way === 'primary' ? ['PRIMARY'] : roles;

const missing = (path: keyof Entries, code = 'required'): FieldFailure => ({ path, code });

/** In the order of the page. A role can only be judged with its school. */
export function checkEntries(entries: Entries): readonly FieldFailure[] {
  const { way, county, school, roles, file, captcha } = entries;
  const person = checkPerson({ ...entries, roles: rolesAsked(entries) }, school);
  const found = person.ok ? [] : person.fields;
  const of = (path: string) => found.filter((failure) => failure.path === path);
  const ofRoles = way === 'primary' ? [] : school === null && roles.length > 0 ? [] : of('roles');
  return [
    ...(county === '' ? [missing('county')] : []),
    ...(school === null ? [missing('school')] : []),
    ...ofRoles,
    ...of('name'),
    ...of('account'),
    ...of('email'),
    ...of('phone'),
    ...(way === 'primary' && file === null ? [missing('file', 'fileProblem.missing')] : []),
    ...(captcha.trim() === '' ? [missing('captcha')] : []),
  ];
}

/** What is sent; null while something is missing. The texts go in the form in which they are stored. */
export function registrationOf(
  entries: Entries,
  requestId: string,
  captchaId: string,
): CoreInput<'registration.create'> | null {
  const { way, school, file, captcha } = entries;
  const person = checkPerson({ ...entries, roles: rolesAsked(entries) }, school);
  if (!person.ok || school === null) return null;
  const { roles, ...texts } = person.value;
  return {
    requestId,
    kind: way,
    schoolId: school.id,
    ...texts,
    roles: [...roles],
    files:
      way === 'primary' && file !== null
        ? [{ kind: 'accountForm', name: file.name, contentBase64: file.contentBase64 }]
        : [],
    captchaId,
    captchaAnswer: captcha.trim(),
  };
}

type PaperPerson = Extract<AccountPaper, { form: 'letter' }>['person'];

/** What stands on a paper already; an empty field stays a blank to write in. */
export function paperPersonOf(entries: Entries): PaperPerson {
  const { school } = entries;
  const line = (text: string): string => text.trim().slice(0, 400);
  return {
    schoolName: school?.name ?? '',
    schoolCode: school?.code ?? '',
    county: school?.county ?? entries.county,
    jurisdiction: school?.jurisdiction ?? null,
    roles: [...rolesAsked(entries)],
    account: line(entries.account),
    name: line(entries.name),
    phone: line(entries.phone),
    email: line(entries.email),
  };
}
