import type { Page } from '@playwright/test';
import type { CoreDoor } from '../../../shared/contract/core.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Login, Person } from '../story/person.ts';
import { startsWith, t } from '../story/words.ts';

/** 登入 from the vault, while central cannot be reached; what comes of it is for the caller to see. */
export async function tryOffline({ page }: Person, { account, password }: Login): Promise<void> {
  await page.getByText(t('signIn.offline')).waitFor();
  await page.getByRole('textbox', { name: startsWith(t('signIn.account')) }).fill(account);
  await page.getByLabel(startsWith(t('signIn.password'))).fill(password);
  await page.getByRole('button', { name: t('signIn.submit'), exact: true }).click();
}

/** Looks for central once more at 登入. */
export async function lookAgain(
  { page }: Person,
  key: 'signIn.captchaRefresh' | 'signIn.reconnect',
): Promise<void> {
  await page.getByRole('button', { name: t(key), exact: true }).click();
}

/** The page with this title stands. */
export const titled = ({ page }: Person, title: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: title }).waitFor();

/** The sheet 修改密碼, wherever it stands. */
export const passwordLine = (page: Page, line: 'current' | 'next' | 'again') =>
  page.getByRole('dialog').getByRole('textbox', { name: startsWith(t(`password.${line}`)) });

/** Types all three lines of 修改密碼 and sends them; what comes of it is for the caller to see. */
export async function sendNewPassword(
  page: Page,
  current: string,
  next: string,
  again: string = next,
): Promise<void> {
  await passwordLine(page, 'current').fill(current);
  await passwordLine(page, 'next').fill(next);
  await passwordLine(page, 'again').fill(again);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('password.change'), exact: true })
    .click();
}

/** Puts a text on the clipboard and presses Ctrl+V. */
export async function paste({ computer, page }: Person, text: string): Promise<void> {
  await computer.app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}

/** Calls the core as the page itself could, around everything that the screen offers. */
export async function askAround(
  page: Page,
  name: keyof CoreDoor,
  input: unknown,
): Promise<{ ok: true; value: unknown } | { ok: false; failure: Failure }> {
  const answer = await page.evaluate(([call, given]) => window.app.core(call, given) as Promise<unknown>, [
    name,
    input,
  ] as const);
  return answer as { ok: true; value: unknown } | { ok: false; failure: Failure };
}

/** `ok`, or the code of the failure. */
export const outcomeOf = async (page: Page, name: keyof CoreDoor, input: unknown): Promise<string> => {
  const answer = await askAround(page, name, input);
  return answer.ok ? 'ok' : answer.failure.code;
};
