import { z } from 'zod';
import { SessionAccount } from '../domain/account/account.ts';
import { Commit, LogEntry } from '../domain/case/operation.ts';
import { StudentFacts } from '../domain/student/student.ts';
import { Failure } from '../failure.ts';
import { RegimeId } from '../regime/regime-id.ts';
import { ACCOUNT_ROWS } from './account-rows.ts';
import { at, type CentralRow } from './central-row.ts';

const nothing = z.strictObject({});

const Tokens = z.object({
  /** Opaque; 10 minutes (security §6). */
  accessToken: z.string(),
  /** Single use, rotated at each refresh. */
  refreshToken: z.string(),
  /** Seconds until the access token ends. */
  expiresIn: z.number().int().positive(),
});
export type Tokens = z.infer<typeof Tokens>;

/** Proof that the service has committed an operation; printable, signed with Ed25519 (base64). */
export const Receipt = z.object({
  opId: z.uuid(),
  commitSeq: z.number().int().positive(),
  serverEpoch: z.string(),
  payloadSha256: z.string(),
  result: Commit,
  signature: z.string(),
});
export type Receipt = z.infer<typeof Receipt>;

/** What a sign-in gives. */
const Opened = z.object({
  tokens: Tokens,
  account: SessionAccount,
  epoch: z.string(),
  now: z.iso.datetime(),
  /** Public key of the receipts, base64 SPKI DER. */
  receiptKey: z.string(),
  /**
   * 32 bytes in base64, the same at each sign-in of this account on this device: with the device's own
   * key they open the vault whose password was forgotten or changed elsewhere (security §2).
   */
  recoveryKey: z.string(),
});

/**
 * The fate of one operation: `committed` and `refused` are terminal and remembered by the service;
 * `retry` is neither (GAP, 5xx): the client sends again (I4–I6).
 */
export const OperationResult = z.discriminatedUnion('status', [
  z.object({ opId: z.string(), status: z.literal('committed'), receipt: Receipt }),
  z.object({ opId: z.string(), status: z.literal('refused'), failure: Failure }),
  z.object({ opId: z.string(), status: z.literal('retry'), failure: Failure }),
]);
export type OperationResult = z.infer<typeof OperationResult>;

/** All calls of the central reporting service. Fastify routes and the OpenAPI document come from this table. */
export const CENTRAL_DOOR = {
  'health.get': at(
    'GET',
    '/healthz',
    'public',
    nothing,
    z.object({
      service: z.literal('xuelu-central'),
      status: z.literal('ok'),
      contractVersion: z.number().int(),
      epoch: z.string(),
      /** The service's clock, ISO instant; the desktop flags a skew over five minutes (I8). */
      now: z.iso.datetime(),
    }),
  ),
  /** 驗證碼: six letters and digits as a PNG image; one use [A:321]. */
  'captcha.create': at(
    'POST',
    '/v1/captchas',
    'public',
    nothing,
    z.object({ captchaId: z.uuid(), imagePngBase64: z.string(), expiresIn: z.number().int() }),
  ),
  /** 登入; SECOND_FACTOR {challengeId} when the account has a second step. */
  'session.create': at(
    'POST',
    '/v1/sessions',
    'public',
    z.strictObject({
      account: z.string().min(1).max(60),
      password: z.string().min(1).max(256),
      captchaId: z.uuid(),
      captchaAnswer: z.string().max(20),
      deviceId: z.uuid(),
      deviceName: z.string().max(60),
    }),
    Opened,
  ),
  /** The second step where the account has one: the six digits. */
  'session.confirm': at(
    'POST',
    '/v1/sessions/confirm',
    'public',
    z.strictObject({ challengeId: z.uuid(), code: z.string().max(20) }),
    Opened,
  ),
  'session.refresh': at(
    'POST',
    '/v1/sessions/refresh',
    'public',
    z.strictObject({ refreshToken: z.string().max(200) }),
    z.object({ tokens: Tokens, account: SessionAccount }),
  ),
  'session.end': at('POST', '/v1/sessions/end', 'session', nothing, nothing, { when: 'always' }),
  /** 學籍資料勾稽 [A:429]: an identity number in the body, never in an address. */
  'student.lookup': at(
    'POST',
    '/v1/students/lookup',
    'session',
    z.strictObject({ regime: RegimeId, identityNumber: z.string().max(20) }),
    z.object({
      /** Null when the register does not know the number at this school. */
      student: StudentFacts.nullable(),
      /** The student is enrolled at another school. */
      elsewhere: z.boolean(),
      /** 18 years old today by the service's date; filing is refused [A:1273–1277]. */
      adult: z.boolean(),
      /** An open case of this student, shown and stopped (security 7.21). */
      openCase: z
        .object({
          caseId: z.uuid(),
          caseNumber: z.string().nullable(),
          state: z.string(),
          category: z.string(),
        })
        .nullable(),
    }),
  ),
  /** Operations in the order in which they were made; each is judged on its own. */
  'operation.submit': at(
    'POST',
    '/v1/operations',
    'session',
    z.strictObject({ operations: z.array(z.unknown()).min(1).max(100) }),
    z.object({ results: z.array(OperationResult) }),
  ),
  /** The change feed by commitSeq, scoped to what the account may see. */
  'change.list': at(
    'GET',
    '/v1/changes',
    'session',
    z.strictObject({
      after: z.coerce.number().int().nonnegative(),
      limit: z.coerce.number().int().min(1).max(1000).default(500),
    }),
    z.object({
      epoch: z.string(),
      /**
       * What this account may see, in words of the service's own: the feed under another scope is another
       * one, and has to be read from its beginning.
       */
      scope: z.string().max(200),
      changes: z.array(LogEntry),
      /** Continue after this; never goes back within one epoch. */
      cursor: z.number().int().nonnegative(),
      more: z.boolean(),
    }),
  ),
  ...ACCOUNT_ROWS,
} as const satisfies Record<string, CentralRow>;
export type CentralDoor = typeof CENTRAL_DOOR;
export type CentralCall = keyof CentralDoor;
