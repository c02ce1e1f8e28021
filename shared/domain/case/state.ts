/**
 * Case states 案件狀態 of both regimes. A state that only one regime has is null in the other's
 * table, so a new one is a list of compile errors to work through. `SENT_BACK` is 退回修正 of the
 * senior high schools; `RETURNED` is 復學 of compulsory education. Label: `state.<regime>.<code>`.
 */
export const CASE_STATES = [
  'DRAFT',
  'FILED',
  'PENDING_REPORT',
  'TRACKING',
  'PENDING_CLOSE',
  'SENT_BACK',
  'SLIP',
  'DROPOUT',
  'FOUND',
  'RETURNING',
  'RETURNED',
  'CLOSED',
  'VOIDED',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** How far a case is, independent of the regime: rules that hold for both are written on it. */
export type Phase = 'unreported' | 'reported' | 'ended';

/** One row of a regime's table of states. Tones and icons are names that the window draws. */
export interface StateRow {
  readonly phase: Phase;
  readonly tone: 'grey' | 'cyan' | 'amber' | 'blue' | 'violet' | 'green' | 'red' | 'slate';
  readonly icon: 'pencil' | 'file' | 'clock' | 'eye' | 'flag' | 'check' | 'back' | 'ban' | 'search' | 'door';
  readonly struck?: true;
}
