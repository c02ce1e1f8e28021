import type { Locator, Page } from '@playwright/test';
import { expect } from 'vitest';
import type { MenuKey } from '../../../shared/domain/account/menu.ts';
import type { Role } from '../../../shared/domain/account/role.ts';
import type { PickedForTest } from '../support/files.ts';
import { SOON } from '../support/visible.ts';
import type { Login, Person } from './person.ts';
import { startsWith, t } from './words.ts';

/** What somebody types on the page 註冊. */
export interface Applicant {
  readonly county: string;
  /** As it stands in the list of schools: a part of its name or code. */
  readonly school: string;
  readonly name: string;
  readonly account: string;
  readonly email: string;
  readonly phone: string;
}

export type Way = { readonly roles: readonly Role[] } | { readonly file: PickedForTest | null };

const line = (page: Page, key: string): Locator => page.getByRole('textbox', { name: startsWith(t(key)) });

/**
 * Asks for a new image, so that it is the newest of central whoever asked meanwhile, and types what is on
 * it. Works on every page that has one.
 */
export async function typeCaptcha(person: Person): Promise<void> {
  const { page, central } = person;
  const image = page.getByRole('img', { name: t('signIn.captchaImage') });
  await image.waitFor();
  const before = await image.getAttribute('src');
  await person.button('signIn.captchaRefresh').click();
  await expect.poll(() => image.getAttribute('src'), SOON).not.toBe(before);
  await line(page, 'signIn.captcha').fill(await central.newestCaptcha());
}

/** Types an account and a password at 登入 and presses the button; what comes of it is for the caller. */
export async function trySignIn(person: Person, { account, password }: Login): Promise<void> {
  await line(person.page, 'signIn.account').fill(account);
  await person.page.getByLabel(startsWith(t('signIn.password'))).fill(password);
  await typeCaptcha(person);
  await person.button('signIn.submit').click();
}

/** Signs in as anybody, and lands on `landsOn`. */
export async function signInAs(
  person: Person,
  login: Login,
  landsOn: string = t('menu.home'),
): Promise<Person> {
  await trySignIn(person, login);
  await person.page.getByRole('heading', { name: landsOn, level: 1 }).waitFor();
  return person.makeRoomFor(login);
}

export async function signOut(person: Person): Promise<void> {
  await person.button('topBar.signOut').click();
  await person.page.getByRole('heading', { name: t('signIn.title') }).waitFor();
}

/** The names of the menu's items as they stand there. */
export async function menuOf(person: Person): Promise<readonly string[]> {
  const menu = person.page.getByRole('navigation', { name: t('menu.label') });
  await menu.waitFor();
  const names = await menu
    .getByRole('link')
    .evaluateAll((links) =>
      links.map((link) => (link.getAttribute('aria-label') ?? link.textContent ?? '').trim()),
    );
  return names;
}

const ROLE_CHANGE = new RegExp(`${t('roleChange.transferTitle')}|${t('roleChange.promotionTitle')}`);

export async function openMenu(person: Person, key: MenuKey): Promise<void> {
  await person.page
    .getByRole('navigation', { name: t('menu.label') })
    .getByRole('link', { name: t(`menu.${key}`), exact: true })
    .click();
  // 權限異動申請 has the title of the seed for whoever asks.
  const title = key === 'roleChange' ? ROLE_CHANGE : t(`menu.${key}`);
  await person.page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** From 登入 to the empty page 註冊. */
export async function openRegister(person: Person): Promise<void> {
  await person.button('signIn.register').click();
  await person.page.getByRole('heading', { name: t('register.title') }).waitFor();
}

export async function openForgot(person: Person): Promise<void> {
  await person.button('signIn.forgot').click();
  await person.page.getByRole('heading', { name: t('forgot.title') }).waitFor();
}

/** 縣市, then the school by a part of its name. */
export async function chooseSchool(page: Page, county: string, school: string): Promise<void> {
  await page.getByRole('combobox', { name: startsWith(t('register.county')) }).selectOption(county);
  const field = page.getByLabel(startsWith(t('register.school')));
  await field.click();
  await field.fill(school);
  await page.getByRole('option', { name: school }).first().click();
}

/** Fills the page 註冊 down to the captcha. */
export async function fillRegistration(person: Person, applicant: Applicant, way: Way): Promise<void> {
  const { page } = person;
  const kind = 'roles' in way ? 'staff' : 'primary';
  await page.getByRole('radio', { name: t(`requestKind.${kind}`) }).check();
  await chooseSchool(page, applicant.county, applicant.school);
  if ('roles' in way) {
    const group = page.getByRole('group', { name: startsWith(t('register.roles')) });
    for (const role of way.roles)
      await group.getByRole('checkbox', { name: t(`role.${role}`), exact: true }).check();
  }
  for (const id of ['name', 'account', 'email', 'phone'] as const)
    await line(page, `register.${id}`).fill(applicant[id]);
  if ('file' in way && way.file !== null) await pickFile(page, 'file', way.file);
  await typeCaptcha(person);
}

/** Picks a file into the field of this id and waits until its name stands there. */
export async function pickFile(page: Page, field: string, file: PickedForTest): Promise<void> {
  const frame = page.locator(`[data-field="${field}"]`);
  await frame.locator('input[type=file]').setInputFiles(file);
  await frame.getByText(file.name).waitFor();
}

/** 提交申請 up to the sheet of what follows. */
export async function reviewRegistration(person: Person): Promise<Locator> {
  await person.button('register.submit').click();
  const sheet = person.page.getByRole('dialog');
  await sheet.waitFor();
  return sheet;
}

/** 提交申請 on the sheet, up to the page that says what to do next. */
export async function submitRegistration(person: Person): Promise<void> {
  const sheet = await reviewRegistration(person);
  await sheet.getByRole('button', { name: t('register.submit'), exact: true }).click();
  await person.page.getByRole('heading', { name: t('register.done') }).waitFor();
}

/** The list of 申請審核, at the request of this name. */
export async function chooseRequest(person: Person, name: string): Promise<void> {
  await person.page
    .getByRole('list', { name: t('approvals.list') })
    .getByRole('button', { name })
    .click();
  await person.page.getByRole('heading', { level: 2, name }).waitFor();
}

/** Saves the paper that the preview shows as a PDF, and waits until the window says so. */
export async function savePaper(person: Person, file: string): Promise<void> {
  const { page, computer } = person;
  await page.locator('.sheet-page').first().waitFor();
  await page.locator('.sheet-measure').waitFor({ state: 'detached' });
  await computer.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, file);
  await person.button('print.save').click();
  await page.getByText(t('print.saved')).waitFor();
}

/** Opens a paper by its button, saves it and closes the preview. */
export async function printPaper(person: Person, button: string, file: string): Promise<void> {
  await person.button(button).click();
  await savePaper(person, file);
  await person.page.keyboard.press('Escape');
  await person.page.getByRole('dialog').waitFor({ state: 'hidden' });
}
