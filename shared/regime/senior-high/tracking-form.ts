import type { FormDef } from '../../forms/form.ts';
import { TRACKED_AT } from '../tracked-at.ts';
import { SENIOR_HIGH_CLOSE_REASONS } from './close-reasons.ts';

/** 追蹤紀錄 [A:700–790], in the seed's order; every field is required but the reason of a 「否」. */
export const SENIOR_HIGH_TRACKING: FormDef = {
  id: 'senior-high.tracking',
  version: '112.04.17',
  pages: [
    {
      id: 'tracking',
      sections: [
        {
          id: 'tracking',
          fields: [
            TRACKED_AT,
            {
              id: 'method',
              kind: 'choice',
              table: 'method',
              codes: ['PHONE', 'HOME_VISIT', 'MESSAGING', 'OTHER'],
              required: true,
              span: 2,
            },
            {
              id: 'living',
              kind: 'choice',
              table: 'living',
              codes: ['AT_HOME', 'AWAY'],
              required: true,
              span: 2,
            },
            {
              id: 'lifeSituation',
              kind: 'choice',
              table: 'lifeSituation',
              codes: [
                'WORKING',
                'TRAINING',
                'PREPARING_SCHOOL',
                'SEEKING_WORK',
                'NO_PLAN',
                'ILL',
                'EXPERIMENTAL_EDUCATION',
                'JUDICIAL',
                'RELIGION',
                'WHEREABOUTS_UNKNOWN',
                'MILITARY',
                'OTHER',
              ],
              required: true,
              span: 2,
            },
            {
              id: 'interventions',
              kind: 'choices',
              table: 'intervention',
              codes: [
                'SCHOOL_FOLLOW_UP',
                'PSYCHOLOGIST',
                'MEDICAL',
                'SOCIAL_SERVICES',
                'LABOUR',
                'YOUTH_PROGRAMME',
                'POLICE',
                'OTHER',
              ],
              required: true,
              span: 4,
            },
            { id: 'jobService', kind: 'yesNo', required: true, span: 4 },
            { id: 'description', kind: 'longText', max: 300, required: true, span: 4 },
            { id: 'suggestClose', kind: 'yesNo', required: true, span: 2 },
            {
              id: 'closeReason',
              kind: 'choice',
              table: 'closeReason',
              codes: { byCategory: SENIOR_HIGH_CLOSE_REASONS },
              required: { field: 'suggestClose', is: 'yes' },
              shown: { field: 'suggestClose', is: 'yes' },
              span: 2,
            },
          ],
        },
      ],
    },
  ],
};
