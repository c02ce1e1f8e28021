import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openForgot, openMenu, signInAs, signOut, trySignIn, typeCaptcha } from './story/account-person.ts';
import { leavingAnswers } from './story/answers.ts';
import type { Person } from './story/person.ts';
import { startsWith, t } from './story/words.ts';
import { Album } from './support/album.ts';
import { waitUntilKept } from './support/kept.ts';
import { LetterBox } from './support/letter-box.ts';
import { lookAgain, titled, tryOffline } from './support/password-hands.ts';
import { getStudent, openSchool, type School } from './support/school.ts';
import { SOON, visible } from './support/visible.ts';

const MAIL = 'xr-teacher2@xuelu.example';
const NAME = '黃雅婷';
const ADDRESS = '雲林縣斗六市示範路九段99號';
const NEW_PASSWORD = 'Shanyue&Lu42';
/** Longer than the window may take to find central again [SY8]. */
const CONTACT = { timeout: 60_000 } as const;

let school: School;
let primary: Person;
/** At a computer behind the line that can be cut. */
let teacher: Person;
let letters: LetterBox;
const album = new Album('accounts-passwords');

/** 停用 or 啟用: 查看, 帳號狀態, 更新, the sheet of consequences. */
async function setStatus(status: 'disable' | 'enable'): Promise<void> {
  const { page } = primary;
  await page.getByRole('button', { name: t('accounts.openNamed', { name: NAME }) }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: t(`accounts.status.${status}`), exact: true }).check();
  await album.see(primary.computer, `${status}-sheet`);
  await primary.button('accounts.update').click();
  await sheet.getByText(t(`accounts.follows.${status}`)).waitFor();
  await album.see(primary.computer, `${status}-consequences`);
  await primary.button(`accounts.verb.${status}`).click();
  await page.getByText(t(`accounts.done.${status}`, { name: NAME })).waitFor();
}

/** 狀態 and 認證 of the teacher in the list as it is now. */
async function expectListed(...words: readonly string[]): Promise<void> {
  await openMenu(primary, 'home');
  await openMenu(primary, 'accounts');
  const row = primary.page.getByRole('row').filter({ hasText: NAME });
  for (const word of words) await row.getByText(word, { exact: true }).waitFor();
}

const told = (person: Person, key: string): Promise<boolean> =>
  visible(person.page.getByText(t(key)).first());

beforeAll(async () => {
  school = await openSchool();
  letters = await LetterBox.open(school.central);
  primary = await school.person('xr-primary');
  teacher = await school.behindProxy('xr-teacher2');
  for (const person of [teacher, primary]) {
    await person.computer.start();
    await person.signIn();
  }
});

afterAll(async () => {
  await letters.close();
  await school.close();
});

describe('停用 and 啟用', () => {
  test('[scenario 10] who is disabled at work: the session ends by itself, what was typed last is kept', async () => {
    const { page } = teacher;
    await teacher.startFiling(getStudent(school.samples.xr.ordinary, 0).identity_number);
    await teacher.next();
    const address = page.getByRole('textbox', { name: startsWith(t('field.address')) });
    await address.fill(ADDRESS);
    await waitUntilKept(page, ADDRESS);
    await expectListed(t('accountStatus.normal'), t('verified.true'));
    // Nobody hears of it before the last word is typed.
    school.proxy.weather = 'cut';
    await setStatus('disable');
    await address.fill(`${ADDRESS}之1`);
    school.proxy.weather = 'clear';
    await page.getByText(t('signIn.ended')).waitFor(CONTACT);
    await album.see(teacher.computer, 'disabled-session-ended');
    await expectListed(t('accountStatus.disabled'), t('verified.false'));
    await album.see(primary.computer, 'list-disabled');
  });

  test('[scenario 10] a mail told it; 登入 is refused with the reason, to the owner alone', async () => {
    expect(await letters.newestMailTo(MAIL, 'disabled')).toContain(NAME);
    await trySignIn(teacher, teacher.account);
    expect(await told(teacher, 'failure.ACCOUNT_DISABLED')).toBe(true);
    await album.see(teacher.computer, 'sign-in-disabled');
    await trySignIn(teacher, { ...teacher.account, password: 'Laoshi#99' });
    expect(await told(teacher, 'failure.WRONG_CREDENTIALS')).toBe(true);
  });

  test('[security §1] the vault of who was disabled opens no more without central either', async () => {
    school.proxy.weather = 'cut';
    await lookAgain(teacher, 'signIn.captchaRefresh');
    await tryOffline(teacher, teacher.account);
    expect(await told(teacher, 'vaultLocked.lease')).toBe(true);
    await album.see(teacher.computer, 'sign-in-offline-disabled');
    school.proxy.weather = 'clear';
    await lookAgain(teacher, 'signIn.reconnect');
  });

  test('[scenario 11] 啟用: 正常／未認證 and no 登入 until 驗證 is pressed; then the old password, and the typed text is there', async () => {
    await setStatus('enable');
    await expectListed(t('accountStatus.normal'), t('verified.false'), t('awaited.verify'));
    await album.see(primary.computer, 'list-reenabled');
    await trySignIn(teacher, teacher.account);
    expect(await told(teacher, 'failure.ACCOUNT_DISABLED')).toBe(true);
    await letters.page.goto(await letters.newestLinkTo(MAIL, 'enabled'));
    await album.shootPage(letters.page, 'link-verify');
    await letters.page.getByRole('button', { name: t('linkPage.verify.submit') }).click();
    await letters.page.getByRole('heading', { name: t('linkPage.done.verify.title') }).waitFor();
    await trySignIn(teacher, teacher.account);
    const address = teacher.page.getByRole('textbox', { name: startsWith(t('field.address')) });
    await expect.poll(() => address.inputValue(), SOON).toBe(`${ADDRESS}之1`);
    await expectListed(t('accountStatus.normal'), t('verified.true'));
  });
});

describe('忘記密碼', () => {
  const ask = async (account: string, email: string): Promise<string> => {
    const { page } = teacher;
    await page.getByRole('textbox', { name: startsWith(t('forgot.account')) }).fill(account);
    await page.getByRole('textbox', { name: startsWith(t('forgot.email')) }).fill(email);
    await typeCaptcha(teacher);
    await teacher.button('forgot.submit').click();
    const sentence = page.getByText(t('forgot.sent'));
    await sentence.waitFor();
    return page.locator('main, [role=main], body').first().innerText();
  };

  test('work is done while the line is cut, and waits', async () => {
    const { page } = teacher;
    const { identity_number, name, birth_date } = getStudent(school.samples.xr.ordinary, 1);
    await openMenu(teacher, 'home');
    await teacher.waitForSync();
    school.proxy.weather = 'cut';
    await teacher.startFiling(identity_number, { name, birthDate: birth_date });
    await teacher.fillFiling(leavingAnswers(school.leftOn));
    await teacher.submit();
    expect(await visible(page.getByRole('dialog'))).toBe(true);
    await page.keyboard.press('Escape');
    await page
      .getByRole('banner')
      .getByText(t('sync.offlineWaiting', { count: 1 }))
      .first()
      .waitFor();
    await signOut(teacher);
    school.proxy.weather = 'clear';
    await lookAgain(teacher, 'signIn.reconnect');
  });

  test('[scenario 13] empty fields are not sent', async () => {
    await openForgot(teacher);
    await album.see(teacher.computer, 'forgot');
    const asked = school.proxy.count('/v1/password-resets');
    await teacher.button('forgot.submit').click();
    await expect.poll(() => teacher.page.getByText(t('check.required'), { exact: true }).count()).toBe(3);
    await album.see(teacher.computer, 'forgot-missing');
    expect(school.proxy.count('/v1/password-resets')).toBe(asked);
  });

  test('an account that nobody has, and a wrong address, get the same sentence as the right ones', async () => {
    const nobody = await ask('nobody-here', 'nobody@example.tw');
    await album.see(teacher.computer, 'forgot-sent');
    await teacher.button('forgot.back').click();
    await openForgot(teacher);
    const wrong = await ask(teacher.account.account, 'other@example.tw');
    await teacher.button('forgot.back').click();
    await openForgot(teacher);
    const right = await ask(teacher.account.account, MAIL);
    expect([wrong, right]).toEqual([nobody, nobody]);
    await letters.newestMailTo(MAIL, 'reset');
    expect([await letters.count('nobody@example.tw', 'reset'), await letters.count(MAIL, 'reset')]).toEqual([
      0, 1,
    ]);
  });

  test('[scenario 14] the list shows 正常／未認證', async () => {
    await expectListed(t('accountStatus.normal'), t('verified.false'), t('awaited.reset'));
    await album.see(primary.computer, 'list-reset');
  });

  test('a second request makes the first link useless; a link works once', async () => {
    const first = await letters.newestLinkTo(MAIL, 'reset');
    await teacher.button('forgot.back').click();
    await openForgot(teacher);
    await ask(teacher.account.account, MAIL);
    const second = await letters.newestLinkTo(MAIL, 'reset', 2);
    expect(second).not.toBe(first);
    await letters.page.goto(first);
    await letters.page.getByRole('heading', { name: t('linkPage.unusable.title') }).waitFor();
    await letters.followLink(second, NEW_PASSWORD);
    await letters.page.goto(second);
    await letters.page.getByRole('heading', { name: t('linkPage.unusable.title') }).waitFor();
    await expectListed(t('accountStatus.normal'), t('verified.true'));
  });

  test('[I2] the new password opens the vault of the old one; what waited is sent', async () => {
    await teacher.button('forgot.back').click();
    await trySignIn(teacher, teacher.account);
    expect(await told(teacher, 'failure.WRONG_CREDENTIALS')).toBe(true);
    await signInAs(teacher, { ...teacher.account, password: NEW_PASSWORD });
    await teacher.waitForSync();
    await teacher.openList();
    const { name } = getStudent(school.samples.xr.ordinary, 1);
    const row = teacher.page.getByRole('row').filter({ hasText: name });
    expect(await visible(row.getByText(/^\d{10}-01$/))).toBe(true);
  });

  test('and opens it offline, the old one no more', async () => {
    await signOut(teacher);
    school.proxy.weather = 'cut';
    await lookAgain(teacher, 'signIn.captchaRefresh');
    await tryOffline(teacher, teacher.account);
    expect(await told(teacher, 'failure.WRONG_CREDENTIALS')).toBe(true);
    await tryOffline(teacher, { ...teacher.account, password: NEW_PASSWORD });
    await titled(teacher, t('menu.home'));
    school.proxy.weather = 'clear';
  });
});

test('every screen is well made, and no window complained', () => {
  expect(album.problems).toEqual([]);
  expect(school.complaints()).toEqual([]);
});
