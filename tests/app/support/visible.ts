import type { Locator } from '@playwright/test';

/** Waits until it can be seen; when it does not come, what was waited for stands in the error. */
export async function visible(locator: Locator): Promise<boolean> {
  await locator.waitFor();
  return locator.isVisible();
}

/** For `expect.poll`: long enough on a slow computer; ends only what hangs. */
export const SOON = { timeout: 15_000 } as const;
