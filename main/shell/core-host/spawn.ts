import type { ToCore } from './pipe.ts';

/** The core's end of a channel to one window: Electron's MessagePortMain, or a test's. */
export interface CorePort {
  postMessage(data: unknown): void;
  start(): void;
  close(): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
}

/** One running core process. */
export interface CoreProcess<P extends CorePort> {
  send(message: ToCore): void;
  /** Gives the core its end of a channel to a window. */
  connect(port: P): void;
  /** Ends it at once; a polite end is asked for with `stop`. */
  kill(): void;
}

export interface CoreListeners {
  /** What the process tells the shell about itself. */
  started(): void;
  /** Exactly once; `code` is null when a signal ended it or it never ran. */
  exited(code: number | null): void;
  /** A line for the log; the core promises no personal data in it. */
  said(line: string): void;
}

/** Starts a core process; the two kinds are `forked.ts` and `utility.ts`. */
export type SpawnCore<P extends CorePort> = (listeners: CoreListeners) => CoreProcess<P>;
