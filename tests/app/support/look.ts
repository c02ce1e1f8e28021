import { AxeBuilder } from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';

/** A window of the application: a Computer is one. */
export interface Screen {
  readonly app: ElectronApplication;
  readonly page: Page;
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Those whose result can be another in the other scheme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** The smallest screen that must do, in device px, and the zooms at which it is looked at. */
const SMALL = { width: 1366, height: 768 };
const USUAL_ZOOM = 1.25;
/** Longer than any motion of the window. */
const STILL_MS = 1500;
const ZOOMS = [USUAL_ZOOM, 2] as const;

/**
 * Everything that is wrong with what the window shows now: what axe finds in both colour schemes at
 * 1366 × 768 with 125 %, sideways scrolling there and at 200 %, and more or less than one h1.
 */
export async function look(screen: Screen): Promise<readonly string[]> {
  const { page } = screen;
  const problems: string[] = [];
  for (const zoom of ZOOMS.toReversed()) {
    await showAt(screen, zoom);
    problems.push(...(await sideways(page)).map((what) => `at ${zoom * 100} %: ${what}`));
  }
  for (const scheme of ['light', 'dark'] as const) {
    await showIn(screen, scheme);
    problems.push(...(await violations(page, scheme)).map((what) => `${scheme}: ${what}`));
  }
  const titles = await page.locator('h1').count();
  if (titles !== 1) problems.push(`${titles} h1`);
  await showIn(screen, 'light');
  await showAt(screen, 1);
  return problems;
}

/** Zooms as a person would, and waits until it is drawn. */
export async function showAt({ app, page }: Screen, zoom: number): Promise<void> {
  const shown = await app.browserWindow(page);
  await shown.evaluate(
    (it, { width, height, factor }) => {
      it.setContentSize(width, height);
      it.webContents.setZoomFactor(factor);
    },
    { ...SMALL, factor: zoom },
  );
  await page.waitForFunction((expected) => Math.abs(window.innerWidth - expected) <= 1, SMALL.width / zoom);
  await settled(page);
}

/** The colour scheme as the operating system would say it. */
async function showIn({ page }: Screen, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
  await settled(page);
}

/** Colours that are on their way are of no use to axe: motions end, and good news has come or gone. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const finite = document
      .getAnimations()
      .filter((motion) => motion.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(finite.map((motion) => motion.finished));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.mantine-Notification-root')].every((news) => {
      for (let at: Element | null = news; at !== null; at = at.parentElement) {
        if (getComputedStyle(at).opacity !== '1') return false;
      }
      return true;
    }),
  );
}

const sideways = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement ?? document.documentElement;
    const main = document.getElementById('main');
    return [
      ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px too wide`] : []),
      ...(main !== null && main.scrollWidth > main.clientWidth
        ? [`the main part is ${main.scrollWidth - main.clientWidth} px too wide`]
        : []),
    ];
  });

/** What is wrong and stays wrong: a message that was just fading is looked at once more when it stands. */
async function violations(page: Page, scheme: 'light' | 'dark'): Promise<readonly string[]> {
  const first = await findViolations(page, scheme);
  if (first.length === 0) return first;
  await page.waitForTimeout(STILL_MS);
  await settled(page);
  return findViolations(page, scheme);
}

async function findViolations(page: Page, scheme: 'light' | 'dark'): Promise<readonly string[]> {
  // The page may not load the empty one that axe would gather its results in, hence the legacy mode.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const found = await (scheme === 'light' ? axe.withTags(RULES) : axe.withRules(COLOUR_RULES)).analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, html, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''} ${html.slice(0, 160)}`,
    ),
  );
}
