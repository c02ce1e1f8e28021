import type { PaperPerson } from '../../../shared/contract/account-paper.ts';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import type { FieldFailure } from '../../../shared/failure.ts';
import type { CoreInput, CoreOutput } from '../../bridge/queries.ts';
import type { PickedFile } from '../../ui/upload/read-file.ts';

export type Mine = CoreOutput<'roleChange.get'>;
export type Successor = Mine['successors'][number];

/** What is chosen and picked on the page; keys are the fields' names in failures. */
export interface Entries {
  /** 新主通-帳號; empty for 申請權限提升, where it is oneself. */
  readonly successorId: string;
  /** 核定後帳號移轉申請表 (必繳) */
  readonly transferForm: PickedFile | null;
  /** 新主通聘書 (非必繳) */
  readonly appointment: PickedFile | null;
}

export const NOTHING: Entries = { successorId: '', transferForm: null, appointment: null };

/** 必繳 before 非必繳 [A:196, 203]; `transfer` also needs somebody to hand the post to. */
export const checkEntries = (entries: Entries, transfer: boolean): readonly FieldFailure[] => [
  ...(transfer && entries.successorId === '' ? [{ path: 'successorId', code: 'required' }] : []),
  ...(entries.transferForm === null ? [{ path: 'transferForm', code: 'fileProblem.missing' }] : []),
];

export function roleChangeOf(
  entries: Entries,
  requestId: string,
  transfer: boolean,
): CoreInput<'roleChange.create'> {
  const file = (kind: 'transferForm' | 'appointment') => {
    const picked = entries[kind];
    return picked === null ? [] : [{ kind, name: picked.name, contentBase64: picked.contentBase64 }];
  };
  return {
    requestId,
    successorId: transfer ? entries.successorId : null,
    files: [...file('transferForm'), ...file('appointment')],
  };
}

/** What stands on 移轉申請表 and letter already. */
export const paperPersonOf = (
  { school }: Mine,
  person: Pick<Successor, 'account' | 'name' | 'phone' | 'email' | 'roles'>,
): PaperPerson => ({
  schoolName: school.name,
  schoolCode: school.code,
  county: school.county,
  jurisdiction: school.jurisdiction,
  roles: [...person.roles],
  account: person.account,
  name: person.name,
  phone: person.phone,
  email: person.email,
});

/** The one who is to get the post: whom the 主通 chose, or oneself. */
export const successorOf = (
  mine: Mine,
  entries: Entries,
  account: SessionAccount,
): Pick<Successor, 'account' | 'name' | 'phone' | 'email' | 'roles'> | null =>
  account.roles.includes('PRIMARY')
    ? (mine.successors.find(({ accountId }) => accountId === entries.successorId) ?? null)
    : account;
