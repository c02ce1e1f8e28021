import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase, type TestDatabase } from '../helpers/postgres.ts';
import { openMenu, signInAs, signOut, trySignIn } from './story/account-person.ts';
import { leavingAnswers } from './story/answers.ts';
import type { Person } from './story/person.ts';
import { t } from './story/words.ts';
import { Album } from './support/album.ts';
import { lookAgain, outcomeOf, sendNewPassword, titled, tryOffline } from './support/password-hands.ts';
import { getStudent, openSchool, type School } from './support/school.ts';
import { agePassword } from './support/stored-accounts.ts';
import { SOON, visible } from './support/visible.ts';

const GOOD = 'Shanyue&Lu42';

let database: TestDatabase;
let school: School;
let teacher: Person;
const album = new Album('accounts-expired');

/** The address of the page, as the window has it. */
const place = () => teacher.page.evaluate(() => location.hash);

const pill = (words: string) => teacher.page.getByRole('banner').getByText(words).first().waitFor();

beforeAll(async () => {
  database = await useDatabase();
  school = await openSchool(database.url);
  teacher = await school.behindProxy('xr-teacher1');
  await teacher.computer.start();
});

afterAll(async () => {
  await school.close();
  await database.close();
});

describe('密碼到期 [A:1184–1187, 1243]', () => {
  test('[scenario 20] 36 days after the change 54 are left; seven days before the end it is told on every page', async () => {
    const { account } = teacher.account;
    await agePassword(database, account, 36);
    await signInAs(teacher, teacher.account);
    await openMenu(teacher, 'settings');
    const days = teacher.page.getByRole('definition').filter({ hasText: /^54$/ });
    await days.waitFor();
    expect(await teacher.page.getByText(t('password.endsSoon', { days: 54 })).count()).toBe(0);
    await album.see(teacher.computer, 'days-left');
    await signOut(teacher);
    await agePassword(database, account, 83);
    await signInAs(teacher, teacher.account);
    await teacher.page.getByText(t('password.endsSoon', { days: 7 })).waitFor();
    await album.see(teacher.computer, 'seven-days');
    await teacher.page.getByRole('link', { name: t('password.toSettings') }).click();
    await titled(teacher, t('menu.settings'));
  });

  test('offline with a password that has expired meanwhile work goes on', async () => {
    const { page } = teacher;
    const { identity_number, name, birth_date } = getStudent(school.samples.xr.ordinary, 0);
    await teacher.waitForSync();
    school.proxy.weather = 'cut';
    await agePassword(database, teacher.account.account, 91);
    await signOut(teacher);
    await tryOffline(teacher, teacher.account);
    await titled(teacher, t('menu.home'));
    await teacher.startFiling(identity_number, { name, birthDate: birth_date });
    await teacher.fillFiling(leavingAnswers(school.leftOn));
    await teacher.submit();
    expect(await visible(page.getByRole('dialog'))).toBe(true);
    await page.keyboard.press('Escape');
    await pill(t('sync.offlineWaiting', { count: 1 }));
    await album.see(teacher.computer, 'offline-work');
    await signOut(teacher);
    school.proxy.weather = 'clear';
    await lookAgain(teacher, 'signIn.reconnect');
  });

  test('登入 succeeds, and only 修改密碼 and 登出 are left', async () => {
    await trySignIn(teacher, teacher.account);
    const popUp = teacher.page.getByRole('dialog', { name: t('mustDo.changePassword') });
    await popUp.waitFor();
    await album.see(teacher.computer, 'expired');
    const buttons = await popUp.getByRole('button').allInnerTexts();
    expect(buttons.filter((words) => words !== '')).toEqual([t('topBar.signOut'), t('password.change')]);
  });

  test('the menu answers neither the mouse nor any key', async () => {
    const { page } = teacher;
    const before = await place();
    const link = await page.locator('nav a').last().boundingBox();
    if (link === null) throw new Error('the menu is not to be seen');
    await page.mouse.click(link.x + 5, link.y + 5);
    const keys = ['Escape', 'Control+k', 'Control+n', 'Control+p', 'F1', '?'];
    for (const key of [...Array.from({ length: 9 }, (_, n) => `Alt+${n + 1}`), ...keys])
      await page.keyboard.press(key);
    for (let stops = 0; stops < 20; stops += 1) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(() => document.activeElement?.closest('nav, header, main')?.tagName ?? null),
      ).toBe(null);
    }
    expect(await place()).toBe(before);
    expect(await page.getByRole('dialog').count()).toBe(1);
  });

  test('[security 7.23] nor does the core', async () => {
    const { page } = teacher;
    const { caseId, regime } = { caseId: crypto.randomUUID(), regime: 'senior-high' };
    const asked = {
      'desk.list': {},
      'case.start': { regime },
      'case.get': { caseId },
      'roleChange.get': {},
    } as const;
    for (const [name, input] of Object.entries(asked))
      expect([name, await outcomeOf(page, name as keyof typeof asked, input)]).toEqual([
        name,
        'PASSWORD_EXPIRED',
      ]);
    expect(await outcomeOf(page, 'profile.get', {})).toBe('ok');
  });

  test('登出 works from there; after the change the page is back and what waited is sent', async () => {
    const { page } = teacher;
    const popUp = page.getByRole('dialog', { name: t('mustDo.changePassword') });
    await popUp.getByRole('button', { name: t('topBar.signOut'), exact: true }).click();
    await titled(teacher, t('signIn.title'));
    await trySignIn(teacher, teacher.account);
    await popUp.waitFor();
    await sendNewPassword(page, teacher.account.password, teacher.account.password);
    await popUp.getByText(t('check.passwordCommon')).waitFor();
    await album.see(teacher.computer, 'expired-refused');
    await sendNewPassword(page, teacher.account.password, GOOD);
    await popUp.waitFor({ state: 'hidden' });
    await page.getByText(t('password.changed')).waitFor();
    await teacher.waitForSync();
    await teacher.openList();
    const { name } = getStudent(school.samples.xr.ordinary, 0);
    await page
      .getByRole('row')
      .filter({ hasText: name })
      .getByText(/^\d{10}-01$/)
      .waitFor();
    await expect.poll(() => page.getByText(t('password.endsSoon', { days: 7 })).count(), SOON).toBe(0);
    await album.see(teacher.computer, 'goes-on');
  });

  test('a password that expires while one is at work: the pop-up comes over the page, the text stays', async () => {
    const { page } = teacher;
    await teacher.startFiling(getStudent(school.samples.xr.ordinary, 1).identity_number);
    await teacher.next();
    const address = page.getByRole('textbox', { name: new RegExp(`^${t('field.address')}`) });
    await address.fill('斗六市示範路');
    await agePassword(database, teacher.account.account, 90);
    const popUp = page.getByRole('dialog', { name: t('mustDo.changePassword') });
    await popUp.waitFor({ timeout: 60_000 });
    await album.see(teacher.computer, 'expired-at-work');
    await sendNewPassword(page, GOOD, 'Zhongxue&Lu42');
    await popUp.waitFor({ state: 'hidden' });
    expect(await address.inputValue()).toBe('斗六市示範路');
  });
});

test('every screen is well made, and no window complained', () => {
  expect(album.problems).toEqual([]);
  expect(school.complaints()).toEqual([]);
});
