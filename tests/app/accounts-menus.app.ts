import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CoreDoor } from '../../shared/contract/core.ts';
import { menuOf, openMenu, signInAs, signOut } from './story/account-person.ts';
import type { Login, Person } from './story/person.ts';
import { t } from './story/words.ts';
import { outcomeOf } from './support/password-hands.ts';
import { openSchool, type School } from './support/school.ts';

const ID = '00000000-0000-7000-8000-000000000000';
const LIST = { status: null, role: null, text: '', schoolId: null, page: 1, size: 20 };
const AUDIT = { from: null, to: null, text: '', before: null, limit: 20 };
const REQUESTS = { status: null, kind: null, page: 1, size: 20 };

/** Calls behind the items of the menu that not everybody has. */
const BEHIND = {
  accounts: ['account.list', LIST],
  approvals: ['request.list', REQUESTS],
  accountHistory: ['audit.list', AUDIT],
  roleChange: ['roleChange.get', {}],
  imports: ['policy.get', {}],
} as const satisfies Record<string, readonly [keyof CoreDoor, unknown]>;
type Item = keyof typeof BEHIND;
const ITEMS = Object.keys(BEHIND) as Item[];

/** Items of the seed that have no page yet, beside those above (domain §1.2). */
const FIRST = ['home'] as const;
const LAST = ['outbox', 'settings'] as const;

const WHO: readonly (readonly [string, readonly string[], readonly Item[]])[] = [
  ['xr-primary', ['leaving'], ['accounts', 'approvals', 'roleChange', 'accountHistory']],
  ['xr-teacher1', ['leaving'], ['roleChange']],
  ['xr-counselor', ['leaving'], ['roleChange']],
  ['xr-head', ['leaving'], ['roleChange']],
  ['sf-registrar', ['dropout'], []],
  ['bureau', [], []],
  ['admin', [], ['accounts', 'approvals', 'imports', 'accountHistory']],
];

let school: School;
let desk: Person;

const loginOf = (account: string): Login => {
  const found = school.central.accounts.find((line) => line.account === account);
  if (found === undefined) throw new RangeError(account);
  return found;
};

beforeAll(async () => {
  school = await openSchool();
  desk = await school.newcomer();
  await desk.computer.start();
});

afterAll(() => school.close());

describe('[scenario 23] [scenario 24] 功能列 and the calls behind it', () => {
  test.each(WHO)(
    '%s sees what the roles have, and the core refuses the rest',
    async (account, cases, items) => {
      await signInAs(desk, loginOf(account));
      const seen = await menuOf(desk);
      const expected = [...FIRST, ...cases, ...ITEMS.filter((item) => items.includes(item)), ...LAST];
      expect([...seen].toSorted()).toEqual(expected.map((key) => t(`menu.${key}`)).toSorted());
      for (const item of ITEMS) {
        const [name, input] = BEHIND[item];
        const outcome = await outcomeOf(desk.page, name, input);
        expect([item, outcome]).toEqual([item, items.includes(item) ? 'ok' : 'FORBIDDEN']);
      }
      await signOut(desk);
    },
  );

  test('[scenario 26] the 主通 changes phone and e-mail of a teacher; the teacher cannot change his own', async () => {
    const { page } = desk;
    await signInAs(desk, loginOf('xr-teacher1'));
    const update = {
      accountId: ID,
      revision: 0,
      account: 'x',
      name: 'x',
      email: 'x@x.tw',
      phone: '05-5550301',
    };
    const own = { ...update, roles: ['HOMEROOM'], status: null };
    expect(await outcomeOf(page, 'account.update', own)).toBe('FORBIDDEN');
    await openMenu(desk, 'settings');
    await page.getByText(t('settings.whoChanges.staff')).waitFor();
    await signOut(desk);
    await signInAs(desk, loginOf('xr-primary'));
    await openMenu(desk, 'accounts');
    await page.getByRole('button', { name: t('accounts.openNamed', { name: '林志明' }) }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel(new RegExp(`^${t('accounts.column.email')}`)).fill('lin2@xuelu.example');
    await sheet.getByLabel(new RegExp(`^${t('accounts.column.phone')}`)).fill('05-5550301#199');
    await desk.button('accounts.update').click();
    await desk.button('accounts.verb.change').click();
    await page.getByRole('row').filter({ hasText: '林志明' }).getByText('05-5550301#199').waitFor();
    await signOut(desk);
    await signInAs(desk, loginOf('xr-teacher1'));
    await openMenu(desk, 'settings');
    await page.getByText('lin2@xuelu.example').waitFor();
  });
});

test('no window complained', () => {
  expect(school.complaints()).toEqual([]);
});
