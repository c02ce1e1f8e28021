import { checkLetter } from '../../../shared/domain/account/letter.ts';
import { checkPerson } from '../../../shared/domain/account/person.ts';
import type { IsoDate } from '../../../shared/domain/calendar/iso-date.ts';
import type { FieldFailure } from '../../../shared/failure.ts';
import type { CoreInput } from '../../bridge/queries.ts';

/** What is typed for a new 縣市教育局承辦 or 管理者. */
export interface OfficerValues {
  readonly role: 'BUREAU' | 'ADMIN';
  /** 縣市; of an officer of a county alone, as 文號 and 日期 are. */
  readonly county: string;
  readonly name: string;
  readonly account: string;
  readonly email: string;
  readonly phone: string;
  readonly letterNumber: string;
  /** ISO, or the text as typed while it is no day. */
  readonly letterDate: string;
}

export const NO_OFFICER: OfficerValues = {
  role: 'BUREAU',
  county: '',
  name: '',
  account: '',
  email: '',
  phone: '',
  letterNumber: '',
  letterDate: '',
};

/** The person's fields in the order of the form. */
const PERSON_ORDER = ['name', 'account', 'email', 'phone'];
const place = ({ path }: FieldFailure): number => PERSON_ORDER.indexOf(path);

/** What is wrong; an officer of a county needs county and letter [A:75], an administrator neither. */
export function officerProblems(values: OfficerValues, today: IsoDate): readonly FieldFailure[] {
  const person = checkPerson({ ...values, roles: [values.role] }, null);
  const failures = person.ok ? [] : person.fields.toSorted((one, other) => place(one) - place(other));
  if (values.role === 'ADMIN') return failures;
  const letter = checkLetter({ number: values.letterNumber, date: values.letterDate }, today);
  return [
    ...(values.county === '' ? [{ path: 'county', code: 'required' }] : []),
    ...failures,
    ...(letter.ok ? [] : letter.fields),
  ];
}

/** As it is sent; only what passed the checks is. */
export function officerOf(accountId: string, values: OfficerValues): CoreInput<'officer.create'> {
  const { role, county, letterNumber: number, letterDate: date, ...person } = values;
  return role === 'ADMIN'
    ? { ...person, accountId, role, county: null, letter: null }
    : { ...person, accountId, role, county, letter: { number, date } };
}
