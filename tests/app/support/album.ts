import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { look, showAt, type Screen } from './look.ts';

/** The zoom at which the screens of these stories are worked and pictured. */
const ZOOM = 1.25;

/**
 * Pictures of screens for whoever wants to look, and what axe and the eye for widths found on them. They
 * lie in the folder that `XUELU_TEST_PICTURES` names, else in a new one, which is printed.
 */
export class Album {
  readonly folder: string;
  /** What is wrong with the screens seen so far. */
  readonly problems: string[] = [];
  #pictures = 0;

  constructor(story: string) {
    const wanted = process.env['XUELU_TEST_PICTURES'];
    this.folder = wanted === undefined ? mkdtempSync(join(tmpdir(), `xuelu-${story}-`)) : join(wanted, story);
    mkdirSync(this.folder, { recursive: true });
    console.log(`pictures of ${story}: ${this.folder}`);
  }

  file(name: string): string {
    return join(this.folder, name);
  }

  /** A picture of the window as it stands on the screen. */
  async shoot({ app, page }: Screen, name: string): Promise<void> {
    // Two frames later what was done last is drawn.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const shown = await app.browserWindow(page);
    // Playwright's own pictures are cut off where the window is zoomed.
    const png = await shown.evaluate(async (it) => {
      const image = await it.webContents.capturePage();
      return image.toPNG().toString('base64');
    });
    writeFileSync(this.#next(name), Buffer.from(png, 'base64'));
  }

  /** A picture of a page in a browser. */
  async shootPage(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: this.#next(name), fullPage: true });
  }

  /** A picture at 1366 × 768 with 125 %, and everything that `look` finds wrong with the screen. */
  async see(screen: Screen, name: string): Promise<void> {
    this.problems.push(...(await look(screen)).map((what) => `${name}: ${what}`));
    await showAt(screen, ZOOM);
    await this.shoot(screen, name);
  }

  #next(name: string): string {
    this.#pictures += 1;
    return this.file(`${String(this.#pictures).padStart(2, '0')}-${name}.png`);
  }

  /** The window as it stands on a small screen, from now on. */
  async open(screen: Screen): Promise<void> {
    await showAt(screen, ZOOM);
  }
}
