import { expect, test } from 'vitest';
import {
  continueRecord,
  firstOfKind,
  isOpenRecord,
  startRecord,
} from '../../../../renderer/features/tracking/tracking-start.ts';
import { REGIMES } from '../../../../shared/regime/regimes.ts';
import { anActor, anOperation, committed, logTo, nextId, NOW } from '../../../helpers/case-builders.ts';
import { aDraft } from '../../../helpers/case-desk.ts';
import { aView, viewOf } from '../../../helpers/case-view.ts';

const FORM = REGIMES['senior-high'].trackingForm;
const HOMEROOM = anActor('HOMEROOM');
const nowMs = Date.parse(NOW) + 31_000;

/** A filed case with one record that its teacher has only saved. */
const withUnsent = () => {
  const filed = logTo({ state: 'FILED' }).map(({ operation }) => operation);
  const unsent = anOperation('saveTracking', { actor: HOMEROOM, values: { description: '半句' } });
  return viewOf(committed([...filed, unsent]), HOMEROOM);
};

test('a new record is dated now, to the minute', () => {
  const start = startRecord(aView(), [], FORM, nextId, nowMs);
  expect(start.values).toEqual({ trackedAt: NOW });
  expect(start.savedAt).toBeNull();
});

test('a record that was being typed comes back under its own id', () => {
  const draft = aDraft({ kind: 'tracking', values: { description: '半句' } });
  expect(startRecord(aView(), [draft], FORM, nextId, nowMs)).toEqual({
    recordId: draft.draftId,
    values: { description: '半句' },
    savedAt: NOW,
  });
});

test('drafts of a filing or of another case are none of it', () => {
  const drafts = [aDraft(), aDraft({ kind: 'tracking', caseId: nextId() })];
  expect(startRecord(aView(), drafts, FORM, nextId, nowMs).values).toEqual({ trackedAt: NOW });
});

test('words typed into a record that has been sent since go into a new one, not away', () => {
  const view = aView({ state: 'PENDING_REPORT' });
  const draft = aDraft({
    kind: 'tracking',
    draftId: view.tracking[0]?.recordId ?? '',
    values: { description: 'x' },
  });
  const start = startRecord(view, [draft], FORM, nextId, nowMs);
  expect(start.recordId).not.toBe(draft.draftId);
  expect(start.values).toEqual({ description: 'x' });
});

test('a record 暫存 goes on with what was typed into it last', () => {
  const [record] = withUnsent().tracking;
  if (record === undefined) throw new RangeError('no record');
  expect(isOpenRecord(record)).toBe(true);
  expect(continueRecord(record, []).values).toEqual({ description: '半句' });
  const draft = aDraft({ kind: 'tracking', draftId: record.recordId, values: { description: '一句' } });
  expect(continueRecord(record, [draft])).toMatchObject({ values: { description: '一句' }, savedAt: NOW });
});

test('a sent record is not written on', () => {
  expect(aView({ state: 'PENDING_REPORT' }).tracking.map(isOpenRecord)).toEqual([false]);
});

test('the columns of content and date are found in both regimes', () => {
  for (const { trackingForm } of Object.values(REGIMES))
    expect([firstOfKind(trackingForm, 'longText')?.id, firstOfKind(trackingForm, 'dateTime')?.id]).toEqual([
      'description',
      'trackedAt',
    ]);
});
