import type { CaseState, StateRow } from '../../domain/case/state.ts';

/** 案件狀態 of 中途離校 (domain §1.6) with the tones of the interface. */
export const SENIOR_HIGH_STATES = {
  DRAFT: { phase: 'unreported', tone: 'grey', icon: 'pencil' },
  FILED: { phase: 'unreported', tone: 'cyan', icon: 'file' },
  PENDING_REPORT: { phase: 'unreported', tone: 'amber', icon: 'clock' },
  SENT_BACK: { phase: 'unreported', tone: 'red', icon: 'back' },
  TRACKING: { phase: 'reported', tone: 'blue', icon: 'eye' },
  PENDING_CLOSE: { phase: 'reported', tone: 'violet', icon: 'flag' },
  CLOSED: { phase: 'ended', tone: 'green', icon: 'check' },
  VOIDED: { phase: 'ended', tone: 'grey', icon: 'ban', struck: true },
  SLIP: null,
  DROPOUT: null,
  FOUND: null,
  RETURNING: null,
  RETURNED: null,
} as const satisfies Record<CaseState, StateRow | null>;
