import { launchApp } from '../../helpers/launch-app.ts';
import type { Person } from '../story/person.ts';
import { openForgot, openRegister } from '../story/account-person.ts';
import { startsWith, t } from '../story/words.ts';
import type { School } from './school.ts';
import type { See } from './sights.ts';

/** The first start on a computer without a policy: the address of central is asked for. */
export async function tourFirstStart(see: See): Promise<void> {
  const screen = await launchApp();
  const { page } = screen;
  await page.getByRole('textbox', { name: startsWith(t('central.url')) }).waitFor();
  await see('first start', screen);
  await page.getByRole('textbox', { name: startsWith(t('central.url')) }).fill('https://');
  await page.getByRole('button', { name: t('central.submit') }).click();
  await page.getByText(t('central.invalid')).waitFor();
  await see('first start, wrong address', screen);
  await screen.app.close();
}

/** 登入: as it opens, with empty fields, refused; `person` is signed in at the end. */
export async function tourSignIn(see: See, person: Person): Promise<void> {
  const { page, computer } = person;
  await page.getByRole('img', { name: t('signIn.captchaImage') }).waitFor();
  await see('sign-in', computer);
  await person.button('signIn.submit').click();
  await see('sign-in, open fields', computer);
  await page.getByRole('textbox', { name: startsWith(t('signIn.account')) }).fill('nobody');
  await page.getByLabel(startsWith(t('signIn.password'))).fill('Nobody#123');
  await page.getByRole('textbox', { name: startsWith(t('signIn.captcha')) }).fill('wrong');
  await person.button('signIn.submit').click();
  await page.getByText(t('failure.WRONG_CAPTCHA')).waitFor();
  await see('sign-in, refused', computer);
  await tourRegister(see, person);
  await tourForgot(see, person);
  await person.signIn();
}

async function tourRegister(see: See, person: Person): Promise<void> {
  const { page, computer } = person;
  await openRegister(person);
  await see('register', computer);
  await person.button('register.submit').click();
  await page.getByText(t('check.required'), { exact: true }).first().waitFor();
  await see('register, open fields', computer);
  await page.getByRole('radio', { name: t('requestKind.primary') }).check();
  await page.getByText(t('upload.pick')).waitFor();
  await see('register, primary reporter', computer);
  await person.button('register.back').click();
  await page.getByRole('heading', { name: t('signIn.title') }).waitFor();
}

async function tourForgot(see: See, person: Person): Promise<void> {
  const { page, computer } = person;
  await openForgot(person);
  await see('forgot password', computer);
  await person.button('forgot.submit').click();
  await page.getByText(t('check.required'), { exact: true }).first().waitFor();
  await see('forgot password, open fields', computer);
  await person.button('forgot.back').click();
  await page.getByRole('heading', { name: t('signIn.title') }).waitFor();
}

/** Who comes back while central cannot be reached; `person` is behind the proxy and signed out at the end. */
export async function tourOfflineSignIn(see: See, school: School, person: Person): Promise<void> {
  await person.button('topBar.signOut').click();
  await person.page.getByRole('heading', { name: t('signIn.title') }).waitFor();
  school.proxy.weather = 'cut';
  await person.button('signIn.captchaRefresh').click();
  await person.page.getByText(t('signIn.offline')).waitFor();
  await see('sign-in, offline', person.computer);
  school.proxy.weather = 'clear';
}
