import { contextBridge, ipcRenderer } from 'electron';
import type { PushedEvent, Question, Reply } from '../shared/contract/wire.ts';

type Settle = (result: unknown) => void;

/** Questions on their way, by number; and those asked while there is no port. */
const pending = new Map<number, Settle>();
const waiting: [Question, Settle][] = [];
const listeners = new Set<(event: PushedEvent) => void>();
let port: MessagePort | undefined;
let lastId = 0;

function send(question: Question, settle: Settle): void {
  if (!port) return void waiting.push([question, settle]);
  pending.set(question.id, settle);
  port.postMessage(question);
}

function receive(message: Reply | PushedEvent): void {
  if ('event' in message) return listeners.forEach((listener) => listener(message));
  pending.get(message.id)?.(message.result);
  pending.delete(message.id);
}

// With a port: the core is up (again). Without: it is gone, and so is what it was asked.
ipcRenderer.on('core-port', ({ ports }) => {
  port?.close();
  port = ports[0];
  for (const settle of pending.values()) settle({ ok: false, failure: { code: 'UNEXPECTED' } });
  pending.clear();
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<Reply | PushedEvent>) => receive(data);
  for (const [question, settle] of waiting.splice(0)) send(question, settle);
  receive({ event: 'core.started' });
});
ipcRenderer.send('core-port');

/** All that a page can reach: one pipe per door, and what the core tells by itself. */
contextBridge.exposeInMainWorld('app', {
  core: (name: string, input: unknown): Promise<unknown> =>
    new Promise((settle) => send({ id: (lastId += 1), name, input }, settle)),
  shell: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('shell', { name, input }),
  on: (listener: (event: PushedEvent) => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
});
