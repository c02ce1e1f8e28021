import type { StartMessage } from '../../../shared/contract/start.ts';
import { createRestartPolicy, type RestartPolicy } from '../restart-policy.ts';
import type { CorePort, CoreProcess, SpawnCore } from './spawn.ts';

/** A core that has not started after this time hangs (milliseconds); migrations are far below. */
const START_LIMIT = 60_000;
/** How long a core may take to close its vault before it is ended (milliseconds). */
const STOP_LIMIT = 3_000;

export interface CoreHostOptions<P extends CorePort> {
  readonly spawn: SpawnCore<P>;
  readonly start: StartMessage;
  /** The core answers from now on; called again after each restart. */
  up(): void;
  /** The core is gone: questions on their way are lost. */
  down(): void;
  /** It died at once too often; `begin` starts anew. */
  gaveUp(): void;
  note(line: string): void;
  /** How deaths in a row are met; tests give one without waiting. */
  readonly restarts?: () => RestartPolicy;
}

/** The one core process of this program, kept running. */
export interface CoreHost<P extends CorePort> {
  readonly isUp: boolean;
  begin(): void;
  /** Introduces a window; only while it is up. */
  connect(port: P): void;
  /** Asks the core to close its vault and waits until the process is gone. */
  stop(): Promise<void>;
}

export function createCoreHost<P extends CorePort>(options: CoreHostOptions<P>): CoreHost<P> {
  const newPolicy = options.restarts ?? createRestartPolicy;
  let nextDelay = newPolicy();
  let running: CoreProcess<P> | undefined;
  let isUp = false;
  let stopped: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;

  const spawn = (): void => {
    const bornAt = performance.now();
    let core: CoreProcess<P>;
    try {
      core = options.spawn({
        started,
        exited: (code) => died(performance.now() - bornAt, code),
        said: options.note,
      });
    } catch {
      options.note('core: could not be spawned');
      return died(0, null);
    }
    running = core;
    timer = setTimeout(() => core.kill(), START_LIMIT);
    core.send({ kind: 'start', start: options.start });
  };

  const started = (): void => {
    clearTimeout(timer);
    isUp = true;
    options.note('core started');
    options.up();
  };

  const died = (lived: number, code: number | null): void => {
    clearTimeout(timer);
    running = undefined;
    isUp = false;
    if (stopped) return stopped();
    options.note(`core ended (code ${code ?? 'none'}) after ${Math.round(lived / 1000)} s`);
    options.down();
    const delay = nextDelay(lived);
    if (delay === undefined) options.gaveUp();
    else timer = setTimeout(spawn, delay);
  };

  return {
    get isUp() {
      return isUp;
    },
    begin: () => {
      if (running) return;
      nextDelay = newPolicy();
      spawn();
    },
    connect: (port) => running?.connect(port),
    stop: async () => {
      clearTimeout(timer);
      const core = running;
      if (!core) return;
      await new Promise<void>((done) => {
        const limit = setTimeout(() => core.kill(), STOP_LIMIT);
        stopped = () => {
          clearTimeout(limit);
          done();
        };
        core.send({ kind: 'stop' });
      });
    },
  };
}
