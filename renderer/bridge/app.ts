// First, so that zod is set before any schema of a door is made, in whatever chunk it lands.
import './content-security.ts';
import type { CoreDoor } from '../../shared/contract/core.ts';
import { ask, type Ask } from '../../shared/contract/door.ts';
import type { ShellDoor } from '../../shared/contract/shell.ts';
import { PushedEvent } from '../../shared/contract/wire.ts';

/** What preload puts into the window: one pipe per door and the pushed events. */
export interface AppPipes {
  core(name: string, input: unknown): Promise<unknown>;
  shell(name: string, input: unknown): Promise<unknown>;
  /** Returns the function that stops listening. */
  on(listener: (event: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly app: AppPipes;
  }
}

/** Asks the core process of this computer; never throws, a broken pipe is UNEXPECTED. */
export const core: Ask<CoreDoor> = ask<CoreDoor>((name, input) => window.app.core(name, input));

/** Asks Electron's main process for what only it can do. */
export const shell: Ask<ShellDoor> = ask<ShellDoor>((name, input) => window.app.shell(name, input));

/** Listens to pushed events; what is no event is passed over. Returns the function that stops it. */
export const onEvent = (listener: (event: PushedEvent) => void): (() => void) =>
  window.app.on((event) => {
    const parsed = PushedEvent.safeParse(event);
    if (parsed.success) listener(parsed.data);
  });
