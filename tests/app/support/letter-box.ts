import type { Browser, BrowserContext, Page } from '@playwright/test';
import { vi } from 'vitest';
import { openChromium } from '../../helpers/chromium.ts';
import type { CentralProcess } from '../story/central-process.ts';
import { startsWith, t } from '../story/words.ts';
import { SOON } from './visible.ts';

/** Mails that people get; `mail.<template>.subject` is what they see of it first. */
export type MailTemplate =
  'approved' | 'promoted' | 'demoted' | 'returned' | 'disabled' | 'enabled' | 'reset' | 'secondFactorReset';

/** Waits as long as the outbox may take on a slow computer. */
const MAIL = { timeout: 60_000, interval: 250 } as const;

/** Somebody's mail program and browser: the mails of central, and their links in Chromium without script. */
export class LetterBox {
  readonly #url: string;
  readonly browser: Browser;
  readonly #plain: BrowserContext;
  readonly page: Page;

  private constructor(url: string, browser: Browser, plain: BrowserContext, page: Page) {
    this.#url = url;
    this.browser = browser;
    this.#plain = plain;
    this.page = page;
  }

  static async open(central: CentralProcess): Promise<LetterBox> {
    const browser = await openChromium();
    // As a careful office sets it up: no script runs at all.
    const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-TW' });
    return new LetterBox(central.url, browser, plain, await plain.newPage());
  }

  async close(): Promise<void> {
    await this.#plain.close();
    await this.browser.close();
  }

  /** How many such mails went to an address so far. */
  async count(email: string, template: MailTemplate): Promise<number> {
    await this.page.goto(`${this.#url}/mails`);
    return this.#lines(email, template).count();
  }

  /** Opens the newest such mail, the `nth` of its kind to this address, and gives its text. */
  async newestMailTo(email: string, template: MailTemplate, nth = 1): Promise<string> {
    await vi.waitUntil(async () => (await this.count(email, template)) >= nth, MAIL);
    await this.#lines(email, template).first().getByRole('link').click();
    return this.page.locator('body').innerText();
  }

  /** The same, and gives the link in it. */
  async newestLinkTo(email: string, template: MailTemplate, nth = 1): Promise<string> {
    await this.newestMailTo(email, template, nth);
    return (await this.page.locator('pre a').getAttribute('href')) ?? '';
  }

  /** Opens a link to set a password. */
  async openLink(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.getByLabel(startsWith(t('linkPage.password'))).waitFor();
  }

  /** Types a password twice and sends it; what the page says is for the caller to read. */
  async sendPassword(password: string, repeat = password): Promise<void> {
    await this.page.getByLabel(startsWith(t('linkPage.password'))).fill(password);
    await this.page.getByLabel(startsWith(t('linkPage.repeat'))).fill(repeat);
    await this.page.locator('button[type=submit]').click();
  }

  /** From the link to the page that says it is done. */
  async followLink(url: string, password: string): Promise<void> {
    await this.openLink(url);
    await this.sendPassword(password);
    await this.page.getByRole('heading', { name: t('linkPage.done.password.title') }).waitFor(SOON);
  }

  #lines(email: string, template: MailTemplate) {
    return this.page
      .getByRole('row')
      .filter({ hasText: email })
      .filter({ hasText: t(`mail.${template}.subject`) });
  }
}
