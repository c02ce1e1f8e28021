import { fstatSync } from 'node:fs';

/** A pipe or socket as stdin: somebody started us and holds the other end. */
function isHeld(): boolean {
  try {
    const stdin = fstatSync(0);
    return stdin.isFIFO() || stdin.isSocket();
  } catch {
    return false;
  }
}

/**
 * Calls `stop` once: on SIGTERM, SIGINT, SIGHUP, or when the program that started us lets go of our
 * stdin or of the IPC channel to us (on Windows the only ways to ask), also by dying itself. A second
 * signal changes nothing, the first is being obeyed.
 */
export function onStop(stop: () => void): void {
  let stopping = false;
  const once = () => {
    if (stopping) return;
    stopping = true;
    stop();
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, once);
  if (process.connected) process.on('disconnect', once);
  if (!isHeld()) return;
  process.stdin.on('end', once).on('error', once).on('close', once);
  process.stdin.resume();
}
