import { fork, type ChildProcess } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Message, WorkLimits } from './task.ts';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What the process may read: the program, wherever its folders really are. */
const READABLE = ['../../../central', '../../../shared', '../../../node_modules', '../../../package.json'];
const readable = (): Set<string> =>
  new Set(READABLE.map(fromHere).flatMap((path) => [path, realpathSync(path)]));

/** It may write nothing, start nothing and compile no text. */
const rightsOf = ({ megabytes }: WorkLimits): string[] => [
  '--permission',
  ...[...readable()].map((path) => `--allow-fs-read=${path}`),
  '--allow-addons',
  '--allow-worker',
  '--disallow-code-generation-from-strings',
  `--max-old-space-size=${Math.floor(megabytes / 2)}`,
];

/** Of our environment only what a system needs to load libraries; no password, no address. */
const KEPT = ['PATH', 'SystemRoot', 'LD_LIBRARY_PATH', 'LANG'];
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(KEPT.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));

/** Starts the process for foreign files; it says `ready` or `fault` before anything else. */
export const startChild = (limits: WorkLimits): ChildProcess =>
  fork(fromHere('./process.ts'), [String(limits.seconds), String(limits.megabytes)], {
    execArgv: rightsOf(limits),
    env: environment(),
    serialization: 'advanced',
    // What pdf.js says of a file is nobody's business.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });

/** Waits until the process can take a task. Throws when it cannot start: that is not the file's fault. */
export const untilReady = (child: ChildProcess): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const failed = (text: string) => reject(new Error(`the process for files does not start: ${text}`));
    child.once('error', (fault) => failed(fault.message));
    child.once('exit', (code, signal) => failed(String(code ?? signal)));
    child.once('message', (message: Message) => {
      if (message.says === 'ready') resolve(child);
      else failed(message.says === 'fault' ? message.text : message.says);
    });
  });
