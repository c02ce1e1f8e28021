import type { Answer } from '../../../shared/contract/door.ts';
import type { StartMessage } from '../../../shared/contract/start.ts';
import { Question, type PushedEvent, type Reply } from '../../../shared/contract/wire.ts';
import { fail, type Result } from '../../../shared/failure.ts';
import { checkSize, limitOf, ToCore, type FromCore } from './pipe.ts';

/** What `main/core/core.ts` offers; named here so that a test can put a stand-in. */
export interface RunningCore {
  readonly answer: Answer;
  close(): Promise<void>;
}
export type StartCore = (
  start: StartMessage,
  outside: { emit(event: PushedEvent): void },
) => Promise<RunningCore>;

/** The core process's way out: to the shell, to the log, and to its end. */
export interface Surroundings {
  tell(message: FromCore): void;
  note(line: string): void;
  leave(code: number): void;
}

/** How one window is reached. */
export type Post = (data: unknown) => void;

export interface CoreServer {
  /** A message from the shell; `direct` is given when the window's own port came with it. */
  receive(message: unknown, direct?: Post): void;
  /** A message from a window whose port reached the core process. */
  fromWindow(port: number, data: unknown): void;
  /** The shell is gone: close what is open and leave. */
  stop(): void;
}

/** Runs in the core process: starts the core once, and answers every window that is introduced. */
export function createCoreServer(startCore: StartCore, surroundings: Surroundings): CoreServer {
  const windows = new Map<number, Post>();
  let running: Promise<RunningCore> | undefined;
  let stopping = false;

  const emit = (event: PushedEvent): void => {
    for (const post of windows.values()) post(event);
  };

  const start = (message: StartMessage): void => {
    if (running) return;
    running = startCore(message, { emit });
    running.then(
      () => surroundings.tell({ event: 'core.started' }),
      (fault: unknown) => {
        surroundings.note(`start failed: ${nameOf(fault)}`);
        surroundings.leave(1);
      },
    );
  };

  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    const closed = running?.then((core) => core.close()) ?? Promise.resolve();
    closed.then(
      () => surroundings.leave(0),
      () => surroundings.leave(1),
    );
  };

  const fromWindow = (port: number, data: unknown): void => {
    if (!running) return;
    void replyTo(running, data).then((reply) => reply && windows.get(port)?.(reply));
  };

  const receive = (raw: unknown, direct?: Post): void => {
    const parsed = ToCore.safeParse(raw);
    if (!parsed.success) return surroundings.note('unknown message from the shell');
    const message = parsed.data;
    switch (message.kind) {
      case 'start':
        return start(message.start);
      case 'connect':
        windows.set(message.port, direct ?? ((data) => surroundings.tell({ port: message.port, data })));
        return;
      case 'data':
        return fromWindow(message.port, message.data);
      case 'disconnect':
        windows.delete(message.port);
        return;
      case 'stop':
        return stop();
    }
  };

  return { receive, fromWindow, stop };
}

/** Junk without a number gets no answer: nobody could be waiting for it. */
async function replyTo(running: Promise<RunningCore>, raw: unknown): Promise<Reply | undefined> {
  const question = Question.safeParse(raw);
  if (!question.success) {
    const id = Question.shape.id.safeParse(readId(raw));
    return id.success ? { id: id.data, result: fail('INVALID_INPUT') } : undefined;
  }
  const { id, name, input } = question.data;
  return { id, result: await answerOne(running, name, input) };
}

async function answerOne(
  running: Promise<RunningCore>,
  name: string,
  input: unknown,
): Promise<Result<unknown>> {
  const size = checkSize(input, limitOf(name));
  if (size === 'too large') return fail('PAYLOAD_TOO_LARGE');
  if (size === 'not data') return fail('INVALID_INPUT', { where: name });
  try {
    return await (await running).answer(name, input);
  } catch {
    return fail('UNEXPECTED', { where: name });
  }
}

function readId(raw: unknown): unknown {
  return typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
}

/** Never the message of a fault: it may quote what somebody typed. */
function nameOf(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  return 'code' in fault && typeof fault.code === 'string' ? `${fault.name} ${fault.code}` : fault.name;
}
