import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { printDocument } from '../../../../main/core/print/print-document.ts';
import { PrintDocument } from '../../../../shared/contract/print.ts';
import type { CaseView } from '../../../../shared/contract/core.ts';
import { aView } from '../../../helpers/case-view.ts';

const aCaseView = () => aView({ state: 'TRACKING' });

/** The one record that a case in 追蹤中 has, sent or still 暫存. */
const aTrackingView = ({ sent }: { sent: boolean }) => {
  const record = aCaseView().tracking[0];
  if (record === undefined) throw new Error('no record');
  return { ...record, sent };
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const printed = (view: CaseView, form: 'report' | 'tracking' = 'report') =>
  printDocument({
    form,
    caseView: view,
    schoolName: '旭日示範高級中學',
    printedBy: '陳怡君',
    now: '2026-11-22T01:37:00.000Z',
    sha256,
  });

const textsOf = (document: PrintDocument | null) =>
  (document?.blocks ?? []).flatMap((block) =>
    block.kind === 'fields' || block.kind === 'record' ? block.pairs.map((p) => `${p.label}=${p.value}`) : [],
  );

describe('學生通報紀錄表', () => {
  test('fits its contract and says who, when and which version', () => {
    const document = printed(aCaseView());
    expect(PrintDocument.safeParse(document).success).toBe(true);
    expect(document).toMatchObject({
      title: '學生通報紀錄表',
      schoolName: '旭日示範高級中學',
      printedBy: '陳怡君',
      printedAt: '115/11/22 09:37',
      formVersion: '112.04.17',
    });
    expect(document?.blocks.at(-1)).toEqual({
      kind: 'signatures',
      boxes: ['導師', '輔導人員', '主要通報人', '一級主管', '校長'],
    });
  });

  test('has labels instead of codes and 民國 dates, never an ISO date', () => {
    const texts = textsOf(printed(aCaseView()));
    expect(texts.some((text) => text.startsWith('學生姓名='))).toBe(true);
    expect(texts.filter((text) => /\d{4}-\d\d-\d\d/.test(text))).toEqual([]);
    expect(
      texts.filter((text) => /=[A-Z][A-Z_0-9]{3,}$/.test(text) && !text.startsWith('身分證字號')),
    ).toEqual([]);
  });

  test('[I15] what the service has not receipted carries the watermark and no invented number', () => {
    const view = aCaseView();
    const waiting = { ...view, row: { ...view.row, delivery: 'waiting' as const, caseNumber: null } };
    expect(printed(waiting)).toMatchObject({ watermark: '離線列印，待系統確認', caseNumber: '待系統給號' });
    expect(printed({ ...view, row: { ...view.row, delivery: 'received' } })?.watermark).toBeNull();
  });

  test('the QR code holds number, form version and content hash; another content has another hash', () => {
    const view = aCaseView();
    const document = printed(view);
    expect(document?.qr).toBe(
      `XUELU|${view.row.caseNumber ?? '-'}|studentReport@112.04.17|${document?.contentHash ?? ''}`,
    );
    const other = printed({ ...view, values: { ...view.values, address: '別的地址' } });
    expect(other?.contentHash).not.toBe(document?.contentHash);
  });

  test('[security 7.13] markup in a text stays text', () => {
    const view = aCaseView();
    const texts = textsOf(
      printed({ ...view, values: { ...view.values, address: '<img src=x onerror=alert(1)>' } }),
    );
    expect(texts).toContain('居住地址=<img src=x onerror=alert(1)>');
  });

  test('a regime without the paper has none', () => {
    const view = aCaseView();
    expect(printed({ ...view, row: { ...view.row, regime: 'compulsory' } })).toBeNull();
  });
});

describe('學生追蹤紀錄表', () => {
  test('has every sent record in order and leaves a 暫存 one out', () => {
    const view = aCaseView();
    const record = aTrackingView({ sent: true });
    const document = printed(
      { ...view, tracking: [record, aTrackingView({ sent: false }), { ...record, authorName: '第二位' }] },
      'tracking',
    );
    const titles = document?.blocks.flatMap((block) => (block.kind === 'record' ? [block.title] : []));
    expect(titles).toHaveLength(2);
    expect(titles?.[0]).toContain('第 1 筆');
    expect(titles?.[1]).toContain('第 2 筆　填寫人 第二位');
  });

  test('says in words that there is no record', () => {
    const document = printed({ ...aCaseView(), tracking: [] }, 'tracking');
    expect(document?.blocks).toContainEqual({ kind: 'note', text: '尚無已送出的追蹤紀錄。' });
  });
});
