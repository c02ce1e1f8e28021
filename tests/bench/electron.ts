import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { Runtime } from '../../scripts/runtime/find.mjs';
import { connectDevtools, type Devtools } from './devtools.ts';
import { Hang, within } from './within.ts';

export const APP = join(import.meta.dirname, '../..');
export const EMPTY = join(import.meta.dirname, 'empty-window');

export interface StartParts {
  readonly runtime: Runtime;
  /** The project folder to run. */
  readonly app: string;
  readonly userData: string;
  readonly centralUrl: string;
}

export interface RunningElectron extends Omit<Devtools, 'quit'> {
  /** Milliseconds since the program was started. */
  sinceStart(): number;
  /** Asks until an expression of the page is true; milliseconds since the program was started. */
  reach(expression: string): Promise<number>;
}

/** Between two questions: long enough not to hinder the page, short against what is measured. */
const ASK_MS = 4;
/** What takes longer hangs. */
const PATIENCE_MS = 20_000;
const LISTENS = /^DevTools listening on (ws:\S+)/;

/**
 * Runs a program in Electron, with the devtools open on a free port of loopback, until `use` is done.
 * Once in some hundred starts the page of the old runtime never answers; that is no measurement, so it
 * is started once more.
 */
export async function withElectron<T>(
  parts: StartParts,
  use: (electron: RunningElectron) => Promise<T>,
): Promise<T> {
  try {
    return await runOnce(parts, use);
  } catch (fault) {
    if (!(fault instanceof Hang)) throw fault;
    console.error(`A start hung and is repeated (${fault.message.slice(0, 80)}).`);
    return runOnce(parts, use);
  }
}

async function runOnce<T>(parts: StartParts, use: (electron: RunningElectron) => Promise<T>): Promise<T> {
  const electron = await startElectron(parts);
  try {
    return await use(electron);
  } finally {
    await electron.end();
  }
}

/** `end` ends the program and waits until it has gone. */
async function startElectron(parts: StartParts): Promise<RunningElectron & { end(): Promise<void> }> {
  const { runtime, app, userData, centralUrl } = parts;
  const began = performance.now();
  const sinceStart = () => performance.now() - began;
  const child = spawn(runtime.executable, [...runtime.args, '--remote-debugging-port=0', app], {
    env: { ...process.env, XUELU_USER_DATA: userData, XUELU_CENTRAL_URL: centralUrl },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = new Promise<void>((done) => child.once('close', () => done()));
  const devtools = await within(PATIENCE_MS, 'start of Electron', attach(child, gone)).catch(
    async (fault: unknown) => {
      child.kill('SIGKILL');
      await gone;
      throw fault;
    },
  );
  const isTrue = async (expression: string): Promise<boolean> => {
    while ((await devtools.evaluate(expression)) !== true) await wait(ASK_MS);
    return true;
  };
  return {
    ...devtools,
    sinceStart,
    reach: async (expression) => {
      await within(PATIENCE_MS, expression, isTrue(expression));
      return sinceStart();
    },
    end: () =>
      within(PATIENCE_MS, 'end of Electron', Promise.all([devtools.quit(), gone])).then(
        () => undefined,
        () => void child.kill('SIGKILL'),
      ),
  };
}

/** Connects as soon as the program says where; what it says besides is told only when it ends first. */
async function attach(child: ChildProcess & { stderr: NodeJS.ReadableStream }, gone: Promise<void>) {
  const said: string[] = [];
  const address = await new Promise<string>((done, failed) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      const [, url] = LISTENS.exec(line) ?? [];
      if (url !== undefined) done(url);
    });
    child.once('error', failed);
    void gone.then(() => failed(new Error(`Electron did not start: ${said.join('\n')}`)));
  });
  return connectDevtools(address);
}

/** True when an element is on the screen and takes the focus, one painted frame later. */
export const usable = (selector: string): string => `(() => {
  const found = document.querySelector(${JSON.stringify(selector)});
  if (found === null || found.getClientRects().length === 0) return false;
  found.focus();
  if (document.activeElement !== found) return false;
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));
})()`;
