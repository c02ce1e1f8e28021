import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  chooseRequest,
  fillRegistration,
  menuOf,
  openMenu,
  openRegister,
  reviewRegistration,
  signInAs,
  signOut,
  submitRegistration,
  trySignIn,
  type Applicant,
} from './story/account-person.ts';
import type { Person } from './story/person.ts';
import { startsWith, t } from './story/words.ts';
import {
  GOOD_PASSWORD,
  HOSTILE,
  isOnlyText,
  openAccountWorld,
  type AccountWorld,
} from './support/account-world.ts';
import { anXlsxFile } from './support/files.ts';
import { lineOf } from './support/history-line.ts';
import { visible } from './support/visible.ts';

const XR = { county: '雲林縣', school: '旭日示範高級中學' } as const;

const TEACHER: Applicant = {
  ...XR,
  name: '高心怡',
  account: 'xr-gao',
  email: 'gao@xuelu.example',
  phone: '05-5550301#120',
};
const HOSTILE_TEACHER: Applicant = {
  ...XR,
  name: HOSTILE,
  account: 'xr-hostile',
  email: 'hostile@xuelu.example',
  phone: '05-5550301#121',
};
const INVITED = { account: 'xr-luo', email: 'luo@xuelu.example' } as const;

let world: AccountWorld;
let primary: Person;
/** Whoever sits down at the computer that all new people share. */
const newcomer = () => world.newcomer;

beforeAll(async () => {
  world = await openAccountWorld('accounts-register');
  primary = await world.school.person('xr-primary');
});

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => world.shootAll());
});

afterAll(() => world.close());

describe('校內人員申請 [A:77–109]', () => {
  test('[scenario 2] the page, what is missing, and who reviews', async () => {
    await world.album.shoot(newcomer().computer, 'sign-in');
    await openRegister(newcomer());
    await world.album.see(newcomer().computer, 'register');
    await newcomer().button('register.submit').click();
    await newcomer().page.getByText(t('check.required')).first().waitFor();
    await world.album.see(newcomer().computer, 'register-missing');
    await fillRegistration(newcomer(), TEACHER, { roles: ['HOMEROOM'] });
    await world.album.shoot(newcomer().computer, 'register-filled');
    const sheet = await reviewRegistration(newcomer());
    await sheet.getByText(t('register.reviewer.primary', { school: XR.school })).waitFor();
    await world.album.see(newcomer().computer, 'register-sheet');
    await sheet.getByRole('button', { name: t('register.submit'), exact: true }).click();
    expect(await visible(newcomer().page.getByText(t('register.next.primary')))).toBe(true);
    await world.album.see(newcomer().computer, 'register-done');
  });

  test('[scenario 2] nobody signs in before the 主通 has approved', async () => {
    await newcomer().button('register.back').click();
    await trySignIn(newcomer(), { account: TEACHER.account, password: GOOD_PASSWORD });
    expect(await visible(newcomer().page.getByText(t('failure.WRONG_CREDENTIALS')))).toBe(true);
    await world.album.shoot(newcomer().computer, 'sign-in-before');
  });

  test('a second application, with HTML for a name', async () => {
    await openRegister(newcomer());
    await fillRegistration(newcomer(), HOSTILE_TEACHER, { roles: ['COUNSELOR', 'HEAD'] });
    await submitRegistration(newcomer());
    expect(await isOnlyText(newcomer().page)).toBe(true);
    await world.album.shoot(newcomer().computer, 'register-done-hostile');
    await newcomer().button('register.back').click();
  });

  test('the 主通 sees the banner and decides both by keyboard alone: J, K, A, R', async () => {
    const { page, computer } = await world.start(primary);
    await primary.signIn();
    await world.album.see(computer, 'primary-home');
    await openMenu(primary, 'accounts');
    await page.getByText(t('accounts.pending', { count: 2 })).waitFor();
    await world.album.see(computer, 'accounts');
    await page.getByRole('link', { name: t('accounts.toQueue') }).click();
    await page.getByRole('heading', { level: 1, name: t('menu.approvals') }).waitFor();
    await chooseRequest(primary, TEACHER.name);
    await world.album.see(computer, 'queue');
    const at = (name: string) => page.getByRole('heading', { level: 2, name }).waitFor();
    await page.keyboard.press('j');
    await at(HOSTILE);
    expect(await isOnlyText(page)).toBe(true);
    await world.album.shoot(computer, 'queue-hostile');
    await page.keyboard.press('k');
    await at(TEACHER.name);
    await page.keyboard.press('a');
    const sheet = page.getByRole('dialog');
    await sheet.waitFor();
    await world.album.see(computer, 'approve-sheet');
    await page.keyboard.press('Control+Enter');
    await sheet.waitFor({ state: 'hidden' });
    await at(HOSTILE);
    await world.album.shoot(computer, 'after-approve');
    await page.keyboard.press('r');
    await sheet.waitFor();
    await page.keyboard.press('Control+Enter');
    await sheet.getByText(t('check.required'), { exact: true }).waitFor();
    await page.keyboard.insertText(`${HOSTILE}\n資料不符`);
    await world.album.see(computer, 'return-sheet');
    await page.keyboard.press('Control+Enter');
    await sheet.waitFor({ state: 'hidden' });
    await page.getByText(t('approvals.empty.title')).waitFor();
    await world.album.see(computer, 'queue-empty');
  });

  test('[security 7.29] the link: a bad password is told by its rules, a good one is set; the menu of 導師', async () => {
    const link = await world.letters.newestLinkTo(TEACHER.email, 'approved');
    await world.album.shootPage(world.letters.page, 'mail-approved');
    await world.letters.openLink(link);
    await world.letters.sendPassword(TEACHER.account);
    const told = world.letters.page.getByRole('alert');
    for (const code of ['passwordAccount', 'passwordClasses'] as const)
      await told.getByText(t(`check.${code}`)).waitFor();
    await world.album.shootPage(world.letters.page, 'link-rules');
    await world.letters.followLink(link, GOOD_PASSWORD);
    await world.album.shootPage(world.letters.page, 'link-done');
    await signInAs(newcomer(), { account: TEACHER.account, password: GOOD_PASSWORD });
    await world.album.see(newcomer().computer, 'teacher-home');
    expect(await menuOf(newcomer())).toEqual(
      (['home', 'leaving', 'roleChange', 'outbox', 'settings'] as const).map((key) => t(`menu.${key}`)),
    );
    await signOut(newcomer());
  });

  test('退件: the mail holds the reason as text, and the account name is free again', async () => {
    expect(await world.letters.newestMailTo(HOSTILE_TEACHER.email, 'returned')).toContain(HOSTILE);
    expect(await world.letters.page.locator('img').count()).toBe(0);
    await world.album.shootPage(world.letters.page, 'mail-returned');
    await openRegister(newcomer());
    await fillRegistration(newcomer(), HOSTILE_TEACHER, { roles: ['COUNSELOR'] });
    await submitRegistration(newcomer());
    await newcomer().button('register.back').click();
  });
});

describe('人員名單 [A:83–109]', () => {
  test('人員名單 as XLSX invites people by mail', async () => {
    const admin = await world.start(await world.school.person('admin'));
    const { page, computer } = admin;
    await admin.signIn();
    await openMenu(admin, 'imports');
    await page.getByRole('radio', { name: t('imports.kind.staff') }).check();
    const list = await anXlsxFile('人員名單.xlsx', [
      ['學校代碼', '帳號', '姓名', '電子信箱', '連絡電話', '帳號類別'],
      ['999301', INVITED.account, '羅心怡', INVITED.email, '05-5550301#130', '導師、輔導人員'],
      ['999301', 'xr-second', '第二主通', 'second@xuelu.example', '05-5550301#131', '主要通報人'],
    ]);
    await page.getByLabel(startsWith(t('imports.file'))).setInputFiles(list);
    await page
      .getByText(t('check.roleNotImported', { word: '主要通報人' }))
      .first()
      .waitFor();
    await world.album.see(computer, 'imports-staff');
    await page.getByRole('button', { name: t('imports.import', { count: 1 }) }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: t('imports.import', { count: 1 }) }).click();
    await page.getByRole('heading', { name: t('imports.doneTitle', { name: list.name }) }).waitFor();
    await world.letters.followLink(
      await world.letters.newestLinkTo(INVITED.email, 'approved'),
      GOOD_PASSWORD,
    );
    await signInAs(newcomer(), { account: INVITED.account, password: GOOD_PASSWORD });
    expect(await menuOf(newcomer())).toContain(t('menu.leaving'));
    await signOut(newcomer());
  });
});

describe('帳號紀錄', () => {
  test('the 主通 reads what was done to the accounts of the own school, and nothing of others', async () => {
    const { page, computer } = primary;
    await openMenu(primary, 'accountHistory');
    await lineOf(primary, 'request.approve', TEACHER.name).waitFor();
    await lineOf(primary, 'request.return', HOSTILE).waitFor();
    await lineOf(primary, 'registration.create', TEACHER.name).waitFor();
    await lineOf(primary, 'link.setPassword', TEACHER.name).waitFor();
    await lineOf(primary, 'account.import', '羅心怡').waitFor();
    expect(await isOnlyText(page)).toBe(true);
    expect(await page.locator('main').innerText()).not.toContain('青禾示範');
    await world.album.see(computer, 'history-primary');
  });
});

test('axe and the widths found nothing', () => {
  expect(world.album.problems).toEqual([]);
});

test('the windows complain of nothing', () => {
  expect(world.school.complaints()).toEqual([]);
});
