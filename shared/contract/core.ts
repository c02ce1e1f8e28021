import { z } from 'zod';
import { SessionAccount } from '../domain/account/account.ts';
import { IsoDate } from '../domain/calendar/iso-date.ts';
import { Action, LOCK_REASONS } from '../domain/case/action.ts';
import { CASE_STATES } from '../domain/case/state.ts';
import { StudentFacts } from '../domain/student/student.ts';
import { Failure } from '../failure.ts';
import { FormValues } from '../forms/values.ts';
import { TERMS } from '../regime/regime.ts';
import { RegimeId } from '../regime/regime-id.ts';
import { row, type Door } from './door.ts';
import { ACCOUNT_ROWS } from './account-rows.ts';
import { AccountPaper } from './account-paper.ts';
import { RequestLine } from './account-shapes.ts';
import { PrintDocument } from './print.ts';

const nothing = z.object({});

/** Where the work stands, in the words of the contract; nothing else may claim delivery. Label `delivery.<code>`. */
export const Delivery = z.enum(['draft', 'waiting', 'sending', 'received', 'conflict', 'refused', 'revoked']);
export type Delivery = z.infer<typeof Delivery>;

export const Verdict = z.discriminatedUnion('allowed', [
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), reason: z.enum(LOCK_REASONS) }),
]);
const Verdicts = z.record(Action, Verdict);

export const SessionView = z.object({
  /** `centralUnknown` asks for the address of central first. */
  state: z.enum(['centralUnknown', 'signedOut', 'signedIn']),
  account: SessionAccount.nullable(),
  /** Instant at which the session ends without another act of the person [A:162]. */
  endsAt: z.iso.datetime().nullable(),
  /** Signed in without central, from the vault. */
  offline: z.boolean(),
  centralUrl: z.string().nullable(),
  /** Set by the administrator's policy file, so it cannot be edited. */
  centralFixed: z.boolean(),
  /** False: no key store, nothing is kept on this computer and work is possible online only. */
  vaultKept: z.boolean(),
  /** 密碼到期剩餘天數; 0 or less is expired. Null while nobody is signed in. */
  passwordDaysLeft: z.number().int().nullable(),
  /**
   * What has to be done before anything else works, online: 修改密碼 after 90 days, or the second step
   * that the policy demands. Never set while offline: what cannot be changed there must not stop work.
   */
  mustDo: z.enum(['changePassword', 'enrolSecondFactor']).nullable(),
});
export type SessionView = z.infer<typeof SessionView>;

export const CaseRow = z.object({
  caseId: z.uuid(),
  regime: RegimeId,
  caseNumber: z.string().nullable(),
  studentNumber: z.string().nullable(),
  name: z.string(),
  category: z.string(),
  mainCause: z.string(),
  filedByName: z.string(),
  /** 填報日期; for 暫存 the day it was opened. */
  filedAt: z.string(),
  closeReason: z.string().nullable(),
  state: z.enum(CASE_STATES),
  trackingSent: z.number().int(),
  reportedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  delivery: Delivery,
  verdicts: Verdicts,
});
export type CaseRow = z.infer<typeof CaseRow>;

/** Columns that the list can be sorted by. */
export const CaseSort = z.enum([
  'caseNumber',
  'studentNumber',
  'name',
  'category',
  'mainCause',
  'filedByName',
  'filedAt',
  'closeReason',
  'state',
  'reportedAt',
  'closedAt',
]);
export type CaseSort = z.infer<typeof CaseSort>;

export const CaseQuery = z.object({
  regime: RegimeId,
  /** 開始日期, 結束日期 on 填報日期, both included, dates in Taipei. */
  from: IsoDate,
  to: IsoDate,
  state: z.enum(CASE_STATES).nullable(),
  /** Literal text in name, 學號, 通報字號 (security 7.15). */
  text: z.string().max(60),
  sort: CaseSort,
  descending: z.boolean(),
  /** From the page before; null for the first. */
  cursor: z.string().max(500).nullable(),
  limit: z.number().int().min(1).max(200),
});
export type CaseQuery = z.infer<typeof CaseQuery>;

export const TrackingView = z.object({
  recordId: z.uuid(),
  authorName: z.string(),
  sent: z.boolean(),
  writtenAt: z.string(),
  delivery: Delivery,
  values: FormValues,
  mayChange: Verdict,
});
export type TrackingView = z.infer<typeof TrackingView>;

/** One line of the timeline; `action` is what a person did, `system` what followed from it. */
export const TimelineItem = z.object({
  opId: z.uuid(),
  action: Action,
  occurredAt: z.string(),
  committedAt: z.string().nullable(),
  actorName: z.string(),
  actorRoles: z.array(z.string()),
  delivery: Delivery,
  stateBefore: z.enum(CASE_STATES).nullable(),
  stateAfter: z.enum(CASE_STATES),
  /** The move was automatic beyond the act itself (T3, T5). */
  followed: z.boolean(),
  values: FormValues,
  recordId: z.uuid().nullable(),
});
export type TimelineItem = z.infer<typeof TimelineItem>;

export const CaseView = z.object({
  row: CaseRow,
  revision: z.number().int(),
  student: StudentFacts,
  values: FormValues,
  suggestedReason: z.string().nullable(),
  tracking: z.array(TrackingView),
  timeline: z.array(TimelineItem),
});
export type CaseView = z.infer<typeof CaseView>;

/** 草稿: what is being typed, kept in the vault every few seconds. Never sent anywhere. */
export const Draft = z.object({
  draftId: z.uuid(),
  kind: z.enum(['filing', 'tracking', 'act']),
  regime: RegimeId,
  caseId: z.uuid(),
  /** The act for `act`; else null. */
  action: Action.nullable(),
  /** Content revision when the draft was begun (I7). */
  baseRevision: z.number().int(),
  student: StudentFacts.partial().nullable(),
  values: FormValues,
  /** Page of the wizard to come back to. */
  step: z.number().int().nonnegative(),
  savedAt: z.iso.datetime(),
});
export type Draft = z.infer<typeof Draft>;
const DraftInput = Draft.omit({ savedAt: true });

export const OutboxItem = z.object({
  opId: z.uuid(),
  caseId: z.uuid(),
  regime: RegimeId,
  name: z.string(),
  caseNumber: z.string().nullable(),
  action: Action,
  occurredAt: z.string(),
  delivery: Delivery,
  /** Why it waits or was refused; null while it simply waits its turn. */
  failure: Failure.nullable(),
  /** Waits for an earlier operation of the same case that was refused. */
  blockedBy: z.uuid().nullable(),
  attempts: z.number().int(),
});
export type OutboxItem = z.infer<typeof OutboxItem>;

export const SyncView = z.object({
  online: z.boolean(),
  busy: z.boolean(),
  waiting: z.number().int(),
  attention: z.number().int(),
  lastContactAt: z.string().nullable(),
  nextTryAt: z.string().nullable(),
  /** Clock of this computer against the service's, in seconds; null before first contact. */
  clockSkewSeconds: z.number().nullable(),
  failure: Failure.nullable(),
});
export type SyncView = z.infer<typeof SyncView>;

/** 移交清單: open cases with their next date, unsent work, helpers, and applications that wait. */
export const Handover = z.object({
  cases: z.array(z.object({ row: CaseRow, due: IsoDate.nullable(), dueFor: z.enum(TERMS).nullable() })),
  unsent: z.array(OutboxItem),
  /** 協助追蹤人員; empty until they can be named. */
  helpers: z.array(z.object({ caseId: z.uuid(), name: z.string() })),
  approvals: z.array(RequestLine).nullable(),
});
export type Handover = z.infer<typeof Handover>;

/** What came of a saved act: it is in the vault (and in the outbox) when this answer arrives. */
const Saved = z.object({ caseId: z.uuid(), opId: z.uuid(), state: z.enum(CASE_STATES) });

/** The main door: everything the window asks of this computer's core. */
export const CORE_DOOR = {
  'session.get': row(nothing, SessionView),
  /** Any act of the person starts the thirty minutes anew; the window says so at most every 20 s. */
  'session.touch': row(nothing, SessionView),
  'central.set': row(z.object({ url: z.string().max(300) }), SessionView),
  'captcha.create': row(nothing, z.object({ captchaId: z.uuid(), imagePngBase64: z.string() })),
  /** With no captcha: unlocks offline from the vault (security §2). */
  'session.signIn': row(
    z.object({
      account: z.string().min(1).max(60),
      password: z.string().min(1).max(256),
      captcha: z.object({ captchaId: z.uuid(), answer: z.string().max(20) }).nullable(),
    }),
    SessionView,
  ),
  /** The second step after SECOND_FACTOR: six digits. The core still holds the first step. */
  'session.confirm': row(z.object({ code: z.string().max(20) }), SessionView),
  'session.signOut': row(nothing, SessionView),

  /** 視窗1: identity number → register, age, open case. `offline`: 「連線後檢查」. */
  'student.check': row(
    z.object({ regime: RegimeId, identityNumber: z.string().max(40) }),
    z.discriminatedUnion('source', [
      z.object({ source: z.literal('register'), student: StudentFacts }),
      z.object({ source: z.literal('offline'), identityNumber: z.string() }),
    ]),
  ),

  'case.list': row(
    CaseQuery,
    z.object({ rows: z.array(CaseRow), next: z.string().nullable(), total: z.number().int() }),
  ),
  'case.get': row(z.object({ caseId: z.uuid() }), CaseView),
  /** What the person may begin without a case: 新增填報. */
  'case.start': row(z.object({ regime: RegimeId }), z.object({ verdicts: Verdicts })),
  /** 首頁: what waits for me, most urgent first. */
  'desk.list': row(
    nothing,
    z.object({
      groups: z.array(
        z.object({ regime: RegimeId, action: Action, rows: z.array(CaseRow), total: z.number().int() }),
      ),
      drafts: z.array(Draft),
    }),
  ),
  /** 暫存 or 提交 of a filing. `opId` is chosen by the window when the page opens: a double click is one operation. */
  'case.file': row(
    z.object({
      opId: z.uuid(),
      caseId: z.uuid(),
      regime: RegimeId,
      action: z.enum(['save', 'submit']),
      student: StudentFacts,
      values: FormValues,
      baseRevision: z.number().int().nonnegative(),
      draftId: z.uuid().nullable(),
    }),
    Saved,
  ),
  'tracking.put': row(
    z.object({
      opId: z.uuid(),
      caseId: z.uuid(),
      recordId: z.uuid(),
      action: z.enum(['saveTracking', 'sendTracking']),
      values: FormValues,
      draftId: z.uuid().nullable(),
    }),
    Saved,
  ),
  'tracking.delete': row(z.object({ opId: z.uuid(), caseId: z.uuid(), recordId: z.uuid() }), Saved),
  /** 通報, 結案, 退回修正, 作廢, 尋獲, 復學 … */
  'case.act': row(
    z.object({
      opId: z.uuid(),
      caseId: z.uuid(),
      action: Action.exclude(['save', 'submit', 'saveTracking', 'sendTracking', 'deleteTracking']),
      values: FormValues,
      baseRevision: z.number().int().nonnegative(),
      draftId: z.uuid().nullable(),
    }),
    Saved,
  ),

  'draft.put': row(DraftInput, z.object({ savedAt: z.iso.datetime() })),
  'draft.list': row(nothing, z.object({ drafts: z.array(Draft) })),
  'draft.get': row(z.object({ draftId: z.uuid() }), Draft),
  'draft.delete': row(z.object({ draftId: z.uuid() }), nothing),

  'outbox.list': row(nothing, z.object({ items: z.array(OutboxItem) })),
  'outbox.retry': row(nothing, SyncView),
  /**
   * Takes a refused or conflicting operation, and those that wait behind it, out of the way. Nothing
   * is lost: they stay in the vault, and a filing's content becomes a draft again.
   */
  'outbox.withdraw': row(z.object({ opId: z.uuid() }), z.object({ draftId: z.uuid().nullable() })),
  'sync.get': row(nothing, SyncView),

  /** 學生通報紀錄表 and 學生追蹤紀錄表, ready to lay out. */
  'print.get': row(z.object({ caseId: z.uuid(), form: z.enum(['report', 'tracking']) }), PrintDocument),
  /** The papers of the account flows; the first three before signing in too. */
  'paper.get': row(AccountPaper, PrintDocument),
  /** 移交清單: what the outgoing 主通 leaves behind. `approvals` is null without central. */
  'handover.get': row(nothing, Handover),

  ...ACCOUNT_ROWS,
} as const satisfies Door;
export type CoreDoor = typeof CORE_DOOR;
