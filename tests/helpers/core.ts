import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { startCore, type RunningCore } from '../../main/core/core.ts';
import type { CoreParts } from '../../main/core/parts.ts';
import type { KdfParameters } from '../../main/core/vault/key.ts';
import type { CoreDoor, SessionView } from '../../shared/contract/core.ts';
import { ask, type Ask } from '../../shared/contract/door.ts';
import type { StartMessage } from '../../shared/contract/start.ts';
import { CONTRACT_VERSION } from '../../shared/contract/version.ts';
import type { PushedEvent } from '../../shared/contract/wire.ts';
import type { SessionAccount } from '../../shared/domain/account/account.ts';
import type { Role } from '../../shared/domain/account/role.ts';
import { makeIdentityNumber } from '../../shared/domain/identity/make.ts';
import type { StudentFacts } from '../../shared/domain/student/student.ts';
import type { Failure, Result } from '../../shared/failure.ts';
import { anActor, aStudent, completeFiling, DEVICE_ID, nextId, SCHOOL_ID } from './case-builders.ts';
import { aClock, settle, type TestClock } from './clock.ts';
import { aModelService, type ModelService } from './model-service.ts';

/** Argon2id with next to no work: tests of keys do not test how slow it is. */
export const CHEAP_KDF: KdfParameters = { memory: 64, passes: 1, lanes: 1 };

export const CENTRAL_URL = 'http://127.0.0.1:4000';

/** The account of one role at SCHOOL_ID, as central describes it. */
export const anAccount = (role: Role = 'PRIMARY', over: Partial<SessionAccount> = {}): SessionAccount => {
  const { accountId, name, roles } = anActor(role);
  return {
    accountId,
    account: role.toLowerCase(),
    name,
    roles,
    school: {
      id: SCHOOL_ID,
      code: '090301',
      name: '示範高級中學',
      county: '雲林縣',
      regimes: ['senior-high', 'compulsory'],
    },
    primaryName: '陳主任',
    county: null,
    email: `${role.toLowerCase()}@school.example`,
    phone: '05-5522000',
    passwordSetAt: '2026-11-01T02:30:00.000Z',
    secondFactor: role === 'PRIMARY' ? 'off' : 'none',
    ...over,
  };
};

/** A folder that vanishes with the test. */
export function aFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'xuelu-core-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export const aStart = (over: Partial<StartMessage> = {}): StartMessage => ({
  contractVersion: CONTRACT_VERSION,
  appVersion: '0.0.0',
  vaultDir: '',
  deviceKey: randomBytes(32).toString('base64'),
  deviceId: DEVICE_ID,
  deviceName: 'test',
  policyCentralUrl: CENTRAL_URL,
  ...over,
});

export interface TestCore {
  readonly ask: Ask<CoreDoor>;
  readonly answer: RunningCore['answer'];
  readonly events: PushedEvent[];
  close(): Promise<void>;
}

/** One computer with its folder, its clock and a model of central; cores are started on it. */
export interface TestDesk {
  readonly start: StartMessage;
  readonly clock: TestClock;
  readonly service: ModelService;
  readonly notes: string[];
  boot(parts?: Partial<CoreParts>): Promise<TestCore>;
  /** Boots and signs in with the captcha. */
  online(): Promise<TestCore>;
  /** Closes what is open and removes the folder. */
  remove(): Promise<void>;
}

export interface DeskParts {
  readonly account?: SessionAccount;
  readonly start?: Partial<StartMessage>;
}

export function aDesk({ account = anAccount(), start: over = {} }: DeskParts = {}): TestDesk {
  const folder = aFolder();
  const start = aStart({ vaultDir: folder.path, ...over });
  const clock = aClock();
  const service = aModelService(() => clock.now(), account);
  const notes: string[] = [];
  const running = new Set<RunningCore>();
  const boot: TestDesk['boot'] = async (parts = {}) => {
    const events: PushedEvent[] = [];
    const core = await startCore(
      start,
      { emit: (event) => void events.push(event) },
      {
        now: () => clock.now(),
        newId: nextId,
        random: () => 0.5,
        setTimer: (act, ms) => clock.setTimer(act, ms),
        transport: service.transport,
        kdf: CHEAP_KDF,
        kdfFloor: CHEAP_KDF,
        note: (line) => void notes.push(line),
        ...parts,
      },
    );
    running.add(core);
    return {
      ask: ask(core.answer as (name: string, input: unknown) => Promise<unknown>) as Ask<CoreDoor>,
      answer: core.answer,
      events,
      close: async () => {
        running.delete(core);
        await core.close();
      },
    };
  };
  return {
    start,
    clock,
    service,
    notes,
    boot,
    online: async () => {
      const core = await boot();
      getValue(await signIn(core, service));
      await settle();
      return core;
    },
    remove: async () => {
      for (const core of running) await core.close();
      folder.remove();
    },
  };
}

/** Signs in with the captcha, or without it from the vault. */
export function signIn(
  core: TestCore,
  service: ModelService,
  how: { readonly offline?: true; readonly password?: string } = {},
): Promise<Result<SessionView>> {
  return core.ask('session.signIn', {
    account: service.account.account,
    password: how.password ?? service.password,
    captcha: how.offline ? null : { captchaId: nextId(), answer: 'ABC123' },
  });
}

/** The value of a result that must be good. */
export function getValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** The failure of a result that must be bad. */
export function getFailure(result: Result<unknown>): Failure {
  if (result.ok) throw new Error('succeeded');
  return result.failure;
}

export type FileInput = z.input<CoreDoor['case.file']['input']>;

/** What the window sends to file a case of a senior high school. */
export const aFiling = (over: Partial<FileInput> = {}): FileInput => ({
  opId: nextId(),
  caseId: nextId(),
  regime: 'senior-high',
  action: 'submit',
  student: aStudent(),
  values: completeFiling('senior-high'),
  baseRevision: 0,
  draftId: null,
  ...over,
});

/** A student of his own for each number, in stored form. */
export const studentNo = (n: number, over: Partial<StudentFacts> = {}): StudentFacts =>
  aStudent({
    identityNumber: makeIdentityNumber({ letter: 'N', second: '1', serial: 1000 + n }),
    studentNumber: String(1_130_000 + n),
    ...over,
  });

/** A refusal as it crosses the door. */
export const failed = (code: string, reason?: string) => ({
  ok: false,
  failure: { code, ...(reason === undefined ? {} : { detail: { reason } }) },
});
