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
  await page.getByRole('alert').filter({ hasText: 'abc' }).or(page.getByText(/不是電話號碼/)).first().waitFor();
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
  await page.getByRole('button', { name: new RegExp(`${t('page.senior-high.filing.basic')}|${t('page.basic')}`) }).first().click();
  await teacher.fillWindow(0, answers);
  await teacher.next();
  await page.getByRole('checkbox', { name: t('status1.INDIGENOUS') }).uncheck();
  await teacher.fillWindow(1, answers);
  await teacher.next();
  await see('filing, review', computer);
  await teacher.submit();
}
