import { z } from 'zod';

/**
 * 申請 that somebody has to review: `staff` 校內人員申請, `primary` 主要通報人申請, `transfer` 主通轉移 by
 * the outgoing one [A:182–203], `promotion` 申請提升為主通 by staff [A:205–246]. Label `requestKind.<code>`.
 */
export const REQUEST_KINDS = ['staff', 'primary', 'transfer', 'promotion'] as const;
export const RequestKind = z.enum(REQUEST_KINDS);
export type RequestKind = z.infer<typeof RequestKind>;

/** 申請狀態: 待審核, 核可, 退件. `superseded` 已失效: another approval made it pointless. Label `requestStatus.<code>`. */
export const REQUEST_STATUS = ['pending', 'approved', 'returned', 'superseded'] as const;
export const RequestStatus = z.enum(REQUEST_STATUS);
export type RequestStatus = z.infer<typeof RequestStatus>;

/**
 * 附件: `accountForm` 帳號申請單, `transferForm` 移轉申請表, `appointment` 新主通聘書. Label `fileKind.<code>`.
 */
export const FILE_KINDS = ['accountForm', 'transferForm', 'appointment'] as const;
export const FileKind = z.enum(FILE_KINDS);
export type FileKind = z.infer<typeof FileKind>;

interface RequestRow {
  /** 必繳 */
  readonly required: readonly FileKind[];
  /** 非必繳 */
  readonly optional: readonly FileKind[];
  /**
   * 審核端 [A:70–75]: the school's `primary`, or the `agency` 國教署, which also needs 文號／日期. Staff of
   * a school without a senior high part have no 主通; the agency reviews them, without a letter.
   */
  readonly reviewer: 'primary' | 'agency';
  /** 是否要發文 */
  readonly letter: boolean;
}

export const REQUEST_ROWS = {
  staff: { required: [], optional: [], reviewer: 'primary', letter: false },
  primary: { required: ['accountForm'], optional: [], reviewer: 'agency', letter: true },
  transfer: { required: ['transferForm'], optional: ['appointment'], reviewer: 'agency', letter: true },
  promotion: { required: ['transferForm'], optional: ['appointment'], reviewer: 'agency', letter: true },
} as const satisfies Record<RequestKind, RequestRow>;

/** Characters of the reason of 退件. */
export const RETURN_REASON_MAX = 300;
/** Bytes of one upload (domain §3.1: pdf/jpg/png ≤ 10 MB). */
export const FILE_MAX = 10 * 1024 * 1024;
/** Pages of one upload (security §1). */
export const FILE_PAGES_MAX = 30;
