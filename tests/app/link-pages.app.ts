import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCentralProcess, type CentralProcess } from './story/central-process.ts';
import { t } from './story/words.ts';
import { LetterBox } from './support/letter-box.ts';
import { CentralAsker, forget, inviteOfficer, reenable } from './support/link-mails.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const GOOD = 'Shanyue&Lu42';
const OFFICER = { account: 'bureau-yl2', email: 'bureau2@yunlin.example.tw' };

let central: CentralProcess;
let asker: CentralAsker;
let letters: LetterBox;
let page: Page;
/** Where pictures of each page are kept for whoever wants to look. */
const pictures = mkdtempSync(join(tmpdir(), 'xuelu-link-pages-'));

beforeAll(async () => {
  central = await startCentralProcess();
  asker = new CentralAsker(central);
  letters = await LetterBox.open(central);
  page = letters.page;
});

afterAll(async () => {
  await letters.close();
  await central.stop();
});

const shoot = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });

/** The same page with script on, for axe alone, in both schemes and on a telephone. */
async function problemsAt(url: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 320]) {
      const context = await letters.browser.newContext({ colorScheme, viewport: { width, height: 800 } });
      const looked = await context.newPage();
      await looked.goto(url);
      // The policy loads no empty page for axe to gather its results in, hence the legacy mode.
      const { violations } = await new AxeBuilder({ page: looked })
        .setLegacyMode(true)
        .withTags(RULES)
        .analyze();
      found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)));
      const wide = await looked.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) found.push(`${wide} px too wide at ${width}`);
      await looked.screenshot({
        path: join(
          pictures,
          `${new URL(url).pathname.split('/').slice(1, 3).join('-')}-${colorScheme}-${width}.png`,
        ),
        fullPage: true,
      });
      await context.close();
    }
  return found;
}

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** Tabs until what has the focus bears this name. */
async function tabTo(name: string): Promise<void> {
  for (let tabs = 0; tabs < 20; tabs += 1) {
    await press('Tab');
    const focused = page.locator(':focus');
    const label = await focused.evaluate((it) =>
      it instanceof HTMLInputElement ? (it.labels?.[0]?.textContent ?? '') : (it.textContent ?? ''),
    );
    if (label.trim() === name) return;
  }
  throw new Error(`nothing called ${name} on the way of Tab`);
}

/** Both fields and the button by keyboard alone. */
async function typeBoth(password: string, repeat: string, button: string): Promise<void> {
  await tabTo(t('linkPage.password'));
  await page.keyboard.type(password);
  await tabTo(t('linkPage.repeat'));
  await page.keyboard.type(repeat);
  await tabTo(button);
  await press('Enter');
}

const heading = () => page.getByRole('heading', { level: 1 }).innerText();

describe('a link in a mail, in a browser without script, by keyboard', () => {
  test('設定密碼 of a new account: broken rules are told, then it is set, and the account signs in', async () => {
    await inviteOfficer(asker, OFFICER.account, OFFICER.email);
    const url = await letters.newestLinkTo(OFFICER.email, 'approved');
    await shoot('1-mail');
    expect(await problemsAt(url)).toEqual([]);
    await page.goto(url);
    await shoot('2-set-password');
    expect(await heading()).toBe(t('linkPage.setPassword.title'));
    await typeBoth('qwer', 'qwes', t('linkPage.setPassword.submit'));
    const told = page.getByRole('alert');
    await told.waitFor();
    await shoot('3-broken-rules');
    for (const code of ['passwordLength', 'passwordClasses', 'passwordRun'])
      await told.getByText(t(`check.${code}`, { min: 12, max: 128 })).waitFor();
    expect(await page.title()).toContain(t('linkPage.setPassword.title'));
    for (const field of await page.locator('input').all()) expect(await field.inputValue()).toBe('');
    await page.locator('input:focus').waitFor();
    await page.keyboard.type(GOOD);
    await tabTo(t('linkPage.repeat'));
    await page.keyboard.type(GOOD);
    await press('Enter');
    await page.getByRole('heading', { name: t('linkPage.done.password.title') }).waitFor();
    await shoot('4-done');
    expect(await problemsAt(page.url())).toEqual([]);
    await asker.signIn(OFFICER.account, GOOD);
  });

  test('忘記密碼: the link works once', async () => {
    const url = await letters.newestLinkTo(await forget(asker, 'xr-teacher1'), 'reset');
    await page.goto(url);
    await shoot('5-reset');
    expect(await heading()).toBe(t('linkPage.reset.title'));
    await typeBoth(GOOD, GOOD, t('linkPage.reset.submit'));
    await page.getByRole('heading', { name: t('linkPage.done.password.title') }).waitFor();
    await page.reload();
    expect(await heading(), 'reloading sends nothing again').toBe(t('linkPage.done.password.title'));
    await page.goto(url);
    await shoot('6-unusable');
    expect(await heading()).toBe(t('linkPage.unusable.title'));
    expect(await problemsAt(url)).toEqual([]);
    await asker.signIn('xr-teacher1', GOOD);
  });

  test('驗證 of an account that was enabled again', async () => {
    const url = await letters.newestLinkTo(await reenable(asker, 'xr-teacher2'), 'enabled');
    expect(await problemsAt(url)).toEqual([]);
    await page.goto(url);
    await shoot('7-verify');
    for (const text of ['xr-teacher2', '導師']) await page.getByText(text, { exact: true }).waitFor();
    await tabTo(t('linkPage.verify.submit'));
    await press('Enter');
    await page.getByRole('heading', { name: t('linkPage.done.verify.title') }).waitFor();
    await shoot('8-verified');
    await asker.signIn('xr-teacher2');
  });

  test('the list of mails', async () => {
    await page.goto(`${central.url}/mails`);
    await shoot('9-mails');
    expect(await problemsAt(`${central.url}/mails`)).toEqual([]);
  });
});
