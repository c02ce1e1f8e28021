import { smallForm, type FormDef } from '../../forms/form.ts';
import { CONTACT_PAGE } from '../contact-page.ts';
import { reasonFields } from '../reason-fields.ts';
import { TRACKED_AT } from '../tracked-at.ts';
import { COMPULSORY_REASON_OTHER, COMPULSORY_REASONS } from './reasons.ts';

/** 學生類別（四類）[B:19–22] */
export const COMPULSORY_CATEGORIES = ['CLASS1', 'CLASS2', 'CLASS3', 'CLASS4'] as const;

/** 無故缺課通報表 of the homeroom teacher [B:161], the base of the 中輟通報單 [B:156, 157]. */
export const COMPULSORY_FILING: FormDef = {
  id: 'compulsory.filing',
  version: '107.01.15',
  pages: [
    CONTACT_PAGE,
    {
      id: 'case',
      sections: [
        {
          id: 'absence',
          fields: [
            {
              id: 'category',
              kind: 'choice',
              table: 'category',
              codes: COMPULSORY_CATEGORIES,
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
              id: 'whereabouts',
              kind: 'choice',
              table: 'whereabouts',
              codes: ['UNKNOWN', 'KNOWN'],
              required: true,
              span: 2,
            },
            { id: 'measures', kind: 'longText', max: 300, required: false, span: 4 },
          ],
        },
        {
          id: 'reasons',
          fields: reasonFields('dropoutReason', COMPULSORY_REASONS, COMPULSORY_REASON_OTHER),
        },
      ],
    },
  ],
};

/** 追蹤協尋紀錄 [B:157 item 2] and 聯絡方式 [B:161]. */
export const COMPULSORY_TRACKING: FormDef = {
  id: 'compulsory.tracking',
  version: '107.01.15',
  pages: [
    {
      id: 'tracking',
      sections: [
        {
          id: 'tracking',
          fields: [
            TRACKED_AT,
            {
              id: 'contactWay',
              kind: 'choice',
              table: 'contactWay',
              codes: ['PHONE', 'CONTACT_BOOK', 'HOME_VISIT'],
              required: true,
              span: 2,
            },
            { id: 'description', kind: 'longText', max: 300, required: true, span: 4 },
          ],
        },
      ],
    },
  ],
};

export const COMPULSORY_REPORT = smallForm('report', []);

export const COMPULSORY_VOID = smallForm('void', [
  { id: 'reason', kind: 'longText', max: 200, required: true },
]);

/** 尋獲: date, by whom, and how the 強迫入學委員會 was told [B:45]. */
export const COMPULSORY_FIND = smallForm('find', [
  { id: 'foundOn', kind: 'date', required: true, notFuture: true, notBefore: 'leftOn' },
  {
    id: 'foundBy',
    kind: 'choice',
    table: 'foundBy',
    codes: ['POLICE', 'SCHOOL', 'PARENTS', 'CAME_HOME', 'OTHER'],
    required: true,
  },
  { id: 'notifiedBy', kind: 'choice', table: 'notifiedBy', codes: ['WRITING', 'PHONE'], required: true },
  { id: 'foundNote', kind: 'longText', max: 300, required: false },
]);

/** 再度失蹤: the 尋獲日期 is withdrawn; the old date stays in the log [B:157 item 4]. */
export const COMPULSORY_LOSE_AGAIN = smallForm('loseAgain', [
  { id: 'lostOn', kind: 'date', required: true, notFuture: true, notBefore: 'leftOn' },
  { id: 'reason', kind: 'longText', max: 200, required: true },
]);

/** 受理復學申請: zero refusal, so there is nothing to refuse with [B:50]. */
export const COMPULSORY_ACCEPT_RETURN = smallForm('acceptReturn', [
  { id: 'appliedOn', kind: 'date', required: true, notFuture: true, notBefore: 'leftOn' },
]);

/** 復學: the first day in class, and the class placed [B:46, 55–57]. */
export const COMPULSORY_CONFIRM_RETURN = smallForm('confirmReturn', [
  { id: 'returnedOn', kind: 'date', required: true, notFuture: true, notBefore: 'leftOn' },
  { id: 'placedClass', kind: 'text', max: 30, required: true },
]);

/** 個案結案 after the return [B:158 item 8]. */
export const COMPULSORY_CLOSE_REASONS = [
  'MOVED_AFTER_RETURN',
  'OVER_AGE',
  'LEFT_COUNTRY',
  'GRADUATED',
  'DEATH',
] as const;

export const COMPULSORY_CLOSE = smallForm('close', [
  {
    id: 'closeReason',
    kind: 'choice',
    table: 'closeReason',
    codes: COMPULSORY_CLOSE_REASONS,
    required: true,
  },
  { id: 'closeNote', kind: 'longText', max: 200, required: false },
]);
