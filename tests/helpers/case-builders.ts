import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/domain/canonical/canonical-json.ts';
import type { Actor } from '../../shared/domain/account/account.ts';
import type { Role } from '../../shared/domain/account/role.ts';
import type { Action, CaseAct } from '../../shared/domain/case/action.ts';
import { fold } from '../../shared/domain/case/apply.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import type { Clock } from '../../shared/domain/case/judge.ts';
import {
  hashedPart,
  type Commit,
  type LogEntry,
  type Operation,
} from '../../shared/domain/case/operation.ts';
import type { CaseState } from '../../shared/domain/case/state.ts';
import { makeIdentityNumber } from '../../shared/domain/identity/make.ts';
import type { StudentFacts } from '../../shared/domain/student/student.ts';
import type { FormValues } from '../../shared/forms/values.ts';
import type { RegimeId } from '../../shared/regime/regime-id.ts';
import { REGIMES } from '../../shared/regime/regimes.ts';

/** An operation of one kind, with the payload of that kind. */
export type OperationOf<K extends Action> = Extract<Operation, { kind: K }>;

/** Saturday 115/11/21 in Taipei. */
export const TODAY = '2026-11-21';
export const NOW = '2026-11-21T02:30:00.000Z';
export const CLOCK: Clock = { today: TODAY, now: NOW };

/** A fixed UUID, of version 7 in form, for each number. */
export const uuidOf = (n: number): string => `01890000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export const SCHOOL_ID = uuidOf(0xa1);
export const OTHER_SCHOOL_ID = uuidOf(0xa2);
export const CASE_ID = uuidOf(0xc1);
export const DEVICE_ID = uuidOf(0xd1);

let made = 0;
/** A UUID that no other call of this run gave. */
export const nextId = (): string => uuidOf(0x1_0000_0000 + (made += 1));

const NAMES: Readonly<Record<Role, string>> = {
  PRIMARY: '陳主任',
  HOMEROOM: '林小芳',
  COUNSELOR: '吳輔導',
  HEAD: '張主管',
  BUREAU: '許承辦',
  ADMIN: '管理者',
  B_REGISTRAR: '周註冊',
  B_DISCIPLINE: '黃生教',
  B_GUIDANCE: '劉輔導',
  B_HOMEROOM: '李導師',
  B_SUBJECT: '趙老師',
  B_HEAD: '孫校長',
};

/** An account of one role at SCHOOL_ID; the same account for the same role. */
export const anActor = (role: Role = 'PRIMARY', over: Partial<Actor> = {}): Actor => ({
  accountId: uuidOf(0xe0 + Object.keys(NAMES).indexOf(role)),
  name: NAMES[role],
  roles: [role],
  schoolId: SCHOOL_ID,
  ...over,
});

/** 王小明, 16 years old on TODAY, as the register knows him; the number comes from the formula. */
export const aStudent = (over: Partial<StudentFacts> = {}): StudentFacts => ({
  identityNumber: makeIdentityNumber({ letter: 'P', second: '1', serial: 2_345_678 }),
  name: '王小明',
  birthDate: '2010-05-04',
  studentNumber: '1130123',
  sex: 'male',
  schoolSystem: 'GENERAL',
  department: '普通科',
  grade: '2',
  className: '二年三班',
  enrolledOn: '2025-08-30',
  source: 'register',
  asOf: '2026-11-01',
  ...over,
});

/** 王小明 of the second year of a 國中, 14 years old on TODAY. */
export const aYoungStudent = (over: Partial<StudentFacts> = {}): StudentFacts =>
  aStudent({
    birthDate: '2012-05-04',
    schoolSystem: 'JUNIOR_HIGH',
    department: null,
    grade: 'J8',
    className: '八年三班',
    ...over,
  });

const CONTACTS: FormValues = {
  studentPhone: '0912-345-678',
  familyStatus: 'TWO_PARENTS',
  address: '雲林縣斗六市示範路1號',
  guardianName: '王大明',
  guardianRelation: 'FATHER',
  guardianPhone: '05-5345678;0922-333-444',
  contactName: '王大明',
  contactRelation: 'FATHER',
  contactPhone: '05-5345678;0922-333-444',
};

const FILINGS: Readonly<Record<RegimeId, FormValues>> = {
  'senior-high': {
    ...CONTACTS,
    category: 'ABSENCE3',
    leftOn: '2026-11-16',
    status1: ['ORDINARY'],
    mainCause: 'PERSONAL',
    reasons: ['P_ROUTINE', 'P_WORK'],
  },
  compulsory: {
    ...CONTACTS,
    category: 'CLASS1',
    leftOn: '2026-11-16',
    whereabouts: 'KNOWN',
    mainCause: 'FAMILY',
    reasons: ['BF_MONEY'],
  },
};

const TRACKINGS: Readonly<Record<RegimeId, FormValues>> = {
  'senior-high': {
    trackedAt: NOW,
    method: 'PHONE',
    living: 'AT_HOME',
    lifeSituation: 'NO_PLAN',
    interventions: ['SCHOOL_FOLLOW_UP'],
    jobService: 'no',
    description: '電話聯繫家長，學生在家休息。',
    suggestClose: 'no',
  },
  compulsory: { trackedAt: NOW, contactWay: 'HOME_VISIT', description: '家訪，學生在家。' },
};

const ACTS: Readonly<Partial<Record<CaseAct, FormValues>>> = {
  sendBack: { reason: '請補居住地址。' },
  void: { reason: '重複填報。' },
  find: { foundOn: '2026-11-19', foundBy: 'POLICE', notifiedBy: 'PHONE' },
  loseAgain: { lostOn: '2026-11-20', reason: '離家未歸。' },
  acceptReturn: { appliedOn: '2026-11-20' },
  confirmReturn: { returnedOn: '2026-11-21', placedClass: '二年三班' },
};

/** All required answers of a filing and no more, in stored form. */
export const completeFiling = (regime: RegimeId, over: FormValues = {}): FormValues => ({
  ...FILINGS[regime],
  ...over,
});

/** All required answers of a tracking record, without 建議結案. */
export const completeTracking = (regime: RegimeId, over: FormValues = {}): FormValues => ({
  ...TRACKINGS[regime],
  ...over,
});

/** A tracking record of a senior high school that suggests closing 建議結案. */
export const closingTracking = (closeReason = 'GIVES_UP_STATUS'): FormValues =>
  completeTracking('senior-high', { suggestClose: 'yes', closeReason });

/** All required answers of the small form of an act. */
export const completeAct = (regime: RegimeId, act: CaseAct, over: FormValues = {}): FormValues => ({
  ...(act === 'close' && regime === 'compulsory' ? { closeReason: 'MOVED_AFTER_RETURN' } : ACTS[act]),
  ...over,
});

export interface OperationParts {
  readonly regime?: RegimeId;
  readonly actor?: Actor;
  readonly values?: FormValues;
  readonly student?: StudentFacts;
  readonly recordId?: string;
  readonly opId?: string;
  readonly caseId?: string;
  readonly deviceId?: string;
  readonly deviceSeq?: number;
  readonly prevOpId?: string | null;
  readonly baseRevision?: number;
  readonly occurredAt?: string;
}

function payloadOf(kind: Action, regime: RegimeId, parts: OperationParts): Operation['payload'] {
  const recordId = parts.recordId ?? nextId();
  switch (kind) {
    case 'save':
    case 'submit':
      return {
        regime,
        regimeVersion: REGIMES[regime].version,
        student: parts.student ?? (regime === 'senior-high' ? aStudent() : aYoungStudent()),
        values: parts.values ?? completeFiling(regime),
      };
    case 'saveTracking':
    case 'sendTracking':
      return { recordId, values: parts.values ?? completeTracking(regime) };
    case 'deleteTracking':
      return { recordId };
    default:
      return { values: parts.values ?? completeAct(regime, kind) };
  }
}

/** What the hash of an operation must be. */
export const payloadHash = (operation: Omit<Operation, 'payloadSha256'>): string =>
  createHash('sha256')
    .update(canonicalJson(hashedPart(operation)), 'utf8')
    .digest('hex');

/** A complete and valid operation with its true hash; without parts, by PRIMARY on CASE_ID. */
export function anOperation<K extends Action>(kind: K, parts: OperationParts = {}): OperationOf<K> {
  const regime = parts.regime ?? 'senior-high';
  const open = {
    kind,
    opId: parts.opId ?? nextId(),
    deviceId: parts.deviceId ?? DEVICE_ID,
    deviceSeq: parts.deviceSeq ?? 1,
    caseId: parts.caseId ?? CASE_ID,
    prevOpId: parts.prevOpId ?? null,
    baseRevision: parts.baseRevision ?? 0,
    schemaVersion: 1,
    occurredAt: parts.occurredAt ?? NOW,
    actor: parts.actor ?? anActor(regime === 'senior-high' ? 'PRIMARY' : 'B_DISCIPLINE'),
    payload: payloadOf(kind, regime, parts),
  } as Omit<OperationOf<K>, 'payloadSha256'>;
  return { ...open, payloadSha256: payloadHash(open) } as OperationOf<K>;
}

/** What the service said; `seq` tells the order. */
export const aCommit = (seq = 1, over: Partial<Commit> = {}): Commit => ({
  seq,
  at: new Date(Date.parse(NOW) + seq * 60_000).toISOString(),
  caseNumber: seq === 1 ? '2611210001-01' : null,
  student: null,
  ...over,
});

/** A log that the service has committed, in the order given. */
export const committed = (operations: readonly Operation[]): readonly LogEntry[] =>
  operations.map((operation, index) => ({ operation, commit: aCommit(index + 1) }));

/** A log that still waits in an outbox. */
export const waiting = (operations: readonly Operation[]): readonly LogEntry[] =>
  operations.map((operation) => ({ operation, commit: null }));

interface Step {
  readonly kind: Action;
  readonly by: Role;
  /** Sends a record that suggests closing. */
  readonly closing?: true;
}

const step = (kind: Action, by: Role, closing?: true): Step => ({
  kind,
  by,
  ...(closing ? { closing } : {}),
});

const FILED = [step('submit', 'HOMEROOM')];
const PENDING_REPORT = [...FILED, step('sendTracking', 'HOMEROOM')];
const TRACKING = [...PENDING_REPORT, step('report', 'PRIMARY')];
const PENDING_CLOSE = [...TRACKING, step('sendTracking', 'COUNSELOR', true)];
const SLIP = [step('submit', 'B_HOMEROOM')];
const DROPOUT = [...SLIP, step('report', 'B_DISCIPLINE')];
const FOUND = [...DROPOUT, step('find', 'B_DISCIPLINE')];
const RETURNING = [...FOUND, step('acceptReturn', 'B_GUIDANCE')];
const RETURNED = [...RETURNING, step('confirmReturn', 'B_REGISTRAR')];

/** The shortest permitted way to each state. */
const WAYS: Readonly<Record<RegimeId, Readonly<Partial<Record<CaseState, readonly Step[]>>>>> = {
  'senior-high': {
    DRAFT: [step('save', 'HOMEROOM')],
    FILED,
    PENDING_REPORT,
    SENT_BACK: [...FILED, step('sendBack', 'PRIMARY')],
    TRACKING,
    PENDING_CLOSE,
    CLOSED: [...PENDING_CLOSE, step('close', 'PRIMARY')],
    VOIDED: [...FILED, step('void', 'PRIMARY')],
  },
  compulsory: {
    DRAFT: [step('save', 'B_HOMEROOM')],
    SLIP,
    DROPOUT,
    FOUND,
    RETURNING,
    RETURNED,
    CLOSED: [...RETURNED, step('close', 'B_GUIDANCE')],
    VOIDED: [...SLIP, step('void', 'B_DISCIPLINE')],
  },
};

/** States that a regime defines, in the order of its table. */
export const statesOf = (regime: RegimeId): readonly CaseState[] =>
  (Object.keys(REGIMES[regime].states) as CaseState[]).filter(
    (state) => REGIMES[regime].states[state] !== null,
  );

export interface CaseParts {
  readonly regime?: RegimeId;
  readonly state?: CaseState;
  readonly caseId?: string;
  readonly schoolId?: string;
  /** Who filed; else the homeroom teacher of the regime. */
  readonly filer?: Actor;
  readonly student?: StudentFacts;
  /** Answers of the filing. */
  readonly values?: FormValues;
}

/** The operations that bring a new case to a state, each by somebody who may, in the order of time. */
export function operationsTo(parts: CaseParts = {}): readonly Operation[] {
  const regime = parts.regime ?? 'senior-high';
  const state = parts.state ?? (regime === 'senior-high' ? 'FILED' : 'SLIP');
  const way = WAYS[regime][state];
  if (way === undefined) throw new RangeError(`${regime} has no state ${state}`);
  const { filer, student, values, caseId = CASE_ID, schoolId = SCHOOL_ID } = parts;
  let prevOpId: string | null = null;
  return way.map(({ kind, by, closing }, index) => {
    const files = kind === 'save' || kind === 'submit';
    const atSchool = anActor(by, { schoolId });
    const operation: Operation = anOperation(kind, {
      regime,
      caseId,
      actor: files ? (filer ?? atSchool) : atSchool,
      deviceSeq: index + 1,
      prevOpId,
      baseRevision: index === 0 ? 0 : 1,
      recordId: uuidOf(0xf0 + index),
      ...(files && student !== undefined ? { student } : {}),
      ...(files && values !== undefined ? { values } : {}),
      ...(closing ? { values: closingTracking() } : {}),
    });
    prevOpId = operation.opId;
    return operation;
  });
}

/** The committed log that brings a new case to a state. */
export const logTo = (parts: CaseParts = {}): readonly LogEntry[] => committed(operationsTo(parts));

/** A case in a state, folded from its committed log; then fields may be replaced. */
export function aCase(parts: CaseParts = {}, over: Partial<Case> = {}): Case {
  const c = fold(REGIMES[parts.regime ?? 'senior-high'], logTo(parts));
  if (c === null) throw new RangeError('a log without a filing');
  return { ...c, ...over };
}
