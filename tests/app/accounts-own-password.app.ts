import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMenu, signOut, trySignIn } from './story/account-person.ts';
import type { Person } from './story/person.ts';
import { startsWith, t } from './story/words.ts';
import { Album } from './support/album.ts';
import {
  askAround,
  lookAgain,
  outcomeOf,
  passwordLine,
  paste,
  sendNewPassword,
  titled,
  tryOffline,
} from './support/password-hands.ts';
import { openSchool, type School } from './support/school.ts';
import { SOON, visible } from './support/visible.ts';
import type { PasswordRule } from '../../shared/domain/account/password-rule.ts';

const GOOD = 'Shanyue&Lu42';
/** Longer than the window may take to hear of it [SY14]. */
const CONTACT = { timeout: 60_000 } as const;

let school: School;
/** At the computer behind the line that can be cut. */
let teacher: Person;
/** The same person at a second computer. */
let elsewhere: Person;
let head: Person;
const album = new Album('accounts-own-password');

/** One line of the list of rules and its mark. */
const rule = (code: PasswordRule) =>
  teacher.page
    .getByRole('dialog')
    .getByRole('listitem')
    .filter({ hasText: t(`passwordRule.${code}`, { min: 8, max: 128 }) });

const expectMark = (code: PasswordRule, mark: 'open' | 'met' | 'broken' | 'central') =>
  rule(code)
    .getByText(t(`password.mark.${mark}`), { exact: true })
    .waitFor();

beforeAll(async () => {
  school = await openSchool();
  teacher = await school.behindProxy('xr-teacher1');
  elsewhere = await school.person('xr-teacher1');
  head = await school.person('xr-head');
  for (const person of [teacher, elsewhere]) {
    await person.computer.start();
    await person.signIn();
  }
});

afterAll(() => school.close());

describe('設定 → 修改密碼', () => {
  test('[scenario 20] the days left, and who changes the other data', async () => {
    await openMenu(teacher, 'settings');
    await teacher.page.getByText(t('settings.whoChanges.staff')).waitFor();
    await teacher.page.getByRole('heading', { name: t('settings.person') }).scrollIntoViewIfNeeded();
    await album.see(teacher.computer, 'settings');
    await teacher.button('settings.changePassword').click();
    expect(await visible(passwordLine(teacher.page, 'next'))).toBe(true);
    await album.see(teacher.computer, 'change-password');
  });

  test.each([
    ['Sy&4', 'passwordLength'],
    ['shanyuelu', 'passwordClasses'],
    ['XR-Teacher1', 'passwordAccount'],
    ['Qwer&Lu42xx', 'passwordRun'],
    ['Lu&B257913580', 'passwordIdentity'],
    ['P@ssw0rd', 'passwordCommon'],
  ] as const)('[domain §1.4.11] %s breaks its rule, at once, with its own sentence', async (text, code) => {
    const { page } = teacher;
    await passwordLine(page, 'next').fill(text);
    await expectMark(code, 'broken');
    await passwordLine(page, 'again').fill(text);
    await passwordLine(page, 'again').blur();
    const sentence = t(`check.${code}`, { min: 8, max: 128 });
    expect(await visible(page.getByRole('dialog').getByText(sentence).first())).toBe(true);
    await album.see(teacher.computer, `broken-${code}`);
  });

  test('[security 7.29] 19 characters pasted with a line end: it is taken off, told, and the rest is met', async () => {
    const { page } = teacher;
    const line = passwordLine(page, 'next');
    await line.fill('');
    await line.focus();
    await paste(teacher, `Zhongxue&Lu42-Dou9x\r\n`);
    await expect.poll(() => line.inputValue(), SOON).toBe('Zhongxue&Lu42-Dou9x');
    await page.getByText(t('check.lineEndRemoved')).waitFor();
    for (const code of ['passwordLength', 'passwordClasses', 'passwordRun', 'passwordCommon'] as const)
      await expectMark(code, 'met');
    await album.see(teacher.computer, 'pasted');
  });

  test('a wrong present password and two different new ones are told at their lines', async () => {
    const { page } = teacher;
    const { password } = teacher.account;
    await sendNewPassword(page, 'Daoshi#99', GOOD);
    await page.getByText(t('check.currentWrong')).waitFor();
    await sendNewPassword(page, password, GOOD, `${GOOD}x`);
    expect(await visible(page.getByText(t('check.passwordAgain')))).toBe(true);
  });

  test('a good one: the other computer of the account is signed out, this one goes on', async () => {
    const { page } = teacher;
    await sendNewPassword(page, teacher.account.password, GOOD);
    await page.getByText(t('password.changed')).waitFor();
    await album.see(teacher.computer, 'changed');
    await elsewhere.page.getByText(t('signIn.ended')).waitFor(CONTACT);
    await titled(teacher, t('menu.settings'));
    await teacher.waitForSync();
    await trySignIn(elsewhere, elsewhere.account);
    expect(await visible(elsewhere.page.getByText(t('failure.WRONG_CREDENTIALS')))).toBe(true);
    await trySignIn(elsewhere, { ...elsewhere.account, password: GOOD });
    await titled(elsewhere, t('menu.home'));
  });

  test('one of the last three is refused by central, and marked', async () => {
    const { page } = teacher;
    await teacher.button('settings.changePassword').click();
    await sendNewPassword(page, GOOD, GOOD);
    await page.getByText(t('check.passwordUsed')).waitFor();
    await expectMark('passwordUsed', 'broken');
    await album.see(teacher.computer, 'used-before');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('act.back'), exact: true })
      .click();
  });

  test('the vault opens offline with the new password, and not with the old one', async () => {
    await signOut(teacher);
    school.proxy.weather = 'cut';
    await lookAgain(teacher, 'signIn.captchaRefresh');
    await tryOffline(teacher, teacher.account);
    await teacher.page.getByText(t('failure.WRONG_CREDENTIALS')).waitFor();
    await tryOffline(teacher, { ...teacher.account, password: GOOD });
    await titled(teacher, t('menu.home'));
    await openMenu(teacher, 'settings');
    await teacher.button('settings.changePassword').click();
    await sendNewPassword(teacher.page, GOOD, 'Zhongxue&Lu42');
    expect(await visible(teacher.page.getByText(t('accountFailure.OFFLINE')))).toBe(true);
    await album.see(teacher.computer, 'change-offline');
    school.proxy.weather = 'clear';
  });
});

describe('驗證碼 and wrong passwords', () => {
  test('[scenario 22] a wrong captcha with the right password: refused, and a new image', async () => {
    await head.computer.start();
    const { page } = head;
    const image = page.getByRole('img', { name: t('signIn.captchaImage') });
    await image.waitFor();
    const before = await image.getAttribute('src');
    await page.getByRole('textbox', { name: startsWith(t('signIn.account')) }).fill(head.account.account);
    await page.getByLabel(startsWith(t('signIn.password'))).fill(head.account.password);
    await page.getByRole('textbox', { name: startsWith(t('signIn.captcha')) }).fill('wrong2');
    await head.button('signIn.submit').click();
    await page.getByText(t('failure.WRONG_CAPTCHA')).waitFor();
    await expect.poll(() => image.getAttribute('src'), SOON).not.toBe(before);
    await album.see(head.computer, 'wrong-captcha');
  });

  test('[security 7.31] an image is good once', async () => {
    const made = await askAround(head.page, 'captcha.create', {});
    const { captchaId } = (made.ok ? made.value : {}) as { captchaId: string };
    const answer = await school.central.captchaAnswer(captchaId);
    const { account, password } = head.account;
    const captcha = { captchaId, answer };
    const first = { account, password: 'Zhuguan#99', captcha };
    expect(await outcomeOf(head.page, 'session.signIn', first)).toBe('WRONG_CREDENTIALS');
    expect(await outcomeOf(head.page, 'session.signIn', { account, password, captcha })).toBe(
      'WRONG_CAPTCHA',
    );
  });

  test('[security §1] five wrong passwords: fifteen minutes, told, also for the right one', async () => {
    const { page } = head;
    // One was wrong before.
    for (let wrong = 2; wrong <= 5; wrong += 1) {
      await trySignIn(head, { ...head.account, password: `Zhuguan#9${wrong}` });
      await page.getByText(t('failure.WRONG_CREDENTIALS')).waitFor();
    }
    await trySignIn(head, head.account);
    expect(await visible(page.getByText(t('signIn.lockedOut', { minutes: 15 })))).toBe(true);
    await album.see(head.computer, 'locked');
  });
});

test('every screen is well made, and no window complained', () => {
  expect(album.problems).toEqual([]);
  expect(school.complaints()).toEqual([]);
});
