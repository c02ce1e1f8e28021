import type { Actor } from '../account/account.ts';
import type { StudentFacts } from '../student/student.ts';
import type { RegimeId } from '../../regime/regime-id.ts';
import type { FormValues } from '../../forms/values.ts';
import type { CaseAct } from './action.ts';
import type { CaseState } from './state.ts';

/** One tracking record 追蹤紀錄 [A:634–809]; sent ones never change. */
export interface TrackingRecord {
  readonly id: string;
  readonly author: Actor;
  /** 已送出 or 暫存. */
  readonly sent: boolean;
  readonly deleted: boolean;
  /** 填寫日期: the device's clock when it was written. */
  readonly writtenAt: string;
  readonly values: FormValues;
}

/** A case: nothing but the fold of its log (apply). */
export interface Case {
  readonly id: string;
  readonly regime: RegimeId;
  readonly regimeVersion: string;
  readonly schoolId: string;
  readonly state: CaseState;
  /** Counts changes of the content; the base of compare-and-set (I7). */
  readonly revision: number;
  /** 通報字號; null until the service has given it (I15). */
  readonly caseNumber: string | null;
  readonly student: StudentFacts;
  readonly values: FormValues;
  readonly filedBy: Actor;
  /** 填報日期: when it was submitted for the first time, by the device's clock; null for 暫存. */
  readonly filedAt: string | null;
  /** When the first operation was made, by the device's clock. */
  readonly openedAt: string;
  /** 通報時間, the service's clock; null while unreported or not yet receipted (I15). */
  readonly reportedAt: string | null;
  /** 結案時間, the service's clock. */
  readonly closedAt: string | null;
  /** 結案原因, a code of table `closeReason`. */
  readonly closeReason: string | null;
  readonly tracking: readonly TrackingRecord[];
  /** The last small form of each act: 退回 reason, 尋獲 data, 復學 date … */
  readonly acts: Readonly<Partial<Record<CaseAct, FormValues>>>;
  /** Operations of this case that the service has not receipted. */
  readonly pending: number;
}

/** 離校種類 or 學生類別: in both regimes the field `category` of the filing. */
export const categoryOf = (c: Pick<Case, 'values'>): string =>
  typeof c.values['category'] === 'string' ? c.values['category'] : '';

/** Sent and not deleted, in the order of the log. */
export const sentTracking = (c: Case): readonly TrackingRecord[] =>
  c.tracking.filter((record) => record.sent && !record.deleted);
