import type { Action, LockReason } from '../../domain/case/action.ts';
import type { Role } from '../../domain/account/role.ts';
import type { ActionRow, From, Grant } from '../regime.ts';
import {
  COMPULSORY_ACCEPT_RETURN,
  COMPULSORY_CLOSE,
  COMPULSORY_CONFIRM_RETURN,
  COMPULSORY_FILING,
  COMPULSORY_FIND,
  COMPULSORY_LOSE_AGAIN,
  COMPULSORY_REPORT,
  COMPULSORY_TRACKING,
  COMPULSORY_VOID,
} from './forms.ts';

const OFFICES: readonly Role[] = ['B_REGISTRAR', 'B_DISCIPLINE', 'B_GUIDANCE'];

const FILERS: readonly Grant[] = [
  { roles: ['B_REGISTRAR', 'B_DISCIPLINE'], relation: 'school' },
  { roles: ['B_HOMEROOM'], relation: 'own' },
];
const TRACKERS: readonly Grant[] = [
  { roles: OFFICES, relation: 'school' },
  { roles: ['B_HOMEROOM'], relation: 'own' },
];
/** 第一類 by 生教組, 第二至四類 by 註冊組 [B:156, 157]. */
const OFFICE_IN_CHARGE: readonly Grant[] = [
  { roles: ['B_DISCIPLINE'], relation: 'school', categories: ['CLASS1'] },
  { roles: ['B_REGISTRAR'], relation: 'school', categories: ['CLASS2', 'CLASS3', 'CLASS4'] },
];
const DISCIPLINE: readonly Grant[] = [{ roles: ['B_DISCIPLINE'], relation: 'school' }];

const ENDED = { CLOSED: 'CASE_ENDED', VOIDED: 'CASE_ENDED', NONE: 'NO_CASE_YET' } as const;
const BEFORE_REPORT = { DRAFT: 'NOT_REPORTED', SLIP: 'NOT_REPORTED' } as const;
const AFTER_REPORT = {
  DROPOUT: 'ALREADY_REPORTED',
  FOUND: 'ALREADY_REPORTED',
  RETURNING: 'ALREADY_REPORTED',
  RETURNED: 'ALREADY_REPORTED',
} as const satisfies Partial<Record<From, LockReason>>;

const plain = { refusesAdults: false, onContent: false, stamps: [] } as const;

const trackingMoves = {
  SLIP: 'SLIP',
  DROPOUT: 'DROPOUT',
  FOUND: 'FOUND',
  RETURNING: 'RETURNING',
  RETURNED: 'RETURNED',
} as const;
const trackingRow = {
  ...plain,
  moves: trackingMoves,
  grants: TRACKERS,
  lockedIn: { ...ENDED, DRAFT: 'NOT_SUBMITTED' },
  form: COMPULSORY_TRACKING,
} as const;

/** B1–B8 of domain §2.2, as far as one case needs them. */
export const COMPULSORY_ACTIONS = {
  save: {
    ...plain,
    moves: { NONE: 'DRAFT', DRAFT: 'DRAFT' },
    grants: FILERS,
    lockedIn: { ...AFTER_REPORT, CLOSED: 'CASE_ENDED', VOIDED: 'CASE_ENDED' },
    onContent: true,
    form: COMPULSORY_FILING,
  },
  submit: {
    ...plain,
    moves: { NONE: 'SLIP', DRAFT: 'SLIP', SLIP: 'SLIP' },
    grants: FILERS,
    lockedIn: { ...AFTER_REPORT, CLOSED: 'CASE_ENDED', VOIDED: 'CASE_ENDED' },
    onContent: true,
    form: COMPULSORY_FILING,
  },
  saveTracking: trackingRow,
  sendTracking: trackingRow,
  deleteTracking: trackingRow,
  report: {
    ...plain,
    moves: { SLIP: 'DROPOUT' },
    grants: OFFICE_IN_CHARGE,
    lockedIn: { ...ENDED, ...AFTER_REPORT, DRAFT: 'NOT_SUBMITTED' },
    onContent: true,
    stamps: ['reportedAt'],
    form: COMPULSORY_REPORT,
  },
  sendBack: null,
  void: {
    ...plain,
    moves: { DRAFT: 'VOIDED', SLIP: 'VOIDED' },
    grants: OFFICE_IN_CHARGE,
    lockedIn: {
      ...ENDED,
      DROPOUT: 'REPORTED_NEEDS_LETTER',
      FOUND: 'REPORTED_NEEDS_LETTER',
      RETURNING: 'REPORTED_NEEDS_LETTER',
      RETURNED: 'REPORTED_NEEDS_LETTER',
    },
    form: COMPULSORY_VOID,
  },
  find: {
    ...plain,
    moves: { DROPOUT: 'FOUND' },
    grants: DISCIPLINE,
    lockedIn: { ...ENDED, ...BEFORE_REPORT },
    form: COMPULSORY_FIND,
  },
  loseAgain: {
    ...plain,
    moves: { FOUND: 'DROPOUT' },
    grants: DISCIPLINE,
    lockedIn: { ...ENDED, ...BEFORE_REPORT, DROPOUT: 'NOT_FOUND_YET' },
    form: COMPULSORY_LOSE_AGAIN,
  },
  acceptReturn: {
    ...plain,
    moves: { DROPOUT: 'RETURNING', FOUND: 'RETURNING' },
    grants: [{ roles: OFFICES, relation: 'school' }],
    lockedIn: { ...ENDED, ...BEFORE_REPORT },
    form: COMPULSORY_ACCEPT_RETURN,
  },
  confirmReturn: {
    ...plain,
    moves: { RETURNING: 'RETURNED' },
    grants: [{ roles: ['B_REGISTRAR'], relation: 'school' }],
    lockedIn: { ...ENDED, ...BEFORE_REPORT, DROPOUT: 'NOT_RETURNING', FOUND: 'NOT_RETURNING' },
    form: COMPULSORY_CONFIRM_RETURN,
  },
  close: {
    ...plain,
    moves: { RETURNED: 'CLOSED' },
    grants: [{ roles: ['B_GUIDANCE'], relation: 'school' }],
    lockedIn: {
      ...ENDED,
      ...BEFORE_REPORT,
      DROPOUT: 'NOT_RETURNED',
      FOUND: 'NOT_RETURNED',
      RETURNING: 'NOT_RETURNED',
    },
    stamps: ['closedAt'],
    form: COMPULSORY_CLOSE,
  },
} as const satisfies Record<Action, ActionRow | null>;
