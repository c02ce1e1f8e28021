import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

export interface StepResult {
  readonly step: string;
  readonly ok: boolean;
  readonly ms: number;
  readonly error?: string;
}

/** Plays steps one after the other, keeps how each went and a picture of what was on the screen. */
export class Recorder {
  readonly steps: StepResult[] = [];
  readonly #out: string;
  readonly #say: (line: string) => void;
  #pictures = 0;

  constructor(out: string, say: (line: string) => void = () => undefined) {
    this.#out = out;
    this.#say = say;
  }

  get failed(): StepResult | undefined {
    return this.steps.find((step) => !step.ok);
  }

  file(name: string): string {
    return join(this.#out, name);
  }

  /** Runs one step; after a failure the rest is left out, since it would stand on nothing. */
  async step(step: string, act: () => Promise<void>): Promise<void> {
    if (this.failed !== undefined) return;
    const began = performance.now();
    const error = await act().then(
      () => undefined,
      (fault: unknown) => (fault instanceof Error ? fault.message : String(fault)),
    );
    const ms = Math.round(performance.now() - began);
    this.steps.push({ step, ok: error === undefined, ms, ...(error === undefined ? {} : { error }) });
    this.#say(
      `${error === undefined ? 'ok  ' : 'FAIL'} ${String(ms).padStart(6)} ms  ${step}${error === undefined ? '' : `\n${error}`}`,
    );
  }

  async picture(page: Page, name: string): Promise<void> {
    await mkdir(this.#out, { recursive: true });
    this.#pictures += 1;
    const path = this.file(`${String(this.#pictures).padStart(2, '0')}-${name}.png`);
    await page.screenshot({ path });
  }

  async write(name: string, value: unknown): Promise<void> {
    await mkdir(this.#out, { recursive: true });
    await writeFile(this.file(name), `${JSON.stringify(value, null, 2)}\n`);
  }
}
