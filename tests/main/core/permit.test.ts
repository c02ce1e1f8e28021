import { expect, test } from 'vitest';
import { CALLS } from '../../../main/core/calls.ts';
import { findRefusal } from '../../../main/core/permit.ts';
import { ACCOUNT_ROWS } from '../../../shared/contract/account-rows.ts';
import type { CentralRow } from '../../../shared/contract/central-row.ts';
import { CORE_DOOR, type CoreDoor } from '../../../shared/contract/core.ts';
import { ROLES } from '../../../shared/domain/account/role.ts';
import { anAccount } from '../../helpers/core.ts';

const NAMES = Object.keys(CORE_DOOR) as (keyof CoreDoor)[];
const isAccountCall = (name: string): name is keyof typeof ACCOUNT_ROWS => Object.hasOwn(ACCOUNT_ROWS, name);

test.each(NAMES)('[security 7.23] %s is refused to every role that central would refuse it', (name) => {
  const row: Pick<CentralRow, 'access' | 'roles'> | null = isAccountCall(name) ? ACCOUNT_ROWS[name] : null;
  for (const role of ROLES) {
    const failure = findRefusal(name, { account: anAccount(role), unready: null });
    const may =
      row !== null
        ? row.access === 'public' || row.roles === 'any' || row.roles.includes(role)
        : name !== 'handover.get' || role === 'PRIMARY';
    expect([role, failure]).toEqual([role, may ? null : { code: 'FORBIDDEN' }]);
  }
});

test('[A:1243] what works while the password is expired: 修改密碼, 登出, the second step, and keeping drafts', () => {
  const account = anAccount('PRIMARY');
  const works = NAMES.filter(
    (name) =>
      CALLS[name].access === 'session' &&
      findRefusal(name, { account, unready: 'PASSWORD_EXPIRED' }) === null,
  );
  expect(works.toSorted()).toEqual([
    'draft.delete',
    'draft.get',
    'draft.list',
    'draft.put',
    'outbox.list',
    'password.change',
    'profile.get',
    'sync.get',
    'totp.begin',
    'totp.enable',
  ]);
  expect(findRefusal('case.list', { account, unready: 'SECOND_FACTOR_MISSING' })).toEqual({
    code: 'SECOND_FACTOR_MISSING',
  });
  expect(findRefusal('case.list', null)).toEqual({ code: 'SIGNED_OUT' });
});
