import { z } from 'zod';

/** Everything a person can do to a case, in both regimes. Label: `action.<code>`. */
export const ACTIONS = [
  'save',
  'submit',
  'saveTracking',
  'sendTracking',
  'deleteTracking',
  'report',
  'sendBack',
  'void',
  'find',
  'loseAgain',
  'acceptReturn',
  'confirmReturn',
  'close',
] as const;
export const Action = z.enum(ACTIONS);
export type Action = z.infer<typeof Action>;

/** Acts that carry the whole content of a filing. */
export type FilingAction = 'save' | 'submit';
/** Acts on one tracking record 追蹤紀錄. */
export type TrackingAction = 'saveTracking' | 'sendTracking' | 'deleteTracking';
/** Acts that move the case and carry one small form. */
export type CaseAct = Exclude<Action, FilingAction | TrackingAction>;

/** Why a button is locked, in words `lock.<code>`; the first that fails is named [A:1294–1296]. */
export const LOCK_REASONS = [
  'NOT_IN_REGIME',
  'WRONG_ROLE',
  'NOT_OWN_CASE',
  'OTHER_OFFICE',
  'NO_CASE_YET',
  'NOT_SUBMITTED',
  'NO_SENT_TRACKING',
  'NO_CLOSE_SUGGESTION',
  'SENT_BACK_FIRST',
  'NOT_REPORTED',
  'ALREADY_REPORTED',
  'REPORTED_NEEDS_LETTER',
  'NOT_FOUND_YET',
  'NOT_RETURNING',
  'NOT_RETURNED',
  'CASE_ENDED',
  'WRONG_STATE',
  'ADULT',
  'RECORD_NOT_YOURS',
  'RECORD_MISSING',
] as const;
export type LockReason = (typeof LOCK_REASONS)[number];

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly reason: LockReason };
export type Verdicts = Readonly<Record<Action, Verdict>>;
