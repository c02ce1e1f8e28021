import type { Regime } from '../regime.ts';
import { SENIOR_HIGH_ACTIONS } from './actions.ts';
import { SENIOR_HIGH_CLOSE_REASONS } from './close-reasons.ts';
import { SENIOR_HIGH_FILING } from './filing-form.ts';
import { SENIOR_HIGH_STATES } from './states.ts';
import { SENIOR_HIGH_TRACKING } from './tracking-form.ts';

/** 高級中等學校中途離校 (seed A). */
export const SENIOR_HIGH = {
  id: 'senior-high',
  version: '111.07.22',
  states: SENIOR_HIGH_STATES,
  actions: SENIOR_HIGH_ACTIONS,
  automatic: [
    { from: 'FILED', when: 'hasSentTracking', to: 'PENDING_REPORT' },
    { from: 'PENDING_REPORT', when: 'lacksSentTracking', to: 'FILED' },
    { from: 'TRACKING', when: 'suggestsClosing', to: 'PENDING_CLOSE' },
    { from: 'PENDING_CLOSE', when: 'withdrawsSuggestion', to: 'TRACKING' },
  ],
  viewers: [
    { roles: ['PRIMARY', 'COUNSELOR', 'HEAD'], relation: 'school' },
    { roles: ['HOMEROOM'], relation: 'own' },
  ],
  closeReasons: SENIOR_HIGH_CLOSE_REASONS,
  closingSource: 'suggestion',
  enrolmentChecks: { BACK_TO_SCHOOL: 'ownSchool', OTHER_SENIOR_HIGH: 'otherSeniorHigh' },
  filingForm: SENIOR_HIGH_FILING,
  trackingForm: SENIOR_HIGH_TRACKING,
  mainActs: ['report', 'close'],
  moreActs: ['sendBack', 'void'],
  desk: [
    { action: 'report', states: ['PENDING_REPORT'] },
    { action: 'close', states: ['PENDING_CLOSE'] },
    { action: 'submit', states: ['SENT_BACK', 'DRAFT'] },
    { action: 'sendTracking', states: ['FILED'] },
  ],
  // 年滿18歲 ends a case by itself [A:1286].
  terms: [
    {
      term: 'adult',
      states: ['DRAFT', 'FILED', 'SENT_BACK', 'PENDING_REPORT', 'TRACKING', 'PENDING_CLOSE'],
    },
  ],
  papers: {
    report: {
      id: 'studentReport',
      version: '112.04.17',
      boxes: ['HOMEROOM', 'COUNSELOR', 'PRIMARY', 'HEAD', 'PRINCIPAL'],
    },
    tracking: {
      id: 'studentTracking',
      version: '112.04.17',
      boxes: ['TRACKER', 'COUNSELOR', 'PRIMARY', 'HEAD', 'PRINCIPAL'],
    },
  },
  adultsEnd: true,
} as const satisfies Regime;
