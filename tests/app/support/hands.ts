import type { Locator, Page } from '@playwright/test';

/** More stops than any page has. */
const MOST_STOPS = 150;

/**
 * A person without a mouse. Looks at every stop of the Tab key whether one can see where one is, and
 * counts what is entered.
 */
export class Hands {
  readonly page: Page;
  /** Stops at which nothing showed the focus. */
  readonly unseen: string[] = [];
  /** Fields that something was entered into. */
  entries = 0;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes on with the Tab key (or another) until the element has the focus. */
  async to(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await target.waitFor();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await hasFocus(target)) return this.#note();
      await this.page.keyboard.press(key);
      await this.#note();
    }
    throw new Error(`${String(target)} is not reached with ${key}`);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types into a field; it is one entry. */
  async enter(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.page.keyboard.type(text);
    this.entries += 1;
  }

  /** Goes to a button or link and presses Enter. */
  async push(target: Locator): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press('Enter');
  }

  /** Ticks a box; it is one entry. */
  async tick(target: Locator): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press('Space');
    this.entries += 1;
  }

  /** Chooses one of a group with the arrow keys; it is one entry. */
  async choose(group: Locator, wanted: Locator): Promise<void> {
    await this.to(group.getByRole('radio').first());
    await this.page.keyboard.press('Space');
    for (let moves = 0; !(await wanted.isChecked()); moves += 1) {
      if (moves > MOST_STOPS) throw new Error(`${String(wanted)} is not reached with the arrow keys`);
      await this.page.keyboard.press('ArrowDown');
    }
    await this.#note();
    this.entries += 1;
  }

  /** Waits until the focus is somewhere in the page again; it throws when it stays lost. */
  async landed(): Promise<boolean> {
    const somewhere = await this.page.waitForFunction(
      () => document.activeElement !== null && document.activeElement !== document.body,
    );
    return somewhere.jsonValue();
  }

  async #note(): Promise<void> {
    const unseen = await this.page.evaluate(findUnseen);
    if (unseen !== null) this.unseen.push(unseen);
  }
}

/** Whether this very element has the focus. */
export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Runs in the page: what has the focus but shows it neither by an outline nor by a shadow; else null. */
function findUnseen(): string | null {
  const focused = document.activeElement;
  // Behind the last stop Chromium leaves the page for one press.
  if (focused === null || focused === document.body) return null;
  const marked = (element: Element): boolean => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  // A radio or a box shows it on its whole row.
  const row = focused.matches('input[type=radio], input[type=checkbox]') ? focused.closest('label') : null;
  const shown = focused.matches(':focus-visible') && (marked(focused) || (row !== null && marked(row)));
  return shown ? null : focused.outerHTML.slice(0, 200);
}
