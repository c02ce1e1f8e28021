import { mkdirSync, mkdtempSync } from 'node:fs';
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

  /** A picture at 1366 × 768 with 125 %. */
  async shoot(page: Page, name: string): Promise<void> {
    this.#pictures += 1;
    await page.screenshot({ path: this.file(`${String(this.#pictures).padStart(2, '0')}-${name}.png`) });
  }

  /** The same, and everything that `look` finds wrong with it. */
  async see(screen: Screen, name: string): Promise<void> {
    this.problems.push(...(await look(screen)).map((what) => `${name}: ${what}`));
    await showAt(screen, ZOOM);
    await this.shoot(screen.page, name);
  }

  /** The window as it stands on a small screen, from now on. */
  async open(screen: Screen): Promise<void> {
    await showAt(screen, ZOOM);
  }
}
