import type { FieldDef } from '../forms/form.ts';

/** 追蹤日期時間 of both regimes: not in the future, and not before the day of filing (security 7.10). */
export const TRACKED_AT = {
  id: 'trackedAt',
  kind: 'dateTime',
  required: true,
  notFuture: true,
  notBefore: 'filedOn',
  span: 2,
} as const satisfies FieldDef;
