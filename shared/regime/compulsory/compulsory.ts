import type { Regime } from '../regime.ts';
import { COMPULSORY_ACTIONS } from './actions.ts';
import { COMPULSORY_CLOSE_REASONS, COMPULSORY_FILING, COMPULSORY_TRACKING } from './forms.ts';
import { COMPULSORY_STATES } from './states.ts';

/** 國民小學與國民中學中途輟學 (seed B): 中輟通報 → 尋獲 → 復學 → 個案結案. */
export const COMPULSORY = {
  id: 'compulsory',
  version: '107.01.15',
  states: COMPULSORY_STATES,
  actions: COMPULSORY_ACTIONS,
  automatic: [],
  viewers: [
    { roles: ['B_REGISTRAR', 'B_DISCIPLINE', 'B_GUIDANCE', 'B_HEAD'], relation: 'school' },
    { roles: ['B_HOMEROOM'], relation: 'own' },
  ],
  closeReasons: {
    CLASS1: COMPULSORY_CLOSE_REASONS,
    CLASS2: COMPULSORY_CLOSE_REASONS,
    CLASS3: COMPULSORY_CLOSE_REASONS,
    CLASS4: COMPULSORY_CLOSE_REASONS,
  },
  closingSource: 'form',
  enrolmentChecks: {},
  filingForm: COMPULSORY_FILING,
  trackingForm: COMPULSORY_TRACKING,
  mainActs: ['report', 'find', 'acceptReturn', 'confirmReturn', 'close'],
  moreActs: ['acceptReturn', 'loseAgain', 'void'],
  desk: [
    { action: 'report', states: ['SLIP'] },
    { action: 'confirmReturn', states: ['RETURNING'] },
    { action: 'acceptReturn', states: ['FOUND'] },
    { action: 'close', states: ['RETURNED'] },
    { action: 'submit', states: ['DRAFT'] },
  ],
  terms: [
    { term: 'returnHelp', states: ['RETURNING'] },
    { term: 'overAge', states: ['DRAFT', 'SLIP', 'DROPOUT', 'FOUND', 'RETURNING', 'RETURNED'] },
  ],
  papers: {},
  adultsEnd: false,
} as const satisfies Regime;
