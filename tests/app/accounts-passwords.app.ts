import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from './story/person.ts';
import { startsWith, t } from './story/words.ts';
import { enterAs, enterOffline, openMenu, titled } from './support/entry-hands.ts';
import { waitUntilKept } from './support/kept.ts';
import { LetterBox } from './support/letter-box.ts';
import { getStudent, openSchool, type School } from './support/school.ts';
import { openShots, type Shots } from './support/shots.ts';
import { visible } from './support/visible.ts';

const TEACHER_MAIL = 'xr-teacher2@xuelu.example';
const ADDRESS = '雲林縣斗六市示範路九段99號';

let school: School;
let primary: Person;
let teacher: Person;
let letters: LetterBox;
let shots: Shots;

const row = (name: string) => primary.page.getByRole('row').filter({ hasText: name });

/** 查看 of an account, a choice of 帳號狀態, 更新 and the sheet of consequences. */
async function setStatus(name: string, status: 'disable' | 'enable'): Promise<void> {
  const { page } = primary;
  await page.getByRole('button', { name: t('accounts.openNamed', { name }) }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: t(`accounts.status.${status}`), exact: true }).check();
  await shots.shoot(`${status}, sheet`, primary.computer);
  await primary.button('accounts.update').click();
  await sheet.getByText(t(`accounts.follows.${status}`)).waitFor();
  await shots.shoot(`${status}, consequences`, primary.computer);
  await primary.button(`accounts.verb.${status}`).click();
  await page.getByText(t(`accounts.done.${status}`, { name })).waitFor();
}

beforeAll(async () => {
  school = await openSchool();
  letters = await LetterBox.open(school.central);
  shots = openShots('passwords');
  primary = await school.person('xr-primary');
  teacher = await school.behindProxy('xr-teacher2');
  await teacher.computer.start();
  await enterAs(teacher.page, school.central, teacher.account);
  await titled(teacher.page, t('menu.home'));
  await primary.computer.start();
  await enterAs(primary.page, school.central, primary.account);
  await titled(primary.page, t('menu.home'));
});

afterAll(async () => {
  await letters.close();
  await school.close();
});

describe('停用 and 啟用 (scenarios 10, 11)', () => {
  test('[scenario 10] who is disabled at work: the session ends, what was typed stays', async () => {
    const { page } = teacher;
    await teacher.startFiling(getStudent(school.samples.xr.ordinary, 0).identity_number);
    await teacher.next();
    await page.getByRole('textbox', { name: startsWith(t('field.address')) }).fill(ADDRESS);
    await waitUntilKept(page, ADDRESS);
    await openMenu(primary.page, 'accounts');
    await shots.shoot('list', primary.computer);
    await setStatus(teacher.account.name, 'disable');
    await row(teacher.account.name).getByText(t('accountStatus.disabled')).waitFor();
    await shots.shoot('list, disabled', primary.computer);
    await page.waitForTimeout(20000);
    await shots.shoot('teacher after', teacher.computer);
    await page.getByRole('link', { name: t('menu.outbox'), exact: true }).click();
    await page.waitForTimeout(1000);
    await shots.shoot('teacher outbox', teacher.computer);
    await page.getByRole('link', { name: t('menu.settings'), exact: true }).click();
    await page.waitForTimeout(1000);
    await shots.shoot('teacher settings', teacher.computer);
    console.log(JSON.stringify(await page.evaluate(() => window.app.core('session.get', {}))));
    console.log(JSON.stringify(await page.evaluate(() => window.app.core('sync.get', {}))));
    expect(shots.problems).toEqual([]);
  });
});
