import type { Locator } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Login, Person } from './story/person.ts';
import { startsWith, t } from './story/words.ts';
import { Hands } from './support/hands.ts';
import { LetterBox } from './support/letter-box.ts';
import { passwordLine } from './support/password-hands.ts';
import { openSchool, type School } from './support/school.ts';
import { SOON, visible } from './support/visible.ts';

const MAIL = 'xr-teacher1@xuelu.example';
const FIRST = 'Shanyue&Lu42';
const SECOND = 'Zhongxue&Lu42';

let school: School;
let teacher: Person;
let letters: LetterBox;
let hands: Hands;
/** In the browser, at the mail and its page. */
let browsing: Hands;

const field = (key: string): Locator => hands.page.getByRole('textbox', { name: startsWith(t(key)) });
const button = (key: string): Locator => hands.page.getByRole('button', { name: t(key), exact: true });
const heading = (title: string): Locator => hands.page.getByRole('heading', { level: 1, name: title });

async function typeAnswer(): Promise<void> {
  await hands.page.getByRole('img', { name: t('signIn.captchaImage') }).waitFor();
  await hands.to(field('signIn.captcha'));
  await hands.page.keyboard.type(await school.central.newestCaptcha());
}

async function signIn({ account, password }: Login): Promise<void> {
  await hands.enter(field('signIn.account'), account);
  await hands.enter(hands.page.getByLabel(startsWith(t('signIn.password'))), password);
  await typeAnswer();
  await hands.press('Enter');
  await heading(t('menu.home')).waitFor();
}

beforeAll(async () => {
  school = await openSchool();
  letters = await LetterBox.open(school.central);
  teacher = await school.person('xr-teacher1');
  await teacher.computer.start();
  hands = new Hands(teacher.page);
  browsing = new Hands(letters.page);
  await hands.page.evaluate(() => {
    document.documentElement.dataset['presses'] = '0';
    addEventListener('pointerdown', () => (document.documentElement.dataset['presses'] = '1'), true);
  });
});

afterAll(async () => {
  await letters.close();
  await school.close();
});

describe('a password by keyboard alone', () => {
  test('忘記密碼: Enter in an empty form leads to the first field; the sentence gets the focus', async () => {
    await hands.push(button('signIn.forgot'));
    await heading(t('forgot.title')).waitFor();
    await hands.to(field('forgot.email'));
    await hands.press('Enter');
    await expect
      .poll(() => field('forgot.account').evaluate((it) => it === document.activeElement), SOON)
      .toBe(true);
    await hands.page.keyboard.type('xr-teacher1');
    await hands.enter(field('forgot.email'), MAIL);
    await typeAnswer();
    await hands.press('Enter');
    await hands.page.getByText(t('forgot.sent')).waitFor();
    expect(await hands.landed()).toBe(true);
  });

  test('the page of the link: both lines and the button', async () => {
    await letters.openLink(await letters.newestLinkTo(MAIL, 'reset'));
    const line = (key: string) => browsing.page.getByLabel(startsWith(t(key)));
    await browsing.enter(line('linkPage.password'), FIRST);
    await browsing.enter(line('linkPage.repeat'), FIRST);
    await browsing.push(browsing.page.getByRole('button', { name: t('linkPage.reset.submit') }));
    expect(
      await visible(browsing.page.getByRole('heading', { name: t('linkPage.done.password.title') })),
    ).toBe(true);
  });

  test('登入 with the new one, and 修改密碼 in 設定: Enter sends, the focus is back at the button', async () => {
    await hands.push(button('forgot.back'));
    await heading(t('signIn.title')).waitFor();
    await signIn({ account: 'xr-teacher1', password: FIRST });
    await hands.push(hands.page.getByRole('link', { name: t('menu.settings'), exact: true }));
    await heading(t('menu.settings')).waitFor();
    const opener = button('settings.changePassword');
    await hands.push(opener);
    for (const [line, text] of [
      ['current', FIRST],
      ['next', SECOND],
      ['again', SECOND],
    ] as const)
      await hands.enter(passwordLine(hands.page, line), text);
    await hands.press('Enter');
    await hands.page.getByText(t('password.changed')).waitFor();
    await expect.poll(() => opener.evaluate((it) => it === document.activeElement), SOON).toBe(true);
  });

  test('登出 and 登入 with it', async () => {
    await hands.push(button('topBar.signOut'));
    expect(await visible(heading(t('signIn.title')))).toBe(true);
    await signIn({ account: 'xr-teacher1', password: SECOND });
  });

  test('one could always see where one was, no mouse was used, and no window complained', async () => {
    expect([...new Set([...hands.unseen, ...browsing.unseen])]).toEqual([]);
    expect(await hands.page.locator('html').getAttribute('data-presses')).toBe('0');
    expect(school.complaints()).toEqual([]);
  });
});
