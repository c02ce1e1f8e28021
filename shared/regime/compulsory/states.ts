import type { CaseState, StateRow } from '../../domain/case/state.ts';

/** 案件狀態 of 中輟 (domain §2.2); 缺課觀察 and 免通報列管 come with the office tasks. */
export const COMPULSORY_STATES = {
  DRAFT: { phase: 'unreported', tone: 'grey', icon: 'pencil' },
  SLIP: { phase: 'unreported', tone: 'amber', icon: 'clock' },
  DROPOUT: { phase: 'reported', tone: 'red', icon: 'flag' },
  FOUND: { phase: 'reported', tone: 'violet', icon: 'search' },
  RETURNING: { phase: 'reported', tone: 'cyan', icon: 'door' },
  RETURNED: { phase: 'reported', tone: 'blue', icon: 'eye' },
  CLOSED: { phase: 'ended', tone: 'green', icon: 'check' },
  VOIDED: { phase: 'ended', tone: 'grey', icon: 'ban', struck: true },
  FILED: null,
  PENDING_REPORT: null,
  SENT_BACK: null,
  TRACKING: null,
  PENDING_CLOSE: null,
} as const satisfies Record<CaseState, StateRow | null>;
