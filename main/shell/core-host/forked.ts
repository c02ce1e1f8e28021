import { fork, type ChildProcess } from 'node:child_process';
import { once } from './once.ts';
import { FromCore, type ToCore } from './pipe.ts';
import type { CoreListeners, CorePort, SpawnCore } from './spawn.ts';

/**
 * The core in a forked Node, for the old runtime whose Node-API is too old for the encrypted database.
 * A forked Node cannot take over a message port, so the shell relays between port and process.
 */
export function forkedCore(script: string, nodeBinary: string): SpawnCore<CorePort> {
  return (listeners) => {
    const child = fork(script, [], {
      execPath: nodeBinary,
      execArgv: [],
      env: childEnvironment(process.env),
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      serialization: 'json',
    });
    const ports = new Map<number, CorePort>();
    let lastPort = 0;
    const send = (message: ToCore): void => {
      if (child.connected) child.send(message, () => undefined);
    };

    listenTo(child, ports, listeners);

    return {
      send,
      connect: (port) => {
        const id = (lastPort += 1);
        ports.set(id, port);
        port.on('message', ({ data }) => send({ kind: 'data', port: id, data }));
        port.on('close', () => {
          ports.delete(id);
          send({ kind: 'disconnect', port: id });
        });
        send({ kind: 'connect', port: id });
        port.start();
      },
      kill: () => child.kill('SIGKILL'),
    };
  };
}

function listenTo(child: ChildProcess, ports: Map<number, CorePort>, listeners: CoreListeners): void {
  const exited = once((code: number | null) => {
    for (const port of ports.values()) port.close();
    ports.clear();
    listeners.exited(code);
  });
  child.on('exit', (code) => exited(code));
  child.on('error', (fault) => {
    listeners.said(`core: could not be forked (${fault.name})`);
    exited(null);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => listeners.said(text.trimEnd()));
  child.on('message', (raw) => {
    const message = FromCore.safeParse(raw);
    if (!message.success) return;
    if ('port' in message.data) ports.get(message.data.port)?.postMessage(message.data.data);
    else if (message.data.event === 'core.started') listeners.started();
  });
}

/** Electron marks its children to run as Node; a real Node needs none of that. */
function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _mark, NODE_OPTIONS: _options, ...rest } = env;
  return rest;
}
