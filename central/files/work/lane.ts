import type { ChildProcess } from 'node:child_process';
import { stopped, type Looked } from '../checked-file.ts';
import { startChild, untilReady } from './child.ts';
import { WORK_LIMITS, type Done, type Message, type Task, type WorkLimits } from './task.ts';

/** Tasks that wait; more are turned away. */
const WAITING_MAX = 24;
/** Who waited longer is turned away too: somebody sits in front of a window. */
const PATIENCE_MS = 20_000;
/** A process without work goes after this. */
const IDLE_MS = 60_000;

/** One process that opens foreign files, one task after the other. */
export interface Lane {
  /**
   * What became of the task; `unreadable` when it took too long, too much, or the process with it; null
   * when too many wait already or the turn comes too late. Throws when the process cannot start at all.
   */
  readonly run: (task: Task) => Promise<Looked<Done> | null>;
  readonly close: () => void;
}

/** Sends one task and waits for its end, whichever way: an answer, the limit of time, the death of the process. */
const askChild = (child: ChildProcess, task: Task, seconds: number): Promise<Looked<Done> | null> =>
  new Promise((resolve) => {
    const settle = (looked: Looked<Done> | null) => {
      clearTimeout(timer);
      child.off('message', heard).off('exit', gone);
      resolve(looked);
    };
    const heard = (message: Message) => settle(message.says === 'done' ? message.looked : null);
    const gone = () => settle(null);
    const timer = setTimeout(gone, seconds * 1000);
    child.on('message', heard).on('exit', gone);
    child.send(task, (fault) => fault && gone());
  });

export function makeLane(limits: WorkLimits = WORK_LIMITS): Lane {
  let child: ChildProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const end = () => {
    clearTimeout(idle);
    child?.removeAllListeners().on('error', () => undefined);
    child?.kill('SIGKILL');
    child = null;
  };

  /** The process keeps nobody alive who has nothing to ask it. */
  const rest = () => {
    child?.unref();
    child?.channel?.unref();
    idle = setTimeout(end, IDLE_MS).unref();
  };

  async function wake(): Promise<ChildProcess> {
    clearTimeout(idle);
    if (child?.connected !== true) {
      end();
      child = startChild(limits);
      try {
        await untilReady(child);
      } catch (fault) {
        end();
        throw fault;
      }
      child.removeAllListeners().on('error', () => undefined);
    }
    child.ref();
    child.channel?.ref();
    return child;
  }

  async function work(task: Task): Promise<Looked<Done>> {
    const looked = await askChild(await wake(), task, limits.seconds);
    if (looked === null) end();
    else rest();
    return looked ?? stopped('unreadable');
  }

  const run: Lane['run'] = async (task) => {
    if (waiting >= WAITING_MAX) return null;
    waiting += 1;
    const patience = Date.now() + PATIENCE_MS;
    const turn = last.then(() => (Date.now() > patience ? null : work(task))).finally(() => (waiting -= 1));
    last = turn.catch(() => undefined);
    return turn;
  };

  return { run, close: end };
}

/** What comes in, and what reviewers look at, each for itself: a hostile scan keeps no reviewer waiting. */
export const checking = makeLane();
export const showing = makeLane();
