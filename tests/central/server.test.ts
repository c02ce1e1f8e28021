import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAuditChain } from '../../central/audit/verify.ts';
import { demoSamples } from '../../central/demo/samples.ts';
import { openStore } from '../../central/start/open-store.ts';
import { taipeiDate } from '../../shared/domain/calendar/taipei.ts';
import type { OperationResult, Receipt } from '../../shared/contract/central.ts';
import type { Operation } from '../../shared/domain/case/operation.ts';
import { anOperation, nextId } from '../helpers/case-builders.ts';
import { post, signInOver, startCentralProcess, type CentralProcess } from '../helpers/central-process.ts';
import { factsOf } from '../helpers/central-students.ts';

let home = '';
let data = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'xuelu-central-'));
  // PostgreSQL runs under an account of its own when we are root.
  chmodSync(home, 0o755);
  data = join(home, 'data');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const postmasterPid = () =>
  Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const stop = async (central: CentralProcess) => {
  central.child.kill('SIGTERM');
  return central.ended;
};

describe('starting and stopping', () => {
  test('one JSON line on stdout, sentences on stderr; SIGTERM stops the service and its database', async () => {
    const central = await startCentralProcess(data);
    expect(central.ready).toMatchObject({
      ready: true,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      mails: `${central.ready.url}/mails`,
    });
    expect(central.stderr()).toContain(`read them at ${central.ready.url}/mails`);
    expect(central.ready.accounts.length).toBeGreaterThan(30);
    expect(Object.keys(central.ready.accounts[0] ?? {})).toEqual([
      'school',
      'account',
      'password',
      'name',
      'roles',
    ]);
    expect(central.stderr()).toContain('18 tomorrow');
    const pid = postmasterPid();
    expect(isAlive(pid)).toBe(true);
    if (process.platform !== 'win32')
      expect(statSync(join(data, 'postgres-password')).mode & 0o777, 'nobody else reads the password').toBe(
        0o600,
      );
    expect(await stop(central)).toBe(0);
    expect(central.stdout).toHaveLength(1);
    expect(isAlive(pid)).toBe(false);
  });

  test('letting go of its stdin stops it too', async () => {
    const central = await startCentralProcess(data);
    const pid = postmasterPid();
    central.child.stdin?.end();
    expect(await central.ended).toBe(0);
    expect(isAlive(pid)).toBe(false);
  });

  test('a second one on the same data is refused and does not harm the first', async () => {
    const central = await startCentralProcess(data);
    await expect(startCentralProcess(data)).rejects.toThrow('another central is running');
    await signInOver(central, 'xr-primary');
    await stop(central);
  });

  test('[security §1] data that hold the demo’s published passwords are served on loopback only', async () => {
    const open = startCentralProcess(data, ['--host', '0.0.0.0'], { XUELU_TEST_CAPTCHA_FILE: '' });
    await expect(open).rejects.toThrow('loopback only');
    expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  test('killed together with its PostgreSQL, it starts again', async () => {
    const central = await startCentralProcess(data);
    const pid = postmasterPid();
    process.kill(pid, 'SIGKILL');
    central.child.kill('SIGKILL');
    await central.ended;
    expect(existsSync(join(data, 'postgres', 'postmaster.pid')), 'its pid file is left').toBe(true);
    const again = await startCentralProcess(data);
    await signInOver(again, 'xr-primary');
    await stop(again);
  });
});

describe('[I1] [I3] kill -9 in the middle of the work', () => {
  test('every receipted operation is in the log once, with the same receipt; all others go through when sent again', async () => {
    const students = demoSamples(taipeiDate(Date.now())).xr.ordinary.map(factsOf);
    const operations: Operation[] = [];
    const receipts = new Map<string, Receipt>();
    let deviceId: string | undefined;
    for (const receiptsFirst of [1, 3, 5]) {
      const central = await startCentralProcess(data);
      const session = await signInOver(central, 'xr-primary', deviceId);
      ({ deviceId } = session);
      const orphan = postmasterPid();
      const working = Promise.all(
        [0, 1, 2, 3].map(() => work(central.ready.url, session, students, operations, receipts)),
      );
      const enough = receipts.size + receiptsFirst;
      while (receipts.size < enough && students.length > 0) await sleep(1);
      central.child.kill('SIGKILL');
      await Promise.all([central.ended, working]);
      expect(isAlive(orphan), 'its PostgreSQL lives on without it').toBe(true);
    }
    expect(students.length, 'every kill came in the middle of the work').toBeGreaterThan(0);
    expect(operations.length, 'some were on their way').toBeGreaterThan(receipts.size);

    const central = await startCentralProcess(data);
    const session = await signInOver(central, 'xr-primary', deviceId);
    const { url } = central.ready;
    const token = session.tokens.accessToken;
    const logged = await readLog(url, token);
    for (const [opId, receipt] of receipts) expect(logged.get(opId)).toEqual([receipt.commitSeq]);
    for (const operation of operations) {
      const { results } = await post(url, '/v1/operations', { operations: [operation] }, token);
      const receipt = receipts.get(operation.opId);
      if (receipt) expect(results[0]).toEqual({ opId: operation.opId, status: 'committed', receipt });
      else expect(results[0].status).toBe('committed');
    }
    const end = await readLog(url, token);
    expect([...end.values()].every((seqs) => seqs.length === 1)).toBe(true);
    expect(operations.every(({ opId }) => end.has(opId))).toBe(true);
    await stop(central);

    const store = await openStore({ data, databaseUrl: null }, () => undefined);
    expect(await verifyAuditChain(store.db)).toMatchObject({ valid: true });
    await store.close();
  });
});

interface Session {
  readonly deviceId: string;
  readonly tokens: { readonly accessToken: string };
  readonly account: {
    readonly accountId: string;
    readonly name: string;
    readonly roles: ['PRIMARY'];
    readonly school: { readonly id: string };
  };
}

/** Files student after student until the service is gone. */
async function work(
  url: string,
  { deviceId, tokens, account }: Session,
  students: ReturnType<typeof factsOf>[],
  operations: Operation[],
  receipts: Map<string, Receipt>,
): Promise<void> {
  const { accountId, name, roles, school } = account;
  for (;;) {
    const student = students.pop();
    if (student === undefined) return;
    const operation = anOperation('save', {
      caseId: nextId(),
      student,
      values: {},
      deviceId,
      deviceSeq: operations.length + 1,
      actor: { accountId, name, roles, schoolId: school.id },
    });
    operations.push(operation);
    try {
      const { results } = await post(url, '/v1/operations', { operations: [operation] }, tokens.accessToken);
      const [result] = results as OperationResult[];
      if (result?.status !== 'committed') throw new Error(JSON.stringify(result));
      receipts.set(operation.opId, result.receipt);
    } catch {
      return;
    }
  }
}

/** Commit numbers by operation. */
async function readLog(url: string, token: string): Promise<Map<string, number[]>> {
  const { changes } = await post(url, '/v1/changes?after=0&limit=1000', undefined, token);
  const log = new Map<string, number[]>();
  for (const { operation, commit } of changes)
    log.set(operation.opId, [...(log.get(operation.opId) ?? []), commit.seq]);
  return log;
}
