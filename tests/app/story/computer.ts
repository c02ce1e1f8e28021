import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { launchApp } from '../../helpers/launch-app.ts';
import type { CentralProcess } from './central-process.ts';

/** One office PC: the application on its own user data, which outlives kills. */
export class Computer {
  readonly #central: CentralProcess;
  readonly #folder: string;
  #running: { app: ElectronApplication; page: Page } | null = null;
  /** What the window complained about: broken policy, refused style, uncaught fault. */
  readonly complaints: string[] = [];

  constructor(central: CentralProcess, folder: string) {
    this.#central = central;
    this.#folder = folder;
  }

  static async make(central: CentralProcess): Promise<Computer> {
    return new Computer(central, await mkdtemp(join(tmpdir(), 'xuelu-pc-')));
  }

  get running(): boolean {
    return this.#running !== null;
  }

  get folder(): string {
    return this.#folder;
  }

  get page(): Page {
    if (this.#running === null) throw new Error('the application is not running');
    return this.#running.page;
  }

  get app(): ElectronApplication {
    if (this.#running === null) throw new Error('the application is not running');
    return this.#running.app;
  }

  async start(): Promise<void> {
    const { app, page } = await launchApp({ centralUrl: this.#central.url, userDataDir: this.#folder });
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    this.#running = { app, page };
  }

  /** `kill -9` of the whole application, as a power cut or a crash would. */
  async kill(): Promise<void> {
    const { app } = this.#running ?? {};
    this.#running = null;
    if (app === undefined) return;
    const child = app.process();
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
  }

  async close(): Promise<void> {
    const { app } = this.#running ?? {};
    this.#running = null;
    await app?.close();
  }
}
