import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createCoreHost, type CoreHost } from '../../../../main/shell/core-host/core-host.ts';
import { forkedCore } from '../../../../main/shell/core-host/forked.ts';
import type { CorePort } from '../../../../main/shell/core-host/spawn.ts';
import type { StartMessage } from '../../../../shared/contract/start.ts';
import { portPair } from '../../../helpers/port-pair.ts';

const script = fileURLToPath(new URL('../../../helpers/stand-in-core.ts', import.meta.url));
const start: StartMessage = {
  contractVersion: 1,
  appVersion: '0.1.0',
  vaultDir: '/vaults/of-this-test',
  deviceKey: null,
  deviceId: 'd',
  deviceName: 'sound',
  policyCentralUrl: null,
};

type Happening = 'up' | 'down' | 'gave up';

/** A host over a real forked Node; `until` waits for the next happening and says which it was. */
function aHost(deviceName = 'sound', delays: number[] = [0, 0]) {
  const past: Happening[] = [];
  const waiting: ((happening: Happening) => void)[] = [];
  const notes: string[] = [];
  const tell = (happening: Happening): void => {
    const waiter = waiting.shift();
    if (waiter) waiter(happening);
    else past.push(happening);
  };
  const host = createCoreHost<CorePort>({
    spawn: forkedCore(script, process.execPath),
    start: { ...start, deviceName },
    up: () => tell('up'),
    down: () => tell('down'),
    gaveUp: () => tell('gave up'),
    note: (line) => void notes.push(line),
    restarts: () => {
      const left = [...delays];
      return () => left.shift();
    },
  });
  const next = async (): Promise<Happening> => past.shift() ?? new Promise((done) => waiting.push(done));
  hosts.push(host);
  return { host, next, notes };
}

const hosts: CoreHost<CorePort>[] = [];
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.stop()));
});

/** The core's process number and vault folder, asked over a new channel. */
async function whoAnswers(host: CoreHost<CorePort>): Promise<{ pid: number; vaultDir: string }> {
  const pair = portPair();
  host.connect(pair.core);
  const { result } = await pair.ask(1, 'echo', { a: [1, '字'] });
  pair.close();
  expect(result).toMatchObject({ ok: true, value: { input: { a: [1, '字'] } } });
  return (result as { value: { pid: number; vaultDir: string } }).value;
}

describe('the core in a forked Node', () => {
  it('starts with the start message and answers a window through its port', async () => {
    const { host, next } = aHost();
    expect(host.isUp).toBe(false);
    host.begin();
    expect(await next()).toBe('up');
    expect(host.isUp).toBe(true);
    const { pid, vaultDir } = await whoAnswers(host);
    expect(vaultDir).toBe('/vaults/of-this-test');
    expect(pid).not.toBe(process.pid);
  });

  it('keeps windows apart, and pushes events to each', async () => {
    const { host, next } = aHost();
    host.begin();
    await next();
    const [one, two] = [portPair(), portPair()];
    host.connect(one.core);
    host.connect(two.core);
    const events = Promise.all([one.nextEvent(), two.nextEvent()]);
    const [first, second] = await Promise.all([one.ask(1, 'echo', 'one'), two.ask(1, 'event', {})]);
    expect(first.result).toMatchObject({ value: { input: 'one' } });
    expect(second.result).toEqual({ ok: true, value: {} });
    expect(await events).toEqual(Array(2).fill({ event: 'case.changed', id: 'case-1' }));
    one.close();
    two.close();
  });

  it('is killed → is started again, with another process and for new ports', async () => {
    const { host, next, notes } = aHost();
    host.begin();
    await next();
    const { pid } = await whoAnswers(host);
    process.kill(pid, 'SIGKILL');
    expect(await next()).toBe('down');
    expect(host.isUp).toBe(false);
    expect(await next()).toBe('up');
    expect((await whoAnswers(host)).pid).not.toBe(pid);
    expect(notes.join('\n')).toContain('core ended');
  });

  it('closes its vault before it ends, and is not started again', async () => {
    const { host, next, notes } = aHost();
    host.begin();
    await next();
    const { pid } = await whoAnswers(host);
    await host.stop();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(notes).toContain('core: closed');
    expect(host.isUp).toBe(false);
  });

  it('dies at once again and again → a person is told, and trying again is possible', async () => {
    const { host, next, notes } = aHost('broken');
    host.begin();
    const happenings = [];
    for (let last; last !== 'gave up'; happenings.push(last)) last = await next();
    expect(happenings).toEqual(['down', 'down', 'down', 'gave up']);
    expect(notes.join('\n')).toContain('start failed: TypeError');
    expect(notes.join('\n')).not.toContain('A123456789');
    host.begin();
    expect(await next()).toBe('down');
  });

  it('meets a process that cannot even be spawned in the same way', async () => {
    const heard: string[] = [];
    const host = createCoreHost<CorePort>({
      spawn: () => {
        throw new Error('ENOTDIR');
      },
      start,
      up: () => void heard.push('up'),
      down: () => void heard.push('down'),
      gaveUp: () => void heard.push('gave up'),
      note: () => undefined,
      restarts: () => () => undefined,
    });
    host.begin();
    expect(heard).toEqual(['down', 'gave up']);
    await host.stop();
  });

  it('tells when there is no such Node', async () => {
    const heard: string[] = [];
    const exited = new Promise<number | null>((done) => {
      forkedCore(
        script,
        '/no/such/node',
      )({
        started: () => heard.push('started'),
        exited: done,
        said: (line) => heard.push(line),
      });
    });
    expect(await exited).toBeNull();
    expect(heard).toEqual(['core: could not be forked (Error)']);
  });
});
