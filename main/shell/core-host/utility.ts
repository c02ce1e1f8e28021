import { utilityProcess, type MessagePortMain } from 'electron';
import { FromCore, type ToCore } from './pipe.ts';
import type { SpawnCore } from './spawn.ts';

/** The core in Electron's utility process: the window's port goes over, and the shell is out of the way. */
export function utilityCore(script: string): SpawnCore<MessagePortMain> {
  return (listeners) => {
    const child = utilityProcess.fork(script, [], {
      serviceName: 'xuelu-core',
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    let lastPort = 0;

    child.on('message', (raw: unknown) => {
      const message = FromCore.safeParse(raw);
      if (message.success && 'event' in message.data && message.data.event === 'core.started') {
        listeners.started();
      }
    });
    child.on('exit', (code) => listeners.exited(code));
    child.stderr?.on('data', (text: Buffer) => listeners.said(text.toString('utf8').trimEnd()));

    return {
      send: (message) => child.postMessage(message),
      connect: (port) => {
        lastPort += 1;
        child.postMessage({ kind: 'connect', port: lastPort } satisfies ToCore, [port]);
      },
      kill: () => child.kill(),
    };
  };
}
