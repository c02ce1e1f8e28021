import type { FormDef } from '../../forms/form.ts';
import { CONTACT_PAGE } from '../contact-page.ts';
import { reasonFields } from '../reason-fields.ts';
import { SENIOR_HIGH_REASON_OTHER, SENIOR_HIGH_REASONS } from './reasons.ts';

const TRIBES = [
  'AMIS',
  'ATAYAL',
  'PAIWAN',
  'BUNUN',
  'PUYUMA',
  'RUKAI',
  'TSOU',
  'SAISIYAT',
  'YAMI',
  'THAO',
  'KAVALAN',
  'TAROKO',
  'SAKIZAYA',
  'SEEDIQ',
  'HLAALUA',
  'KANAKANAVU',
  'UNSPECIFIED',
] as const;

/** 離校種類 under 中途離校: two radios [A:515–518]. */
export const SENIOR_HIGH_CATEGORIES = ['ABSENCE3', 'SUSPENSION'] as const;

/** 填報 of 中途離校: 基本資料 視窗2 and 案件資料 視窗3 [A:487–547]. */
export const SENIOR_HIGH_FILING: FormDef = {
  id: 'senior-high.filing',
  version: '112.04.17',
  pages: [
    CONTACT_PAGE,
    {
      id: 'case',
      sections: [
        {
          id: 'leave',
          fields: [
            {
              id: 'category',
              kind: 'choice',
              table: 'category',
              codes: SENIOR_HIGH_CATEGORIES,
              required: true,
              span: 4,
            },
            {
              id: 'leftOn',
              kind: 'date',
              required: true,
              notFuture: true,
              notBefore: 'enrolledOn',
              span: 2,
            },
            {
              id: 'suspensionFrom',
              kind: 'date',
              required: { field: 'category', is: 'SUSPENSION' },
              shown: { field: 'category', is: 'SUSPENSION' },
              notBefore: 'enrolledOn',
              span: 2,
            },
            {
              id: 'suspensionTo',
              kind: 'date',
              required: false,
              shown: { field: 'category', is: 'SUSPENSION' },
              notBefore: { field: 'suspensionFrom' },
              span: 2,
            },
            {
              id: 'suspensionReason',
              kind: 'text',
              max: 100,
              required: false,
              shown: { field: 'category', is: 'SUSPENSION' },
              span: 4,
            },
          ],
        },
        {
          id: 'studentStatus',
          fields: [
            {
              id: 'status1',
              kind: 'choices',
              table: 'status1',
              codes: ['ORDINARY', 'INDIGENOUS', 'NEW_IMMIGRANT_CHILD'],
              exclusive: 'ORDINARY',
              required: true,
              span: 2,
            },
            {
              id: 'tribe',
              kind: 'choice',
              table: 'tribe',
              codes: TRIBES,
              required: { field: 'status1', includes: 'INDIGENOUS' },
              shown: { field: 'status1', includes: 'INDIGENOUS' },
              span: 2,
            },
            {
              id: 'status2',
              kind: 'choices',
              table: 'status2',
              codes: [
                'SPECIAL_EDUCATION',
                'LOW_INCOME',
                'MIDDLE_LOW_INCOME',
                'DISADVANTAGED',
                'OVERSEAS',
                'NONE',
              ],
              exclusive: 'NONE',
              required: false,
              span: 2,
            },
          ],
        },
        {
          id: 'reasons',
          fields: reasonFields('reason', SENIOR_HIGH_REASONS, SENIOR_HIGH_REASON_OTHER),
        },
      ],
    },
  ],
};
