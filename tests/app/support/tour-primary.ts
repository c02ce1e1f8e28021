import { leavingAnswers } from '../story/answers.ts';
import type { Person } from '../story/person.ts';
import { startsWith, t } from '../story/words.ts';
import { getStudent, type School } from './school.ts';
import type { See } from './sights.ts';
import { tourAccounts } from './tour-accounts.ts';
import { tourOfflineSignIn } from './tour-entry.ts';

/** The 主要通報人, behind the proxy, on the case that the teacher left: lists, sheets, work without central. */
export async function tourPrimary(see: See, school: School, primary: Person): Promise<void> {
  const { computer } = primary;
  const { name } = getStudent(school.samples.xr.ordinary, 0);
  await computer.start();
  await primary.signIn();
  await primary.page.getByText(name).first().waitFor();
  await see('home, with items', computer);
  await tourList(see, primary, name);
  await tourSheets(see, primary, name);
  await tourAccounts(see, primary);
  await tourOffline(see, school, primary);
  await tourOfflineSignIn(see, school, primary);
}

async function tourList(see: See, primary: Person, name: string): Promise<void> {
  const { page, computer } = primary;
  await primary.openList();
  await page.getByRole('link', { name, exact: true }).waitFor();
  await see('list', computer);
  await page.getByRole('button', { name: t('cases.moreNamed', { name }) }).click();
  await page.getByRole('menuitem').first().waitFor();
  await see('list, more menu', computer);
  await page.keyboard.press('Escape');
  await primary.button('cases.columns').click();
  await page.getByRole('checkbox', { name: t('column.closedAt') }).waitFor();
  await see('list, columns menu', computer);
  await page.keyboard.press('Escape');
  const from = page.getByRole('textbox', { name: startsWith(t('filter.from')) });
  await from.fill('112/02/29');
  await page.getByRole('textbox', { name: startsWith(t('filter.text')) }).fill('沒有這個學生');
  await page.getByText(t('cases.noneFound.title')).waitFor();
  await see('list, nothing found', computer);
  await page.getByText(t('check.dateMissing')).waitFor();
  await see('list, wrong date', computer);
  await primary.button('filter.clear').click();
  await page.getByRole('link', { name, exact: true }).waitFor();
}

async function tourSheets(see: See, primary: Person, name: string): Promise<void> {
  const { page, computer } = primary;
  await primary.openCase(name);
  await primary.openAct('sendBack');
  await see('sheet, sendBack', computer);
  await page.keyboard.press('Escape');
  const sheet = await primary.openAct('void');
  await see('sheet, void', computer);
  await sheet.getByRole('button', { name: t('action.void'), exact: true }).click();
  await sheet.getByText(t('check.required'), { exact: true }).waitFor();
  await see('sheet, void, open fields', computer);
  await page.keyboard.press('Escape');
  await primary.openAct('report');
  await see('sheet, report', computer);
  await primary.confirmAct('report');
  await see('after report', computer);
  await primary.toCase();
  await primary.openAct('close');
  await see('sheet, close', computer);
  await page.getByRole('button', { name: t('act.senior-high.close.optional') }).click();
  await page.getByRole('radio', { name: t('yesNo.yes'), exact: true }).check();
  await see('sheet, close, all fields', computer);
  await page.getByRole('radio', { name: t('yesNo.no'), exact: true }).check();
  await primary.confirmAct('close');
  await see('after close', computer);
  await primary.toCase();
}

/** A student of another school, typed while central is away: it waits, then comes back refused. */
async function tourOffline(see: See, { proxy, samples, leftOn }: School, primary: Person): Promise<void> {
  const { page, computer } = primary;
  const { identity_number: number, name, birth_date: birthDate } = getStudent(samples.xr.elsewhere, 0);
  await primary.waitForSync();
  proxy.weather = 'cut';
  await primary.startFiling(number, { name, birthDate });
  await see('filing, offline', computer);
  await primary.fillFiling(leavingAnswers(leftOn));
  await primary.submit();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await primary.openList();
  await page
    .getByRole('button', {
      name: t('lock.named', { act: t('action.report'), reason: t('lock.NO_SENT_TRACKING') }),
    })
    .hover();
  await page.getByRole('tooltip').waitFor();
  await see('list, lock told', computer);
  await page.getByRole('link', { name: t('menu.outbox'), exact: true }).click();
  await page.getByText(new RegExp(name)).first().waitFor();
  await see('outbox, waiting', computer);
  proxy.weather = 'clear';
  await primary.button('outbox.retry').click();
  await primary.button('outbox.withdraw').waitFor({ timeout: 60_000 });
  await see('outbox, refused', computer);
  await primary.button('outbox.withdraw').click();
  await page.getByRole('dialog').waitFor();
  await see('sheet, withdraw', computer);
  await primary.button('outbox.sheet.do').click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}
