import { z } from 'zod';

/** When the synchroniser may send the same thing again without a person doing anything. */
export type Retry = 'never' | 'later' | 'afterSignIn';

interface FailureRow {
  /** HTTP status that central answers with; the desktop's own doors carry the code alone. */
  readonly status: number;
  readonly retry: Retry;
}

/**
 * Everything that can go wrong, once. A code is what crosses doors; the sentence for it is
 * `failure.<code>` in shared/text. Synchronisation acts on `retry`, never on text.
 */
export const FAILURES = {
  // input
  INVALID_INPUT: { status: 400, retry: 'never' },
  FORM_INVALID: { status: 422, retry: 'never' },
  SCHEMA_UNSUPPORTED: { status: 426, retry: 'never' },
  PAYLOAD_TOO_LARGE: { status: 413, retry: 'never' },
  // who
  SIGNED_OUT: { status: 401, retry: 'afterSignIn' },
  WRONG_CREDENTIALS: { status: 401, retry: 'never' },
  WRONG_CAPTCHA: { status: 401, retry: 'never' },
  LOCKED_OUT: { status: 429, retry: 'never' },
  ACCOUNT_DISABLED: { status: 403, retry: 'never' },
  FORBIDDEN: { status: 403, retry: 'never' },
  REVOKED: { status: 403, retry: 'never' },
  NOT_FOUND: { status: 404, retry: 'never' },
  SECOND_FACTOR: { status: 401, retry: 'never' },
  WRONG_CODE: { status: 401, retry: 'never' },
  // the account is let in, but has something to do before any work
  PASSWORD_EXPIRED: { status: 403, retry: 'afterSignIn' },
  SECOND_FACTOR_MISSING: { status: 403, retry: 'afterSignIn' },
  // accounts and requests
  PRIMARY_EXISTS: { status: 409, retry: 'never' },
  ACCOUNT_TAKEN: { status: 409, retry: 'never' },
  ALREADY_DECIDED: { status: 409, retry: 'never' },
  REQUEST_PENDING: { status: 409, retry: 'never' },
  FILE_REFUSED: { status: 422, retry: 'never' },
  // rules of the case
  NOT_ALLOWED: { status: 409, retry: 'never' },
  REASON_NOT_ALLOWED: { status: 422, retry: 'never' },
  CATEGORY_FIXED: { status: 409, retry: 'never' },
  ADULT: { status: 409, retry: 'never' },
  DUPLICATE_CASE: { status: 409, retry: 'never' },
  STUDENT_NOT_IN_REGISTER: { status: 409, retry: 'never' },
  STUDENT_ELSEWHERE: { status: 409, retry: 'never' },
  ENROLMENT_MISMATCH: { status: 409, retry: 'never' },
  REGISTER_DIFFERS: { status: 409, retry: 'never' },
  // synchronisation
  OP_ID_REUSED: { status: 422, retry: 'never' },
  CONFLICT: { status: 409, retry: 'never' },
  GAP: { status: 409, retry: 'later' },
  EPOCH_CHANGED: { status: 409, retry: 'later' },
  // machines
  OFFLINE: { status: 503, retry: 'later' },
  INTERCEPTED: { status: 502, retry: 'later' },
  UNAVAILABLE: { status: 503, retry: 'later' },
  RATE_LIMITED: { status: 429, retry: 'later' },
  UNEXPECTED: { status: 500, retry: 'later' },
  // this computer
  NO_KEY_STORE: { status: 500, retry: 'never' },
  VAULT_LOCKED: { status: 500, retry: 'never' },
  VAULT_NEWER: { status: 500, retry: 'never' },
  VAULT_DAMAGED: { status: 500, retry: 'never' },
  VAULT_BUSY: { status: 500, retry: 'later' },
  DISK_FULL: { status: 507, retry: 'later' },
  CENTRAL_UNKNOWN: { status: 500, retry: 'never' },
  NOT_CENTRAL: { status: 502, retry: 'never' },
  OFFLINE_FIRST_SIGN_IN: { status: 503, retry: 'never' },
  PRINT_FAILED: { status: 500, retry: 'never' },
} as const satisfies Record<string, FailureRow>;

export type FailureCode = keyof typeof FAILURES;

const codes = Object.keys(FAILURES) as [FailureCode, ...FailureCode[]];

/** One wrong answer in a form: `path` is the field id, `code` a check's code (text `check.<code>`). */
export const FieldFailure = z.object({
  path: z.string(),
  code: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type FieldFailure = z.infer<typeof FieldFailure>;

/**
 * A failure as it crosses every door: data, never an Error object. `detail` fills the blanks of the
 * sentence; `fields` names what is wrong in a form; `reportId` stands with UNEXPECTED.
 */
export const Failure = z.object({
  code: z.enum(codes),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  fields: z.array(FieldFailure).optional(),
});
export type Failure = z.infer<typeof Failure>;

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (
  code: FailureCode,
  detail?: Failure['detail'],
  fields?: FieldFailure[],
): Result<never> => ({
  ok: false,
  failure: { code, ...(detail ? { detail } : {}), ...(fields ? { fields } : {}) },
});
