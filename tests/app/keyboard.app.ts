import type { Locator } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REGIMES } from '../../shared/regime/regimes.ts';
import { leavingAnswers, trackingAnswers } from './story/answers.ts';
import type { Person } from './story/person.ts';
import { startsWith, t } from './story/words.ts';
import { Hands, hasFocus } from './support/hands.ts';
import { getStudent, openSchool, type School } from './support/school.ts';
import { typePage } from './support/type-form.ts';
import { SOON, visible } from './support/visible.ts';

/** The most that a person has to enter to file and report, beyond what the register knows (interface.md). */
const MOST_ENTRIES = 25;

let school: School;
let teacher: Person;
let primary: Person;
let hands: Hands;
const { filingForm, trackingForm } = REGIMES['senior-high'];

const button = (name: string, root: Locator = body()) => root.getByRole('button', { name, exact: true });
const body = (): Locator => hands.page.locator('body');
const dialog = (): Locator => hands.page.getByRole('dialog');
const heading = (name: string): Locator => hands.page.getByRole('heading', { level: 1, name });
const student = () => getStudent(school.samples.xr.ordinary, 0);

async function signIn({ account: { account, password } }: Person): Promise<void> {
  const field = (name: string) => hands.page.getByRole('textbox', { name: startsWith(name) });
  await hands.page.getByRole('img', { name: t('signIn.captchaImage') }).waitFor();
  await hands.to(field(t('signIn.account')));
  await hands.page.keyboard.type(account);
  await hands.to(hands.page.getByLabel(startsWith(t('signIn.password'))));
  await hands.page.keyboard.type(password);
  await hands.to(field(t('signIn.captcha')));
  await hands.page.keyboard.type(await school.central.newestCaptcha());
  await hands.press('Enter');
  await heading(t('menu.home')).waitFor();
}

/** The mouse is not there: whatever pressed it is found out at the end. */
const watchTheMouse = () =>
  hands.page.evaluate(() => {
    document.documentElement.dataset['presses'] = '0';
    addEventListener('pointerdown', () => (document.documentElement.dataset['presses'] = '1'), true);
  });

beforeAll(async () => {
  school = await openSchool();
  teacher = await school.person('xr-teacher1');
  primary = await school.person('xr-primary');
  // One computer for both, as in an office.
  await teacher.computer.start();
  hands = new Hands(teacher.page);
  await watchTheMouse();
});

afterAll(() => school.close());

describe('the whole story by keyboard alone', () => {
  test('導師: 登入, 新增填報 with Ctrl+N, both windows, 檢視, 提交 with Ctrl+Enter', async () => {
    const answers = leavingAnswers(school.leftOn);
    await signIn(teacher);
    hands.entries = 0;
    await hands.press('Control+n');
    await hands.enter(
      hands.page.getByRole('textbox', { name: startsWith(t('fileCase.identityNumber')) }),
      student().identity_number,
    );
    await hands.press('Enter');
    await hands.page.getByText(student().name).first().waitFor();
    await hands.press('Enter');
    for (const page of filingForm.pages) {
      await hands.page.getByRole('heading', { level: 2, name: t(`page.${page.id}`) }).waitFor();
      await typePage(hands, body(), filingForm, page, answers);
      await hands.push(button(t('wizard.next')));
    }
    await hands.page.getByRole('heading', { level: 2, name: t('fileCase.step.review') }).waitFor();
    await hands.press('Control+Enter');
    expect(await visible(dialog())).toBe(true);
  });

  test('the tracking window opens by itself, is filled, and the focus comes back to the page', async () => {
    const answers = trackingAnswers('學生已返校上課，狀況穩定。', 'BACK_TO_SCHOOL');
    for (const page of trackingForm.pages) await typePage(hands, dialog(), trackingForm, page, answers);
    await hands.press('Control+Enter');
    await dialog().waitFor({ state: 'hidden' });
    expect(await hands.landed()).toBe(true);
    await teacher.waitForSync();
  });

  test('the main case (file, report) takes at most 25 entries beyond what the register knows', () => {
    expect(hands.entries).toBeLessThanOrEqual(MOST_ENTRIES);
    expect(hands.entries).toBeGreaterThan(15);
  });

  test('Ctrl+K, F1 and ? open over the page; Esc gives the focus back to where it was', async () => {
    const pill = hands.page.getByRole('banner').getByRole('link');
    for (const key of ['Control+k', 'F1', '?']) {
      await hands.to(pill);
      await hands.press(key);
      await dialog().waitFor();
      await hands.press('Escape');
      await dialog().waitFor({ state: 'hidden' });
      await expect.poll(() => hasFocus(pill), SOON).toBe(true);
    }
  });

  test('a lock tells its reason when the focus comes to it', async () => {
    await hands.press('Alt+2');
    await heading(t('menu.leaving')).waitFor();
    const reason = t('lock.WRONG_ROLE');
    await hands.to(button(t('lock.named', { act: t('action.report'), reason })));
    expect(await visible(hands.page.getByRole('tooltip', { name: reason }))).toBe(true);
  });

  test('登出 and 登入 of the 主要通報人 on the same computer', async () => {
    await hands.push(button(t('topBar.signOut')));
    expect(await visible(heading(t('signIn.title')))).toBe(true);
    await signIn(primary);
  });

  test('the list: rows with arrow keys, columns and 更多 opened and left, the focus is back each time', async () => {
    await hands.press('Alt+2');
    await heading(t('menu.leaving')).waitFor();
    const more = hands.page.getByRole('button', { name: t('cases.moreNamed', { name: student().name }) });
    for (const [opener, inside] of [
      [button(t('cases.columns')), hands.page.getByRole('checkbox').first()],
      [more, hands.page.getByRole('menuitem').first()],
    ] as const) {
      await hands.push(opener);
      await inside.waitFor();
      await hands.press('ArrowDown', 'Escape');
      await inside.waitFor({ state: 'hidden' });
      await expect.poll(() => hasFocus(opener), SOON).toBe(true);
    }
  });

  test('通報 from its row, the sheet, and the preview of the paper', async () => {
    const report = t('action.report');
    await hands.push(button(t('cases.actNamed', { act: report, name: student().name })));
    await dialog().waitFor();
    await hands.push(button(report, dialog()));
    await dialog().getByText(t('done.report')).first().waitFor();
    expect(await hands.landed()).toBe(true);
    await hands.push(button(t('act.print.report'), dialog()));
    await hands.page.locator('.sheet-page').first().waitFor();
    await hands.push(button(t('print.back')));
    await heading(student().name).waitFor();
  });

  test('結案 after the suggestion, from the list with ↓ and Enter; 歷程 with the arrow keys of the tabs', async () => {
    await hands.press('Alt+2');
    await heading(t('menu.leaving')).waitFor();
    await hands.to(hands.page.getByRole('row').filter({ hasText: student().name }));
    await hands.press('ArrowDown', 'ArrowUp', 'Enter');
    await heading(student().name).waitFor();
    const close = button(t('action.close'));
    await hands.push(close);
    await dialog().waitFor();
    await hands.press('Escape');
    await expect.poll(() => hasFocus(close), SOON).toBe(true);
    await hands.press('Enter');
    await dialog().waitFor();
    await hands.press('Control+Enter');
    await dialog().getByText(t('done.close')).first().waitFor();
    await hands.push(button(t('act.toCase'), dialog()));
    await dialog().waitFor({ state: 'hidden' });
    expect(await hands.landed()).toBe(true);
    await hands.to(hands.page.getByRole('tab', { selected: true }));
    await hands.press('End', 'Enter');
    const timeline = hands.page.getByRole('tabpanel', { name: t('timeline.title') });
    expect(await visible(timeline.getByText(t('done.close'), { exact: true }))).toBe(true);
  });

  test('登出 at the end', async () => {
    await hands.push(button(t('topBar.signOut')));
    expect(await visible(heading(t('signIn.title')))).toBe(true);
  });

  test('one could always see where one was, no mouse was used, and no window complained', async () => {
    expect([...new Set(hands.unseen)]).toEqual([]);
    expect(await hands.page.locator('html').getAttribute('data-presses')).toBe('0');
    expect(school.complaints()).toEqual([]);
  });
});
