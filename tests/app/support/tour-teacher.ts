import { leavingAnswers, trackingAnswers } from '../story/answers.ts';
import type { Person } from '../story/person.ts';
import { startsWith, t } from '../story/words.ts';
import { getStudent, type School } from './school.ts';
import type { See } from './sights.ts';
import { tourSignIn } from './tour-entry.ts';

/** A teacher's day: everything that 導師 sees. Leaves a filed case whose record suggests closing, and a draft. */
export async function tourTeacher(see: See, school: School, teacher: Person): Promise<void> {
  await teacher.computer.start();
  await tourSignIn(see, teacher);
  await teacher.page.getByText(t('home.empty.title')).waitFor();
  await see('home, empty', teacher.computer);
  await teacher.openList();
  await teacher.page.getByText(t('cases.empty.title')).waitFor();
  await see('list, empty', teacher.computer);
  await tourNumber(see, school, teacher);
  await tourFiling(see, school, teacher);
  await tourTracking(see, teacher);
  await tourCase(see, teacher);
  await tourPapers(see, school, teacher);
  await tourFrame(see, school, teacher);
}

const numberField = ({ page }: Person) =>
  page.getByRole('textbox', { name: startsWith(t('fileCase.identityNumber')) });

async function tourNumber(see: See, { samples }: School, teacher: Person): Promise<void> {
  const { page, computer } = teacher;
  await page.keyboard.press('Control+n');
  await numberField(teacher).waitFor();
  await see('filing, number', computer);
  await numberField(teacher).fill('A123456788');
  await teacher.button('fileCase.lookUp').click();
  await page.getByText(t('check.identityChecksum')).waitFor();
  await see('filing, wrong number', computer);
  await numberField(teacher).fill(getStudent(samples.xr.adultToday, 0).identity_number);
  await teacher.button('fileCase.lookUp').click();
  await page.getByText(t('failure.ADULT')).waitFor();
  await see('filing, adult', computer);
}

async function tourFiling(see: See, { samples, leftOn }: School, teacher: Person): Promise<void> {
  const { page, computer } = teacher;
  const answers = leavingAnswers(leftOn);
  await teacher.startFiling(getStudent(samples.xr.ordinary, 0).identity_number);
  await see('filing, student found', computer);
  await teacher.next();
  await see('filing, contacts', computer);
  await page.getByRole('textbox', { name: startsWith(t('field.guardianPhone')) }).fill('123;abc');
  await page.getByRole('textbox', { name: startsWith(t('field.address')) }).focus();
  await page.getByText(t('check.phonePart', { position: 1, part: '123' })).waitFor();
  await see('filing, contacts, errors', computer);
  await teacher.next();
  await page.getByRole('checkbox', { name: t('status1.INDIGENOUS') }).check();
  await see('filing, case', computer);
  await page.getByRole('combobox', { name: startsWith(t('field.tribe')) }).click();
  await page.getByRole('option', { name: t('tribe.AMIS') }).waitFor();
  await see('filing, list of tribes', computer);
  await page.getByRole('option', { name: t('tribe.AMIS') }).click();
  await page.getByRole('textbox', { name: startsWith(t('field.leftOn')) }).press('Alt+ArrowDown');
  await page.getByRole('grid').waitFor();
  await see('filing, calendar', computer);
  await page.keyboard.press('Escape');
  await teacher.next();
  await teacher.submit();
  await see('filing, review with open fields', computer);
  await page.getByRole('button', { name: t('fileCase.changePage', { page: t('page.basic') }) }).click();
  await teacher.fillWindow(0, answers);
  await teacher.next();
  await page.getByRole('checkbox', { name: t('status1.INDIGENOUS') }).uncheck();
  await teacher.fillWindow(1, answers);
  await teacher.next();
  await see('filing, review', computer);
  await teacher.submit();
}

const dialog = ({ page }: Person) => page.getByRole('dialog');

async function tourTracking(see: See, teacher: Person): Promise<void> {
  const { page, computer } = teacher;
  await dialog(teacher).waitFor();
  await see('tracking window', computer);
  await dialog(teacher)
    .getByRole('button', { name: t('action.submit'), exact: true })
    .click();
  await page.getByText(/尚有 \d+ 個欄位待完成/).waitFor();
  await see('tracking window, open fields', computer);
  await teacher.writeTracking(trackingAnswers('家長表示學生已返校上課，建議結案。', 'BACK_TO_SCHOOL'));
  await teacher.sendTracking();
}

async function tourCase(see: See, teacher: Person): Promise<void> {
  const { page, computer } = teacher;
  await see('case, tracking', computer);
  await page.getByRole('tab', { name: t('page.basic') }).click();
  await see('case, contacts', computer);
  await page.getByRole('tab', { name: t('page.case') }).click();
  await see('case, case', computer);
  await page.getByRole('tab', { name: t('timeline.title') }).click();
  await see('case, timeline', computer);
  await teacher.addTracking();
  await teacher.writeTracking({ description: '已約家訪，稍後補寫。' });
  await dialog(teacher)
    .getByRole('button', { name: t('action.save'), exact: true })
    .click();
  await dialog(teacher).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: t('tracking.detailsOf', { n: 1 }) }).click();
  await dialog(teacher).getByText('家長表示學生已返校上課').waitFor();
  await see('record, details', computer);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: t('tracking.deleteNumber', { n: 2 }) }).click();
  await dialog(teacher).getByText(t('tracking.deleteTitle')).waitFor();
  await see('record, delete', computer);
  await dialog(teacher)
    .getByRole('button', { name: t('action.deleteTracking'), exact: true })
    .click();
  await dialog(teacher).waitFor({ state: 'hidden' });
}

async function tourPapers(see: See, { samples }: School, teacher: Person): Promise<void> {
  const { page, computer } = teacher;
  const { name } = getStudent(samples.xr.ordinary, 0);
  for (const paper of ['report', 'tracking'] as const) {
    await teacher.openCase(name);
    await teacher.button(`case.print.${paper}`).click();
    await page.locator('.sheet-page').first().waitFor();
    await page.locator('.sheet-measure').waitFor({ state: 'detached' });
    await see(`print, ${paper}`, computer);
  }
}

async function tourFrame(see: See, { samples }: School, teacher: Person): Promise<void> {
  const { page, computer } = teacher;
  await teacher.startFiling(getStudent(samples.xr.ordinary, 1).identity_number);
  await teacher.next();
  await page.getByText(/已暫存/).waitFor();
  await page.keyboard.press('Alt+1');
  await page
    .getByRole('link', { name: new RegExp(t('home.goOn')) })
    .first()
    .waitFor();
  await see('home, with drafts', computer);
  await teacher.waitForSync();
  await page.getByRole('link', { name: t('menu.outbox'), exact: true }).click();
  await page.getByText(t('outbox.empty.title')).waitFor();
  await see('outbox, empty', computer);
  await page.getByRole('link', { name: t('menu.settings'), exact: true }).click();
  await page.getByRole('heading', { name: t('settings.computer') }).waitFor();
  await see('settings', computer);
  await page.keyboard.press('Control+k');
  await dialog(teacher).getByRole('option').first().waitFor();
  await see('search', computer);
  await page.keyboard.type('沒有這個');
  await page.getByText(t('search.nothing')).waitFor();
  await see('search, nothing', computer);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await dialog(teacher).waitFor();
  await see('keys', computer);
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await dialog(teacher).waitFor();
  await see('help', computer);
  await page.keyboard.press('Escape');
  await teacher.button('menu.collapse').click();
  await see('menu collapsed', computer);
  await teacher.button('menu.expand').click();
  await page.evaluate(() => location.assign('#/nowhere'));
  await page.getByRole('heading', { name: t('lost.title') }).waitFor();
  await see('lost page', computer);
}
