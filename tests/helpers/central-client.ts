import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { DEMO_ACCOUNTS } from '../../central/demo/demo-accounts.ts';
import {
  CENTRAL_DOOR,
  type CentralCall,
  type CentralDoor,
  type OperationResult,
  type Tokens,
} from '../../shared/contract/central.ts';
import { CONTRACT_HEADER, CONTRACT_VERSION } from '../../shared/contract/version.ts';
import type { Actor, SessionAccount } from '../../shared/domain/account/account.ts';
import type { Action } from '../../shared/domain/case/action.ts';
import type { LogEntry, Operation } from '../../shared/domain/case/operation.ts';
import type { FailureCode } from '../../shared/failure.ts';
import { anOperation, nextId, type OperationOf, type OperationParts } from './case-builders.ts';

/** An answer as it came over HTTP. */
export interface HttpAnswer<T = unknown> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: T & { readonly failure?: { readonly code: FailureCode; readonly detail?: object } };
}

export interface HttpParts {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks one row of the door with any input at all. */
export async function askCentral<K extends CentralCall>(
  app: FastifyInstance,
  name: K,
  input: unknown,
  parts: HttpParts = {},
): Promise<HttpAnswer<z.output<CentralDoor[K]['output']>>> {
  const { method, path } = CENTRAL_DOOR[name];
  const answer = await app.inject({
    method,
    url: path,
    ...(method === 'GET' ? { query: input as Record<string, string> } : { payload: input as object }),
    headers: {
      [CONTRACT_HEADER]: String(CONTRACT_VERSION),
      ...(parts.token === undefined ? {} : { authorization: `Bearer ${parts.token}` }),
      ...parts.headers,
    },
  });
  const { statusCode: status, headers, payload: text } = answer;
  return { status, headers, text, body: text === '' ? {} : JSON.parse(text) };
}

export interface SignInParts {
  readonly password?: string;
  readonly deviceId?: string;
}

interface Door {
  readonly app: FastifyInstance;
  readonly captchaAnswer: (captchaId: string) => string;
}

/** The whole sign-in over HTTP, whatever comes of it. */
export async function trySignIn(door: Door, account: string, parts: SignInParts = {}) {
  const captcha = await askCentral(door.app, 'captcha.create', {});
  const { captchaId } = captcha.body;
  const known = DEMO_ACCOUNTS.find((row) => row.account === account);
  return askCentral(door.app, 'session.create', {
    account,
    password: parts.password ?? known?.password ?? 'no such account',
    captchaId,
    captchaAnswer: door.captchaAnswer(captchaId),
    deviceId: parts.deviceId ?? randomUUID(),
    deviceName: 'test',
  });
}

/** A signed-in account on its device: keeps the order of its operations as a desktop would. */
export interface CentralClient {
  readonly account: SessionAccount;
  readonly actor: Actor;
  readonly deviceId: string;
  readonly tokens: Tokens;
  readonly ask: <K extends CentralCall>(
    name: K,
    input: unknown,
  ) => Promise<HttpAnswer<z.output<CentralDoor[K]['output']>>>;
  /** A new operation in this account's name, with its place in the order of the device. */
  readonly operation: <K extends Action>(kind: K, parts?: OperationParts) => OperationOf<K>;
  /** Sends operations together and gives their fates. */
  readonly submit: (...operations: readonly unknown[]) => Promise<OperationResult[]>;
  /** Makes an operation and sends it alone. */
  readonly act: (kind: Action, parts?: OperationParts) => Promise<OperationResult>;
  /** The whole feed from a cursor on. */
  readonly changes: (after?: number) => Promise<LogEntry[]>;
}

/** Signs in and throws when the service does not let the account in. */
export async function signInAt(door: Door, account: string, parts: SignInParts = {}): Promise<CentralClient> {
  const deviceId = parts.deviceId ?? randomUUID();
  const answer = await trySignIn(door, account, { ...parts, deviceId });
  if (answer.status !== 200) throw new Error(`sign-in of ${account}: ${answer.text}`);
  const { account: session, tokens } = answer.body;
  return makeClient(door.app, session, deviceId, tokens);
}

function makeClient(
  app: FastifyInstance,
  account: SessionAccount,
  deviceId: string,
  tokens: Tokens,
): CentralClient {
  const { accountId, name, roles } = account;
  const actor: Actor = { accountId, name, roles, schoolId: account.school?.id ?? nextId() };
  const previous = new Map<string, string>();
  let deviceSeq = 0;
  const ask: CentralClient['ask'] = (call, input) =>
    askCentral(app, call, input, { token: tokens.accessToken });
  const operation: CentralClient['operation'] = (kind, parts = {}) =>
    anOperation(kind, {
      actor,
      deviceId,
      deviceSeq: (deviceSeq += 1),
      prevOpId: previous.get(parts.caseId ?? '') ?? null,
      ...parts,
    });
  const remember = (results: readonly OperationResult[], operations: readonly unknown[]) =>
    results.forEach(({ status, opId }, index) => {
      if (status === 'committed') previous.set((operations[index] as Operation).caseId, opId);
    });
  const submit: CentralClient['submit'] = async (...operations) => {
    const answer = await ask('operation.submit', { operations });
    if (answer.status !== 200) throw new Error(`operations: ${answer.text}`);
    remember(answer.body.results, operations);
    return answer.body.results;
  };
  return {
    account,
    actor,
    deviceId,
    tokens,
    ask,
    operation,
    submit,
    act: async (kind, parts) => {
      const [result] = await submit(operation(kind, parts));
      if (result === undefined) throw new Error('an operation without its fate');
      return result;
    },
    changes: async (after = 0) => {
      const entries: LogEntry[] = [];
      for (let cursor = after; ;) {
        const { body } = await ask('change.list', { after: cursor, limit: 7 });
        entries.push(...body.changes);
        cursor = body.cursor;
        if (!body.more) return entries;
      }
    },
  };
}
