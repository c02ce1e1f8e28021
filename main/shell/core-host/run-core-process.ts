import type { MessagePortMain, ParentPort } from 'electron';
import { createCoreServer, type CoreServer, type StartCore, type Surroundings } from './core-server.ts';
import { ToCore } from './pipe.ts';

/**
 * Connects the core to whatever started this process: Electron's utility process (the product), or a
 * forked Node on the old trial runtime. Only here does it matter which.
 */
export function runCoreProcess(startCore: StartCore): void {
  const parent = findParentPort();
  if (parent) serveUtility(parent, startCore);
  else serveForked(startCore);
}

/** Present in a utility process only; a plain Node knows nothing of it. */
function findParentPort(): ParentPort | undefined {
  return 'parentPort' in process ? process.parentPort : undefined;
}

const surroundings = (tell: Surroundings['tell']): Surroundings => ({
  tell,
  note: (line) => process.stderr.write(`core: ${line}\n`),
  leave: (code) => process.exit(code),
});

function serveUtility(parent: ParentPort, startCore: StartCore): void {
  const server = createCoreServer(
    startCore,
    surroundings((message) => parent.postMessage(message)),
  );
  parent.on('message', ({ data, ports }) => {
    const [port] = ports;
    if (!port) return server.receive(data);
    server.receive(data, (answer) => port.postMessage(answer));
    const parsed = ToCore.safeParse(data);
    if (parsed.success && parsed.data.kind === 'connect') listenTo(server, parsed.data.port, port);
  });
}

function listenTo(server: CoreServer, id: number, port: MessagePortMain): void {
  port.on('message', ({ data }) => server.fromWindow(id, data));
  port.on('close', () => server.receive({ kind: 'disconnect', port: id } satisfies ToCore));
  port.start();
}

function serveForked(startCore: StartCore): void {
  const server = createCoreServer(
    startCore,
    surroundings((message) => process.send?.(message)),
  );
  process.on('message', (message) => server.receive(message));
  // The shell died without a word (power button, kill): nobody is left to answer.
  process.on('disconnect', () => server.stop());
}
