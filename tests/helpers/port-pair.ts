import { MessageChannel } from 'node:worker_threads';
import type { CorePort } from '../../main/shell/core-host/spawn.ts';
import { PushedEvent, Reply } from '../../shared/contract/wire.ts';

/** Both ends of a channel between a window and the core, as Electron's MessageChannelMain makes them. */
export interface PortPair {
  /** The core's end, as the shell hands it over. */
  readonly core: CorePort;
  /** Asks as the preload does and waits for the answer. */
  ask(id: number, name: string, input: unknown): Promise<Reply>;
  /** Sends anything at all. */
  post(data: unknown): void;
  /** The next event that the core pushes. */
  nextEvent(): Promise<PushedEvent>;
  close(): void;
}

export function portPair(): PortPair {
  const { port1, port2 } = new MessageChannel();
  const replies = new Map<number, (reply: Reply) => void>();
  const events: ((event: PushedEvent) => void)[] = [];
  port2.on('message', (data: unknown) => {
    const event = PushedEvent.safeParse(data);
    if (event.success) return events.shift()?.(event.data);
    const reply = Reply.parse(data);
    replies.get(reply.id)?.(reply);
  });

  const core: CorePort = {
    postMessage: (data) => port1.postMessage(data),
    start: () => port1.start(),
    close: () => port1.close(),
    on: (event: 'message' | 'close', listener: (event: { data: unknown }) => void) =>
      // Electron wraps what arrives; Node hands over the bare value.
      port1.on(event, (data: unknown) => listener({ data })),
  };

  return {
    core,
    ask: (id, name, input) =>
      new Promise((done) => {
        replies.set(id, done);
        port2.postMessage({ id, name, input });
      }),
    post: (data) => port2.postMessage(data),
    nextEvent: () => new Promise((done) => events.push(done)),
    close: () => port2.close(),
  };
}
