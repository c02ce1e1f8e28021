import type { CaseView, Draft, TrackingView } from '../../../shared/contract/core.ts';
import { fieldsOf, type FieldDef, type FormDef } from '../../../shared/forms/form.ts';
import type { FormValues } from '../../../shared/forms/values.ts';

/** With what the tracking window opens. The draft of a record has the record's own id. */
export interface TrackingStart {
  readonly recordId: string;
  readonly values: FormValues;
  /** Instant of the draft that was brought back; null without one. */
  readonly savedAt: string | null;
}

const MINUTE_MS = 60_000;

/** 追蹤日期時間 is now unless somebody says otherwise (domain §1.11). */
const defaults = (form: FormDef, nowMs: number): FormValues => {
  const now = new Date(nowMs - (nowMs % MINUTE_MS)).toISOString();
  const dated = fieldsOf(form).filter((field) => field.kind === 'dateTime' && field.notFuture === true);
  return Object.fromEntries(dated.map((field) => [field.id, now]));
};

/** May be written on: 暫存, by its author. */
export const isOpenRecord = (record: TrackingView): boolean => !record.sent && record.mayChange.allowed;

/** Goes on with a record that is 暫存, with what was typed into it last. */
export function continueRecord(record: TrackingView, drafts: readonly Draft[]): TrackingStart {
  const draft = drafts.find(({ draftId }) => draftId === record.recordId);
  return {
    recordId: record.recordId,
    values: draft?.values ?? record.values,
    savedAt: draft?.savedAt ?? null,
  };
}

/** A new record, or the one that was being typed when the window was left. */
export function startRecord(
  view: CaseView,
  drafts: readonly Draft[],
  form: FormDef,
  newId: () => string,
  nowMs: number,
): TrackingStart {
  const draft = drafts.find(({ kind, caseId }) => kind === 'tracking' && caseId === view.row.caseId);
  if (draft === undefined) return { recordId: newId(), values: defaults(form, nowMs), savedAt: null };
  const record = view.tracking.find(({ recordId }) => recordId === draft.draftId);
  // Filed since, or not to be changed any more: its words go into a new record rather than away.
  const recordId = record === undefined || isOpenRecord(record) ? draft.draftId : newId();
  return { recordId, values: draft.values, savedAt: draft.savedAt };
}

/** The field that a column of the list shows: the first of its kind. */
export const firstOfKind = (form: FormDef, kind: FieldDef['kind']): FieldDef | undefined =>
  fieldsOf(form).find((field) => field.kind === kind);
