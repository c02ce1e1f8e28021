import type { FormValues } from '../../../shared/forms/values.ts';

/** A complete filing of 中途離校 for somebody who stopped coming on `leftOn`. */
export const leavingAnswers = (leftOn: string): FormValues => ({
  studentPhone: '0912-345-678',
  familyStatus: 'TWO_PARENTS',
  address: '雲林縣斗六市示範路一段12號3樓',
  guardianName: '示範家長',
  guardianRelation: 'MOTHER',
  guardianPhone: '05-5321234;0922-333-444',
  contactSame: 'yes',
  category: 'ABSENCE3',
  leftOn,
  status1: ['ORDINARY'],
  mainCause: 'PERSONAL',
  reasons: ['P_INTEREST', 'P_ROUTINE', 'S_CURRICULUM'],
});

/** A tracking record of 中途離校; with `closeReason` it suggests closing. */
export const trackingAnswers = (description: string, closeReason?: string): FormValues => ({
  method: 'PHONE',
  living: 'AT_HOME',
  lifeSituation: 'PREPARING_SCHOOL',
  interventions: ['SCHOOL_FOLLOW_UP'],
  jobService: 'no',
  description,
  suggestClose: closeReason === undefined ? 'no' : 'yes',
  ...(closeReason === undefined ? {} : { closeReason }),
});

/** A complete slip of 中輟, first class. */
export const dropoutAnswers = (leftOn: string): FormValues => ({
  studentPhone: '0933-222-111',
  familyStatus: 'GRANDPARENTS',
  address: '雲林縣虎尾鎮示範街5號',
  guardianName: '示範祖母',
  guardianRelation: 'GRANDPARENT',
  guardianPhone: '05-6321234',
  contactSame: 'yes',
  category: 'CLASS1',
  leftOn,
  whereabouts: 'UNKNOWN',
  mainCause: 'FAMILY',
  reasons: ['BF_CARE', 'BS_BORED'],
});
