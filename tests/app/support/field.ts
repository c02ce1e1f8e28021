import type { Locator, Page } from '@playwright/test';
import { startsWith, t } from '../story/words.ts';

/** A text field of a form by the id of the field. */
export const textField = (page: Page, id: string): Locator =>
  page.getByRole('textbox', { name: startsWith(t(`field.${id}`)) });

/** What stands below a field as its error. */
export const wrongWith = (page: Page, id: string): Locator =>
  page.locator(`[data-field="${id}"]`).getByRole('alert');

/** What is told below a field without being an error. */
export const toldOf = (page: Page, id: string): Locator =>
  page.locator(`[data-field="${id}"]`).getByRole('status');

/**
 * Puts UTF-16 units into a field as a paste would, also those that no keyboard and no protocol brings:
 * NUL, half a surrogate pair.
 */
export async function pasteUnits(field: Locator, ...units: readonly (string | number)[]): Promise<void> {
  await field.evaluate((element, given) => {
    if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return;
    const text = given.map((unit) => (typeof unit === 'number' ? String.fromCharCode(unit) : unit)).join('');
    element.focus();
    // React listens to the element's own setter, so the one of its class is called.
    const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')?.set;
    setter?.call(element, text);
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, units);
  await field.blur();
}

/** Types into a field and leaves it. */
export async function typeAndLeave(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.blur();
}
