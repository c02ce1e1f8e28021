import { expect, test } from 'vitest';
import { handoverSheet } from '../../../../main/core/print/handover-sheet.ts';
import type { Handover } from '../../../../shared/contract/core.ts';
import { textFor } from '../../../../shared/text/index.ts';
import { aRow } from '../../../helpers/case-rows.ts';

const t = textFor('zh-TW');

const textOf = (handover: Handover): string =>
  JSON.stringify(handoverSheet(handover, '旭日示範高級中學', t).blocks);

const NOTHING: Handover = { cases: [], unsent: [], helpers: [], approvals: [] };

test('every open case stands on the list with its number, state and next date', () => {
  const row = aRow({ state: 'TRACKING' });
  const text = textOf({ ...NOTHING, cases: [{ row, due: '2026-12-01', dueFor: 'returnHelp' }] });
  expect(text).toContain('未結案件（1 件）');
  expect(text).toContain(row.caseNumber ?? '?');
  expect(text).toContain('115/12/01（二）\\n協助復學期限');
});

test('an empty list says so in each part instead of leaving it out', () => {
  const text = textOf(NOTHING);
  for (const sentence of [
    '目前沒有未結案件',
    '沒有尚未送出的資料',
    '沒有指派協助追蹤人員',
    '沒有待審核的申請',
  ])
    expect(text).toContain(sentence);
});

test('without central it does not claim that no application waits', () => {
  const text = textOf({ ...NOTHING, approvals: null });
  expect(text).not.toContain('沒有待審核的申請');
  expect(text).toContain('連線後請再列印一次');
});
