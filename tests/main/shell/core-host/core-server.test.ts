import { describe, expect, it } from 'vitest';
import {
  createCoreServer,
  type RunningCore,
  type StartCore,
} from '../../../../main/shell/core-host/core-server.ts';
import { FromCore, type ToCore } from '../../../../main/shell/core-host/pipe.ts';
import { Reply } from '../../../../shared/contract/wire.ts';
import { fail, ok } from '../../../../shared/failure.ts';

const START: ToCore = {
  kind: 'start',
  start: {
    contractVersion: 1,
    appVersion: '0.1.0',
    vaultDir: '/vaults',
    deviceKey: null,
    deviceId: 'd',
    deviceName: 'n',
    policyCentralUrl: null,
  },
};

/** A server with the shell's side of it; `next` waits for what it says next. */
function aServer(startCore: StartCore) {
  const heard: FromCore[] = [];
  const waiting: ((message: FromCore) => void)[] = [];
  const left: number[] = [];
  const notes: string[] = [];
  let hasLeft: () => void;
  const gone = new Promise<void>((done) => (hasLeft = done));
  const server = createCoreServer(startCore, {
    tell: (message) => {
      const waiter = waiting.shift();
      if (waiter) waiter(message);
      else heard.push(message);
    },
    note: (line) => void notes.push(line),
    leave: (code) => {
      left.push(code);
      hasLeft();
    },
  });
  const next = async (): Promise<FromCore> => heard.shift() ?? new Promise((done) => waiting.push(done));
  return { server, next, left, notes, gone };
}

const echo: RunningCore = {
  answer: async (name, input) => (name === 'echo' ? ok(input) : fail('NOT_FOUND')),
  close: async () => undefined,
};

describe('the core process answers windows', () => {
  const started = async (core: RunningCore = echo) => {
    const one = aServer(async () => core);
    one.server.receive(START);
    expect(await one.next()).toEqual({ event: 'core.started' });
    one.server.receive({ kind: 'connect', port: 1 } satisfies ToCore);
    const ask = async (data: unknown): Promise<Reply> => {
      one.server.receive({ kind: 'data', port: 1, data } satisfies ToCore);
      const message = FromCore.parse(await one.next());
      if (!('port' in message)) throw new Error('not for a window');
      expect(message.port).toBe(1);
      return Reply.parse(message.data);
    };
    return { ...one, ask };
  };

  it('with the number of the question', async () => {
    const { ask } = await started();
    expect(await ask({ id: 7, name: 'echo', input: { a: 1 } })).toEqual({ id: 7, result: ok({ a: 1 }) });
  });

  it('[security 5] with a typed refusal where the question is no question', async () => {
    const { ask } = await started();
    expect(await ask({ id: 1, name: 5 })).toEqual({ id: 1, result: fail('INVALID_INPUT') });
    expect(await ask({ id: 2, name: 'x'.repeat(101) })).toEqual({ id: 2, result: fail('INVALID_INPUT') });
    expect(await ask({ id: 3, name: 'echo', input: 'x'.repeat(2 ** 20) })).toEqual({
      id: 3,
      result: fail('PAYLOAD_TOO_LARGE'),
    });
    expect(await ask({ id: 4, name: 'echo', input: 1n })).toMatchObject({ result: { ok: false } });
  });

  it('[security 5] survives what is not even a message', async () => {
    const { server, ask, notes } = await started();
    for (const junk of [null, 5, 'x', {}, { id: 'a' }]) {
      server.receive(junk);
      server.receive({ kind: 'data', port: 1, data: junk });
      server.receive({ kind: 'data', port: 99, data: { id: 1, name: 'echo' } });
    }
    expect(notes).toContain('unknown message from the shell');
    expect(await ask({ id: 5, name: 'echo', input: 'still here' })).toEqual({
      id: 5,
      result: ok('still here'),
    });
  });

  it('with UNEXPECTED when the core throws, and without its words', async () => {
    const { ask } = await started({ ...echo, answer: () => Promise.reject(new Error('A123456789')) });
    expect(await ask({ id: 1, name: 'a', input: {} })).toEqual({
      id: 1,
      result: fail('UNEXPECTED', { where: 'a' }),
    });
  });

  it('only while they are connected', async () => {
    const { server, ask, next } = await started();
    server.receive({ kind: 'connect', port: 2 });
    server.receive({ kind: 'disconnect', port: 2 });
    server.receive({ kind: 'data', port: 2, data: { id: 1, name: 'echo', input: 'lost' } });
    server.receive({ kind: 'data', port: 1, data: { id: 2, name: 'echo', input: 'kept' } });
    expect(await next()).toEqual({ port: 1, data: { id: 2, result: ok('kept') } });
    expect(await ask({ id: 3, name: 'echo', input: 1 })).toEqual({ id: 3, result: ok(1) });
  });
});

describe('the life of the core process', () => {
  it('starts the core once, with the start message, and passes events to every window', async () => {
    const starts: unknown[] = [];
    const emits: (() => void)[] = [];
    const { server, next } = aServer(async (start, { emit }) => {
      starts.push(start);
      emits.push(() => emit({ event: 'sync.changed' }));
      return echo;
    });
    server.receive(START);
    server.receive(START);
    await next();
    expect(starts).toEqual([START.kind === 'start' ? START.start : undefined]);

    const direct: unknown[] = [];
    server.receive({ kind: 'connect', port: 1 });
    server.receive({ kind: 'connect', port: 2 }, (data) => void direct.push(data));
    emits.forEach((emit) => emit());
    expect(await next()).toEqual({ port: 1, data: { event: 'sync.changed' } });
    expect(direct).toEqual([{ event: 'sync.changed' }]);
  });

  it('leaves with a code when the core cannot start, without quoting why', async () => {
    const { server, left, notes, gone } = aServer(() => Promise.reject(new TypeError('A123456789')));
    server.receive(START);
    await gone;
    expect(left).toEqual([1]);
    expect(notes).toEqual(['start failed: TypeError']);
  });

  it('closes the core before it leaves, once', async () => {
    const order: string[] = [];
    const { server, next, left, gone } = aServer(async () => ({
      ...echo,
      close: async () => void order.push('closed'),
    }));
    server.receive(START);
    await next();
    server.receive({ kind: 'stop' });
    server.stop();
    await gone;
    expect({ order, left }).toEqual({ order: ['closed'], left: [0] });
  });
});
