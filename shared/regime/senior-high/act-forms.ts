import { smallForm } from '../../forms/form.ts';

/** 通報: the reporter confirms the data; nothing is asked [A:471]. */
export const REPORT_FORM = smallForm('report', []);

/** 退回修正, with its reason for the filer (T7). */
export const SEND_BACK_FORM = smallForm('sendBack', [
  { id: 'reason', kind: 'longText', max: 200, required: true },
]);

/** 作廢 of an unreported case (T8). */
export const VOID_FORM = smallForm('void', [{ id: 'reason', kind: 'longText', max: 200, required: true }]);

/**
 * 結案 (T6). The register may be stale or out of reach: the reporter may override the comparison
 * 學籍所在比對 with how, when and by whom the enrolment was confirmed (§1.8).
 */
export const CLOSE_FORM = smallForm('close', [
  { id: 'override', kind: 'yesNo', required: false },
  {
    id: 'overrideMethod',
    kind: 'choice',
    table: 'overrideMethod',
    codes: ['PHONE', 'LETTER', 'CERTIFICATE', 'REGISTER_SCREEN'],
    required: { field: 'override', is: 'yes' },
    shown: { field: 'override', is: 'yes' },
  },
  {
    id: 'overrideOn',
    kind: 'date',
    notFuture: true,
    required: { field: 'override', is: 'yes' },
    shown: { field: 'override', is: 'yes' },
  },
  {
    id: 'overrideBy',
    kind: 'text',
    max: 60,
    required: { field: 'override', is: 'yes' },
    shown: { field: 'override', is: 'yes' },
  },
  {
    id: 'overrideNote',
    kind: 'longText',
    max: 200,
    required: false,
    shown: { field: 'override', is: 'yes' },
  },
]);
