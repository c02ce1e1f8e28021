import type { Page } from '@playwright/test';
import { expect } from 'vitest';
import { CORE_DOOR, type Draft } from '../../../shared/contract/core.ts';
import { t } from '../story/words.ts';
import { SOON } from './visible.ts';

/** The drafts that the vault holds. */
export async function draftsIn(page: Page): Promise<readonly Draft[]> {
  const answer = await page.evaluate(() => window.app.core('draft.list', {}));
  const value = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
  return CORE_DOOR['draft.list'].output.parse(value).drafts;
}

/** Waits until the screen says 「已暫存」 and the vault indeed holds this text in a draft. */
export async function waitUntilKept(page: Page, text: string): Promise<void> {
  const saved = new RegExp(`^${t('wizard.saved', { time: '' })}`);
  await page.getByText(saved).first().waitFor();
  await expect.poll(async () => JSON.stringify(await draftsIn(page)), SOON).toContain(text);
}
