import type { Page } from '@playwright/test';
import { startsWith, t } from '../story/words.ts';

/** What one types at 登入. */
export interface Entered {
  readonly account: string;
  readonly password: string;
}

/** Who knows what stands in the images. */
interface Answers {
  newestCaptcha(): Promise<string>;
}

/** The image each window was answered last: it is good for one try, so the next one has to be another. */
const used = new WeakMap<Page, string>();

const image = (page: Page) => page.getByRole('img', { name: t('signIn.captchaImage') });

/** Waits for an image that was not answered yet, and gives what stands in it. */
export async function newCaptcha(page: Page, central: Answers): Promise<string> {
  await image(page).waitFor();
  const src = await page.waitForFunction(
    ([alt, last]) => {
      const found = document.querySelector<HTMLImageElement>(`img[alt="${alt}"]`)?.src;
      return found === undefined || found === last ? null : found;
    },
    [t('signIn.captchaImage'), used.get(page) ?? ''] as const,
  );
  used.set(page, (await src.jsonValue()) ?? '');
  return central.newestCaptcha();
}

/** Types all three at 登入 and presses the button; what comes of it is for the caller to see. */
export async function enterAs(
  page: Page,
  central: Answers,
  { account, password }: Entered,
  captcha?: string,
): Promise<void> {
  const answer = await newCaptcha(page, central);
  await page.getByRole('textbox', { name: startsWith(t('signIn.account')) }).fill(account);
  await page.getByLabel(startsWith(t('signIn.password'))).fill(password);
  await page.getByRole('textbox', { name: startsWith(t('signIn.captcha')) }).fill(captcha ?? answer);
  await page.getByRole('button', { name: t('signIn.submit'), exact: true }).click();
}

/** The same from the vault, while central cannot be reached. */
export async function enterOffline(page: Page, { account, password }: Entered): Promise<void> {
  await page.getByText(t('signIn.offline')).waitFor();
  await page.getByRole('textbox', { name: startsWith(t('signIn.account')) }).fill(account);
  await page.getByLabel(startsWith(t('signIn.password'))).fill(password);
  await page.getByRole('button', { name: t('signIn.submit'), exact: true }).click();
}

/** The page with this title stands. */
export const titled = (page: Page, title: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: title }).waitFor();

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('topBar.signOut'), exact: true }).click();
  await titled(page, t('signIn.title'));
}

/** Opens an item of the menu. */
export async function openMenu(page: Page, key: string): Promise<void> {
  await page.getByRole('link', { name: t(`menu.${key}`), exact: true }).first().click();
  await titled(page, t(`menu.${key}`));
}
