import type { Action, LockReason } from '../../domain/case/action.ts';
import type { ActionRow, From, Grant } from '../regime.ts';
import { CLOSE_FORM, REPORT_FORM, SEND_BACK_FORM, VOID_FORM } from './act-forms.ts';
import { SENIOR_HIGH_FILING } from './filing-form.ts';
import { SENIOR_HIGH_TRACKING } from './tracking-form.ts';

const FILERS: readonly Grant[] = [
  { roles: ['PRIMARY'], relation: 'school' },
  { roles: ['HOMEROOM'], relation: 'own' },
];
const TRACKERS: readonly Grant[] = [
  { roles: ['PRIMARY', 'COUNSELOR'], relation: 'school' },
  { roles: ['HOMEROOM'], relation: 'own' },
];
/** 通報 and 結案 are the primary reporter's alone [A:31]. */
const PRIMARY: readonly Grant[] = [{ roles: ['PRIMARY'], relation: 'school' }];

const ENDED = { CLOSED: 'CASE_ENDED', VOIDED: 'CASE_ENDED' } as const satisfies Partial<
  Record<From, LockReason>
>;
const REPORTED = { TRACKING: 'ALREADY_REPORTED', PENDING_CLOSE: 'ALREADY_REPORTED' } as const;
const UNREPORTED = { DRAFT: 'NOT_SUBMITTED', SENT_BACK: 'SENT_BACK_FIRST' } as const;

const plain = { refusesAdults: false, onContent: false, stamps: [] } as const;

/** Tracking leaves the case where it is; what follows from it is in the automatic moves. */
const trackingMoves = {
  FILED: 'FILED',
  PENDING_REPORT: 'PENDING_REPORT',
  SENT_BACK: 'SENT_BACK',
  TRACKING: 'TRACKING',
  PENDING_CLOSE: 'PENDING_CLOSE',
} as const;

/** Who may do what, from which state to which (domain §1.3, §1.6 T1–T8). */
export const SENIOR_HIGH_ACTIONS = {
  save: {
    ...plain,
    moves: { NONE: 'DRAFT', DRAFT: 'DRAFT', SENT_BACK: 'SENT_BACK' },
    grants: FILERS,
    lockedIn: { ...ENDED, ...REPORTED },
    refusesAdults: true,
    onContent: true,
    form: SENIOR_HIGH_FILING,
  },
  submit: {
    ...plain,
    moves: {
      NONE: 'FILED',
      DRAFT: 'FILED',
      SENT_BACK: 'FILED',
      FILED: 'FILED',
      PENDING_REPORT: 'PENDING_REPORT',
    },
    grants: FILERS,
    lockedIn: { ...ENDED, ...REPORTED },
    refusesAdults: true,
    onContent: true,
    form: SENIOR_HIGH_FILING,
  },
  saveTracking: {
    ...plain,
    moves: trackingMoves,
    grants: TRACKERS,
    lockedIn: { ...ENDED, DRAFT: 'NOT_SUBMITTED', NONE: 'NO_CASE_YET' },
    form: SENIOR_HIGH_TRACKING,
  },
  sendTracking: {
    ...plain,
    moves: trackingMoves,
    grants: TRACKERS,
    lockedIn: { ...ENDED, DRAFT: 'NOT_SUBMITTED', NONE: 'NO_CASE_YET' },
    form: SENIOR_HIGH_TRACKING,
  },
  deleteTracking: {
    ...plain,
    moves: trackingMoves,
    grants: TRACKERS,
    lockedIn: { ...ENDED, DRAFT: 'NOT_SUBMITTED', NONE: 'NO_CASE_YET' },
    form: SENIOR_HIGH_TRACKING,
  },
  report: {
    ...plain,
    moves: { PENDING_REPORT: 'TRACKING' },
    grants: PRIMARY,
    lockedIn: { ...ENDED, ...REPORTED, ...UNREPORTED, FILED: 'NO_SENT_TRACKING', NONE: 'NO_CASE_YET' },
    refusesAdults: true,
    onContent: true,
    stamps: ['reportedAt'],
    form: REPORT_FORM,
  },
  sendBack: {
    ...plain,
    moves: { FILED: 'SENT_BACK', PENDING_REPORT: 'SENT_BACK' },
    grants: PRIMARY,
    lockedIn: { ...ENDED, ...REPORTED, ...UNREPORTED, NONE: 'NO_CASE_YET' },
    onContent: true,
    form: SEND_BACK_FORM,
  },
  void: {
    ...plain,
    moves: { DRAFT: 'VOIDED', FILED: 'VOIDED', PENDING_REPORT: 'VOIDED', SENT_BACK: 'VOIDED' },
    grants: PRIMARY,
    lockedIn: {
      ...ENDED,
      TRACKING: 'REPORTED_NEEDS_LETTER',
      PENDING_CLOSE: 'REPORTED_NEEDS_LETTER',
      NONE: 'NO_CASE_YET',
    },
    form: VOID_FORM,
  },
  close: {
    ...plain,
    moves: { PENDING_CLOSE: 'CLOSED' },
    grants: PRIMARY,
    lockedIn: {
      ...ENDED,
      TRACKING: 'NO_CLOSE_SUGGESTION',
      DRAFT: 'NOT_REPORTED',
      FILED: 'NOT_REPORTED',
      PENDING_REPORT: 'NOT_REPORTED',
      SENT_BACK: 'NOT_REPORTED',
      NONE: 'NO_CASE_YET',
    },
    stamps: ['closedAt'],
    form: CLOSE_FORM,
  },
  find: null,
  loseAgain: null,
  acceptReturn: null,
  confirmReturn: null,
} as const satisfies Record<Action, ActionRow | null>;
