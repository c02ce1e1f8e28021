import type { Locator, Page } from '@playwright/test';
import type { CaseAct } from '../../../shared/domain/case/action.ts';
import { formatRocDate } from '../../../shared/domain/calendar/roc-date-format.ts';
import type { FormValues } from '../../../shared/forms/values.ts';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import type { CentralProcess, DemoAccountLine } from './central-process.ts';
import { Computer } from './computer.ts';
import { fillPage } from './fill.ts';
import { startsWith, t } from './words.ts';

const MENU = { 'senior-high': 'menu.leaving', compulsory: 'menu.dropout' } as const satisfies Record<
  RegimeId,
  string
>;

/** What one signs in with. */
export type Login = Pick<DemoAccountLine, 'account' | 'password'>;

/** Somebody at a computer, doing what the screens offer. */
export class Person {
  readonly #central: CentralProcess;
  readonly account: Login;
  readonly computer: Computer;
  readonly regime: RegimeId;

  private constructor(central: CentralProcess, account: Login, computer: Computer, regime: RegimeId) {
    this.#central = central;
    this.account = account;
    this.computer = computer;
    this.regime = regime;
  }

  static async at(central: CentralProcess, account: string, regime: RegimeId): Promise<Person> {
    const line = central.accounts.find((a) => a.account === account);
    if (line === undefined) throw new Error(`no demo account ${account}`);
    return Person.newAt(central, line, regime);
  }

  /** Somebody who is not in the demo, or not yet anywhere, at a computer of their own. */
  static async newAt(central: CentralProcess, account: Login, regime: RegimeId): Promise<Person> {
    return new Person(central, account, await Computer.make(central), regime);
  }

  /** Somebody else who sits down at the same computer. */
  makeRoomFor(account: Login, regime: RegimeId = this.regime): Person {
    return new Person(this.#central, account, this.computer, regime);
  }

  get central(): CentralProcess {
    return this.#central;
  }

  get page(): Page {
    return this.computer.page;
  }

  get #root(): Locator {
    return this.page.locator('body');
  }

  button(key: string): Locator {
    return this.page.getByRole('button', { name: t(key), exact: true });
  }

  /**
   * Types account and password, and the captcha while central answers; without it the vault opens. Who
   * was here before comes back to where they were, `landsOn` that title.
   */
  async signIn(online = true, landsOn: string = t('menu.home')): Promise<void> {
    await this.page
      .getByRole('textbox', { name: startsWith(t('signIn.account')) })
      .fill(this.account.account);
    await this.page.getByLabel(startsWith(t('signIn.password'))).fill(this.account.password);
    const captcha = this.page.getByRole('textbox', { name: startsWith(t('signIn.captcha')) });
    if (online) {
      await this.page.getByRole('img', { name: t('signIn.captchaImage') }).waitFor();
      await captcha.fill(await this.#central.newestCaptcha());
    } else {
      await this.page.getByText(t('signIn.offline')).waitFor();
    }
    await this.button('signIn.submit').click();
    await this.page.getByRole('heading', { name: landsOn, level: 1 }).waitFor();
  }

  async openList(): Promise<void> {
    await this.page
      .getByRole('link', { name: t(MENU[this.regime]) })
      .first()
      .click();
    await this.page.getByRole('heading', { level: 1, name: t(MENU[this.regime]) }).waitFor();
  }

  /** 視窗1 with a number that the register knows, or name and birth date while it cannot be asked. */
  async startFiling(identityNumber: string, offline?: { name: string; birthDate: string }): Promise<void> {
    await this.openList();
    await this.page
      .getByRole('button', { name: t('cases.file') })
      .or(this.page.getByRole('link', { name: t('cases.file') }))
      .first()
      .click();
    await this.page
      .getByRole('textbox', { name: startsWith(t('fileCase.identityNumber')) })
      .fill(identityNumber);
    await this.button('fileCase.lookUp').click();
    if (offline !== undefined) {
      await this.page.getByText(t('fileCase.checkLater')).waitFor();
      await this.page.getByRole('textbox', { name: startsWith(t('field.name')) }).fill(offline.name);
      const birth = formatRocDate(offline.birthDate).replace(/（.*$/, '');
      await this.page.getByRole('textbox', { name: startsWith(t('field.birthDate')) }).fill(birth);
    }
    await this.button('wizard.next').waitFor();
  }

  /** Fills window `index` (0: 基本資料, 1: 案件資料) without leaving it. */
  async fillWindow(index: number, values: FormValues): Promise<void> {
    const form = REGIMES[this.regime].filingForm;
    const page = form.pages[index];
    if (page !== undefined) await fillPage(this.#root, form, page, values);
  }

  async next(): Promise<void> {
    await this.button('wizard.next').click();
  }

  /** From the first window to the review page. */
  async fillFiling(values: FormValues): Promise<void> {
    for (const [index] of REGIMES[this.regime].filingForm.pages.entries()) {
      await this.next();
      await this.fillWindow(index, values);
    }
    await this.next();
    await this.page.getByRole('heading', { level: 2, name: t('fileCase.step.review') }).waitFor();
  }

  async submit(): Promise<void> {
    await this.button('action.submit').click();
  }

  /** The tracking window stands open; types the record and sends it. */
  async writeTracking(values: FormValues): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: t('tracking.window') });
    await dialog.waitFor();
    const form = REGIMES[this.regime].trackingForm;
    for (const page of form.pages) await fillPage(dialog, form, page, values);
  }

  async sendTracking(): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: t('tracking.window') });
    await dialog.getByRole('button', { name: t('action.submit'), exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Opens a case from the list by its student's name. */
  async openCase(name: string): Promise<void> {
    await this.openList();
    await this.page.getByRole('link', { name, exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async addTracking(): Promise<void> {
    await this.page.getByRole('tab', { name: startsWithText(t('case.tracking', { n: '' })) }).click();
    await this.button('tracking.add').click();
  }

  /** The sheet of consequences of an act, from the case page. */
  async openAct(act: CaseAct): Promise<Locator> {
    await this.button(`action.${act}`).first().click();
    const sheet = this.page.getByRole('dialog');
    await sheet.waitFor();
    return sheet;
  }

  async confirmAct(act: CaseAct, values: FormValues = {}): Promise<void> {
    const sheet = this.page.getByRole('dialog');
    const form = REGIMES[this.regime].actions[act]?.form;
    for (const page of form?.pages ?? []) await fillPage(sheet, form ?? NEVER, page, values);
    await sheet.getByRole('button', { name: t(`action.${act}`), exact: true }).click();
    await sheet
      .getByText(t(`done.${act}`))
      .first()
      .waitFor();
  }

  async toCase(): Promise<void> {
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: t('act.toCase') })
      .click();
  }

  /** Opens the preview of a paper and saves it as a PDF to `file`. */
  async savePdf(paper: 'report' | 'tracking', file: string): Promise<void> {
    await this.button(`case.print.${paper}`).click();
    await this.page.locator('.sheet-page').first().waitFor();
    await this.page.locator('.sheet-measure').waitFor({ state: 'detached' });
    await this.computer.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, file);
    await this.button('print.save').click();
    await this.page.getByText(t('print.saved')).waitFor();
  }

  /** The pill says that everything has arrived. */
  async waitForSync(): Promise<void> {
    await this.page.getByRole('banner').getByText(t('sync.done')).first().waitFor({ timeout: 90_000 });
  }
}

const NEVER = { id: '', version: '', pages: [] } as const;

const startsWithText = (label: string): RegExp => new RegExp(`^${label.replace(/筆$/, '')}`);
