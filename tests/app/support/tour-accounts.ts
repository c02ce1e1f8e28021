import { openMenu } from '../story/account-person.ts';
import type { Person } from '../story/person.ts';
import { startsWith, t } from '../story/words.ts';
import type { See } from './sights.ts';

/** What the 主要通報人 does with accounts; back at the list of cases at the end. */
export async function tourAccounts(see: See, primary: Person): Promise<void> {
  const { page, computer } = primary;
  await openMenu(primary, 'accounts');
  await page.getByRole('grid').waitFor();
  await see('accounts', computer);
  await page
    .getByRole('button', { name: new RegExp(t('accounts.openNamed', { name: '' })) })
    .first()
    .click();
  await page.getByRole('dialog').getByText(t('accounts.passwordSetAt')).waitFor();
  await see('account, sheet', computer);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('textbox', { name: startsWith(t('accounts.keyword')) }).fill('沒有這個人');
  await page.getByText(t('accounts.noneFound.title')).waitFor();
  await see('accounts, nothing found', computer);
  await openMenu(primary, 'approvals');
  await page.getByText(t('approvals.empty.title')).waitFor();
  await see('approvals, empty', computer);
  await openMenu(primary, 'roleChange');
  await page.getByText(t('upload.pick')).first().waitFor();
  await see('role change', computer);
  await openMenu(primary, 'accountHistory');
  await page
    .getByRole('table', { name: t('menu.accountHistory') })
    .or(page.getByText(t('history.none.title')))
    .waitFor();
  await see('account history', computer);
  await openMenu(primary, 'settings');
  await page.getByRole('heading', { name: t('settings.computer') }).waitFor();
  await see('settings, primary reporter', computer);
  await primary.openList();
}

/** 管理者: what the agency alone has. */
export async function tourAgency(see: See, admin: Person): Promise<void> {
  const { computer } = admin;
  await computer.start();
  const { page } = admin;
  await admin.signIn();
  await page.getByText(t('home.empty.agency')).waitFor();
  await see('agency, home', computer);
  await openMenu(admin, 'accounts');
  await page.getByRole('grid').waitFor();
  await see('agency, accounts', computer);
  await admin.button('officer.new').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('officer.next') })
    .click();
  await page.getByText(t('check.required'), { exact: true }).first().waitFor();
  await see('agency, officer', computer);
  await page.keyboard.press('Escape');
  await openMenu(admin, 'imports');
  await page.getByText(t('imports.guide')).click();
  await see('agency, imports', computer);
  await openMenu(admin, 'accountHistory');
  await page.getByRole('table', { name: t('menu.accountHistory') }).waitFor();
  await see('agency, account history', computer);
  await computer.close();
}
