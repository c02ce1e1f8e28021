import { generateKeyPairSync, randomBytes, randomUUID, sign, type KeyObject } from 'node:crypto';
import type { AxiosAdapter, InternalAxiosRequestConfig } from 'axios';
import { CENTRAL_DOOR, type CentralCall, type OperationResult } from '../../shared/contract/central.ts';
import type { CentralRow } from '../../shared/contract/central-row.ts';
import { CONTRACT_VERSION } from '../../shared/contract/version.ts';
import type { SessionAccount } from '../../shared/domain/account/account.ts';
import { unreadyFor } from '../../shared/domain/account/readiness.ts';
import { canonicalJson } from '../../shared/domain/canonical/canonical-json.ts';
import { maySee } from '../../shared/domain/case/allowed-actions.ts';
import { fold } from '../../shared/domain/case/apply.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { judge } from '../../shared/domain/case/judge.ts';
import { Operation, type Commit, type LogEntry } from '../../shared/domain/case/operation.ts';
import { taipeiDate } from '../../shared/domain/calendar/taipei.ts';
import type { StudentFacts } from '../../shared/domain/student/student.ts';
import { FAILURES, type Failure } from '../../shared/failure.ts';
import { REGIMES } from '../../shared/regime/regimes.ts';

/** What comes over the wire in place of the service's own answer. */
export interface WireAnswer {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
/** Undefined lets the request through; `offline` is nobody there; `lost` is done but not answered. */
export type Wire = (
  call: CentralCall,
  body: Readonly<Record<string, unknown>>,
) => WireAnswer | 'offline' | 'lost' | undefined;

/** A service in memory that judges by the shared rules: the plain model of central for tests of the core. */
export interface ModelService {
  readonly transport: AxiosAdapter;
  /** Every request by name, also those that the wire swallowed. */
  readonly calls: CentralCall[];
  /** Operation ids of each submission that arrived. */
  readonly batches: string[][];
  /** What the network does; tests put theirs. */
  wire: Wire;
  /** How far the service's clock is ahead of `now`, milliseconds. */
  skew: number;
  epoch: string;
  readonly log: LogEntry[];
  /** Students that the register knows, by number. */
  readonly register: Map<string, StudentFacts>;
  password: string;
  account: SessionAccount;
  /** The six digits of the second step; null lets the password alone in. */
  code: string | null;
  readonly receiptKey: string;
  /** What it gives at each sign-in, 32 bytes in base64. */
  recoveryKey: string;
  /** Which cases the feed shows, and the name of that. */
  scope: string;
  sees: (caseId: string) => boolean;
  /** Answers of calls that this model does not know, or instead of its own; else NOT_FOUND. */
  readonly answers: Map<CentralCall, (body: Readonly<Record<string, unknown>>) => unknown>;
  /** Somebody else acts: committed at once, without judgement. */
  commit(operation: Operation): Commit;
  /** Ends all sessions: tokens are worth nothing any more; `revoked` when somebody wanted it so. */
  signEverybodyOut(reason?: 'revoked'): void;
  /** A backup is put back: the log ends after so many lines, in a new epoch. */
  restore(lines: number): void;
  caseOf(caseId: string): Case | null;
  /** Answers about one operation that the service gives instead of judging it. */
  readonly fates: Map<string, (operation: Operation) => OperationResult>;
}

const ACCESS_SECONDS = 600;

class NetworkError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export function aModelService(now: () => number, account: SessionAccount): ModelService {
  const keys = generateKeyPairSync('ed25519');
  const fates: ModelService['fates'] = new Map();
  const remembered = new Map<string, { sha: string; result: OperationResult }>();
  const access = new Map<string, number>();
  const refresh = new Set<string>();
  const challenges = new Set<string>();
  let numbers = 0;
  let ended: 'revoked' | undefined;

  const service: ModelService = {
    transport: (config) => answer(config),
    calls: [],
    batches: [],
    wire: () => undefined,
    skew: 0,
    epoch: randomUUID(),
    log: [],
    register: new Map(),
    password: 'Correct-Horse-1',
    account,
    code: null,
    recoveryKey: randomBytes(32).toString('base64'),
    scope: 'all',
    sees: () => true,
    answers: new Map(),
    receiptKey: keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    commit: (operation) => commit(operation),
    signEverybodyOut: (reason) => {
      access.clear();
      refresh.clear();
      ended = reason;
    },
    restore: (lines) => {
      service.log.length = lines;
      service.epoch = randomUUID();
      remembered.clear();
      for (const { operation, commit: done } of service.log)
        if (done !== null) remember(operation, { opId: operation.opId, ...committedResult(operation, done) });
    },
    caseOf: (caseId) => {
      const lines = service.log.filter(({ operation }) => operation.caseId === caseId);
      const regime = lines.map(({ operation: { payload } }) =>
        'regime' in payload ? payload.regime : null,
      )[0];
      return regime == null ? null : fold(REGIMES[regime], lines);
    },
    fates,
  };

  const clock = () => now() + service.skew;
  const iso = () => new Date(clock()).toISOString();

  function commit(operation: Operation): Commit {
    const first = service.caseOf(operation.caseId) === null;
    if (first) numbers += 1;
    const done: Commit = {
      seq: service.log.length + 1,
      at: iso(),
      caseNumber: first ? `26112100${String(numbers).padStart(2, '0')}-01` : null,
      student: 'student' in operation.payload ? registered(operation.payload.student) : null,
    };
    service.log.push({ operation, commit: done });
    remember(operation, { opId: operation.opId, ...committedResult(operation, done) });
    return done;
  }

  const registered = (student: StudentFacts): StudentFacts | null =>
    service.register.get(student.identityNumber) ?? null;

  const remember = (operation: Operation, result: OperationResult) =>
    remembered.set(operation.opId, { sha: operation.payloadSha256, result });

  const committedResult = (operation: Operation, result: Commit) => ({
    status: 'committed' as const,
    receipt: signed(keys.privateKey, {
      opId: operation.opId,
      commitSeq: result.seq,
      serverEpoch: service.epoch,
      payloadSha256: operation.payloadSha256,
      result,
    }),
  });

  function submitOne(raw: unknown): OperationResult {
    const operation = Operation.parse(raw);
    const { opId } = operation;
    const fate = fates.get(opId);
    if (fate !== undefined) return fate(operation);
    const before = remembered.get(opId);
    if (before !== undefined)
      return before.sha === operation.payloadSha256
        ? before.result
        : { opId, status: 'refused', failure: { code: 'OP_ID_REUSED' } };
    if (operation.prevOpId !== null && !isCommitted(operation.prevOpId))
      return { opId, status: 'retry', failure: { code: 'GAP' } };
    const failure = judgeHere(operation);
    if (failure !== null) {
      const result = { opId, status: 'refused' as const, failure };
      remember(operation, result);
      return result;
    }
    return { opId, ...committedResult(operation, commit(operation)) };
  }

  const isCommitted = (opId: string) => service.log.some(({ operation }) => operation.opId === opId);

  function judgeHere(operation: Operation): Failure | null {
    const before = service.caseOf(operation.caseId);
    const id = before?.regime ?? ('regime' in operation.payload ? operation.payload.regime : null);
    if (id === null) return { code: 'NOT_FOUND' };
    const regime = REGIMES[id];
    if (before !== null && !maySee(regime, before, operation.actor)) return { code: 'NOT_FOUND' };
    const revision = before?.revision ?? 0;
    if (regime.actions[operation.kind]?.onContent === true && revision !== operation.baseRevision)
      return { code: 'CONFLICT', detail: { revision } };
    return judge(regime, before, operation, { today: taipeiDate(clock()), now: iso() });
  }

  function issue() {
    const tokens = {
      accessToken: randomUUID(),
      refreshToken: randomUUID(),
      expiresIn: ACCESS_SECONDS,
    };
    access.set(tokens.accessToken, clock() + ACCESS_SECONDS * 1000);
    refresh.add(tokens.refreshToken);
    return tokens;
  }

  type Served = (body: Readonly<Record<string, unknown>>) => unknown;
  const failed = (failure: Failure) => ({ failure });
  const opened = () => {
    const { epoch, receiptKey, recoveryKey, account: described } = service;
    return { tokens: issue(), account: described, epoch, now: iso(), receiptKey, recoveryKey };
  };
  const describe = (over: Partial<SessionAccount>): SessionAccount => {
    service.account = { ...service.account, ...over };
    return service.account;
  };
  const served: Readonly<Partial<Record<CentralCall, Served>>> = {
    'health.get': () => ({
      service: 'xuelu-central',
      status: 'ok',
      contractVersion: CONTRACT_VERSION,
      epoch: service.epoch,
      now: iso(),
    }),
    'captcha.create': () => ({ captchaId: randomUUID(), imagePngBase64: 'iVBORw0KGgo=', expiresIn: 300 }),
    'session.create': ({ account: name, password, captchaAnswer }) => {
      if (captchaAnswer !== 'ABC123') return failed({ code: 'WRONG_CAPTCHA' });
      if (name !== service.account.account || password !== service.password)
        return failed({ code: 'WRONG_CREDENTIALS' });
      if (service.code === null) return opened();
      const challengeId = randomUUID();
      challenges.add(challengeId);
      return failed({ code: 'SECOND_FACTOR', detail: { challengeId } });
    },
    'session.confirm': ({ challengeId, code }) => {
      if (!challenges.has(String(challengeId))) return failed({ code: 'SIGNED_OUT' });
      if (code !== service.code) return failed({ code: 'WRONG_CODE' });
      challenges.delete(String(challengeId));
      return opened();
    },
    'profile.get': () => service.account,
    'password.change': ({ current, next }) => {
      if (current !== service.password) return failed({ code: 'WRONG_CREDENTIALS' });
      service.password = String(next);
      return describe({ passwordSetAt: iso() });
    },
    'totp.enable': ({ code }) => {
      service.code = String(code);
      return describe({ secondFactor: 'on' });
    },
    'totp.disable': () => {
      service.code = null;
      return describe({ secondFactor: 'off' });
    },
    'session.refresh': ({ refreshToken }) =>
      refresh.delete(String(refreshToken))
        ? { tokens: issue(), account: service.account }
        : failed({ code: 'SIGNED_OUT', ...(ended === undefined ? {} : { detail: { reason: ended } }) }),
    'session.end': () => {
      access.clear();
      refresh.clear();
      return {};
    },
    'student.lookup': ({ identityNumber }) => {
      const student = service.register.get(String(identityNumber)) ?? null;
      return { student, elsewhere: false, adult: false, openCase: null };
    },
    'operation.submit': ({ operations }) => {
      const list = operations as readonly unknown[];
      service.batches.push(list.map((one) => (one as Operation).opId));
      return { results: list.map(submitOne) };
    },
    'change.list': ({ after, limit }) => {
      const rest = service.log.filter(
        ({ operation, commit: done }) => (done?.seq ?? 0) > Number(after) && service.sees(operation.caseId),
      );
      const changes = rest.slice(0, Number(limit));
      const more = rest.length > changes.length;
      const last = changes.at(-1)?.commit?.seq ?? Number(after);
      return {
        epoch: service.epoch,
        scope: service.scope,
        changes,
        cursor: more ? last : Math.max(Number(after), service.log.length),
        more,
      };
    },
  };

  async function answer(config: InternalAxiosRequestConfig) {
    const call = callOf(config);
    const body = (
      config.method?.toUpperCase() === 'GET' ? (config.params ?? {}) : JSON.parse(String(config.data))
    ) as Readonly<Record<string, unknown>>;
    service.calls.push(call);
    await Promise.resolve();
    const wired = service.wire(call, body);
    if (wired === 'offline') throw new NetworkError('ECONNREFUSED');
    if (wired !== undefined && wired !== 'lost') return response(config, wired);
    const own = respond(call, body, config);
    if (wired === 'lost') throw new NetworkError('ECONNRESET');
    return response(config, own);
  }

  function respond(
    call: CentralCall,
    body: Readonly<Record<string, unknown>>,
    config: InternalAxiosRequestConfig,
  ): WireAnswer {
    const token = /^Bearer (.+)$/.exec(String(config.headers.get('authorization') ?? ''))?.[1] ?? '';
    const refusal = refusalOf(CENTRAL_DOOR[call], token);
    const serve: Served = service.answers.get(call) ?? served[call] ?? (() => failed({ code: 'NOT_FOUND' }));
    const value = refusal === null ? serve(body) : failed(refusal);
    const failure = (value as { failure?: Failure }).failure;
    return {
      status: failure === undefined ? 200 : FAILURES[failure.code].status,
      body: JSON.stringify(value),
    };
  }

  function refusalOf({ access: kind, when }: CentralRow, token: string): Failure | null {
    if (kind === 'public') return null;
    if ((access.get(token) ?? 0) <= clock()) return { code: 'SIGNED_OUT' };
    const unready = when === 'always' ? null : unreadyFor(service.account, clock());
    return unready === null ? null : { code: unready };
  }

  return service;
}

const callOf = (config: InternalAxiosRequestConfig): CentralCall => {
  const found = (Object.keys(CENTRAL_DOOR) as CentralCall[]).find(
    (name) =>
      CENTRAL_DOOR[name].path === config.url && CENTRAL_DOOR[name].method === config.method?.toUpperCase(),
  );
  if (found === undefined) throw new RangeError(`no such call: ${config.method} ${config.url}`);
  return found;
};

const response = (config: InternalAxiosRequestConfig, wired: WireAnswer) => ({
  data: wired.body ?? '',
  status: wired.status ?? 200,
  statusText: '',
  headers: { 'content-type': wired.type ?? 'application/json; charset=utf-8', ...wired.headers },
  config,
});

const signed = <T extends object>(key: KeyObject, receipt: T): T & { signature: string } => ({
  ...receipt,
  signature: sign(null, Buffer.from(canonicalJson(receipt)), key).toString('base64'),
});
