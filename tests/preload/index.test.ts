import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PushedEvent, Question } from '../../shared/contract/wire.ts';

interface Pipes {
  core(name: string, input: unknown): Promise<unknown>;
  shell(name: string, input: unknown): Promise<unknown>;
  on(listener: (event: PushedEvent) => void): () => void;
}

/** Electron's side of the bridge: what the preload exposed, sent, and listens to. */
const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  sent: [] as unknown[],
  invoked: [] as unknown[],
  introduce: (_event: { ports: unknown[] }): void => undefined,
}));

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: unknown) => electron.exposed.set(name, api) },
  ipcRenderer: {
    on: (_channel: string, listener: typeof electron.introduce) => (electron.introduce = listener),
    send: (...message: unknown[]) => electron.sent.push(message),
    invoke: async (...message: unknown[]) => {
      electron.invoked.push(message);
      return { ok: true, value: 'from the shell' };
    },
  },
}));

/** A core at the other end of a new port; it answers when it is told to. */
function connectCore() {
  const { port1, port2 } = new MessageChannel();
  const questions: Question[] = [];
  const waiting: ((question: Question) => void)[] = [];
  port1.on('message', (question: Question) => {
    const waiter = waiting.shift();
    if (waiter) waiter(question);
    else questions.push(question);
  });
  electron.introduce({ ports: [port2] });
  const nextQuestion = async (): Promise<Question> =>
    questions.shift() ?? new Promise((done) => waiting.push(done));
  return { port: port1 as NodePort, nextQuestion };
}

describe('the preload', () => {
  let app: Pipes;
  beforeEach(async () => {
    vi.resetModules();
    electron.sent.length = 0;
    electron.invoked.length = 0;
    await import('../../preload/index.ts');
    app = electron.exposed.get('app') as Pipes;
    return () => electron.introduce({ ports: [] });
  });

  it('exposes one pipe per door and nothing else, and asks for its port', () => {
    expect([...electron.exposed.keys()]).toEqual(['app']);
    expect(Object.keys(app).sort()).toEqual(['core', 'on', 'shell']);
    expect(electron.sent).toEqual([['core-port']]);
  });

  it('carries questions to the shell over its one channel', async () => {
    expect(await app.shell('app.info', {})).toEqual({ ok: true, value: 'from the shell' });
    expect(electron.invoked).toEqual([['shell', { name: 'app.info', input: {} }]]);
  });

  it('gives each question its own answer, in whatever order they come', async () => {
    const core = connectCore();
    const answers = Promise.all([app.core('a', 1), app.core('b', 2)]);
    const [a, b] = [await core.nextQuestion(), await core.nextQuestion()];
    core.port.postMessage({ id: b.id, result: 'to b' });
    core.port.postMessage({ id: a.id, result: 'to a' });
    expect([a.name, a.input, b.name, b.input]).toEqual(['a', 1, 'b', 2]);
    expect(await answers).toEqual(['to a', 'to b']);
  });

  it('keeps questions asked before the core is there', async () => {
    const answer = app.core('early', {});
    const core = connectCore();
    const question = await core.nextQuestion();
    core.port.postMessage({ id: question.id, result: 'late' });
    expect(await answer).toBe('late');
  });

  it('answers UNEXPECTED for what a dead core was asked, and asks the next one anew', async () => {
    const lost = app.core('a', {});
    const first = connectCore();
    await first.nextQuestion();
    electron.introduce({ ports: [] });
    expect(await lost).toEqual({ ok: false, failure: { code: 'UNEXPECTED' } });

    const kept = app.core('b', {});
    const second = connectCore();
    const question = await second.nextQuestion();
    expect(question.name).toBe('b');
    second.port.postMessage({ id: question.id, result: 'from the second' });
    expect(await kept).toBe('from the second');
  });

  it('tells listeners what the core pushes and that it has started, until they stop listening', async () => {
    const heard: PushedEvent[] = [];
    const stop = app.on((event) => void heard.push(event));
    const core = connectCore();
    expect(heard).toEqual([{ event: 'core.started' }]);
    const told = new Promise<void>((done) => app.on(() => done()));
    core.port.postMessage({ event: 'case.changed', id: 'x' });
    await told;
    expect(heard.at(-1)).toEqual({ event: 'case.changed', id: 'x' });
    stop();
    connectCore();
    expect(heard).toHaveLength(2);
  });
});
