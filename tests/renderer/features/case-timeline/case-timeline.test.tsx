import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { CaseTimeline } from '../../../../renderer/features/case-timeline/case-timeline.tsx';
import type { CaseView } from '../../../../shared/contract/core.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { anActor, anOperation, committed, operationsTo, waiting } from '../../../helpers/case-builders.ts';
import { aView, viewOf } from '../../../helpers/case-view.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

const lines = async (view: CaseView) => {
  const { container } = renderInApp(<CaseTimeline view={view} />);
  const line = await screen.findByRole('list', { name: '歷程' });
  return { container, items: within(line).getAllByRole('listitem') };
};

describe('the timeline of a case', () => {
  test('tells day in 民國, time, actor with role, and what was done, in the order of the log', async () => {
    const { items, container } = await lines(aView({ state: 'TRACKING' }));
    expect(items.map((item) => item.textContent)).toEqual([
      expect.stringContaining('已提交填報'),
      expect.stringContaining('已提交追蹤紀錄'),
      expect.stringContaining('已通報'),
    ]);
    expect(items[0]?.textContent).toContain('115/11/21（六）');
    expect(items[0]?.textContent).toContain('10:30');
    expect(items[0]?.textContent).toContain('林小芳（導師）');
    expect(items[2]?.textContent).toContain('陳主任（學校主要通報人）');
    expect(await axeProblems(container)).toEqual([]);
  });

  test('names a day once', async () => {
    const { container } = await lines(aView({ state: 'TRACKING' }));
    expect(container.textContent?.match(/115\/11\/21（六）/g)).toHaveLength(1);
  });

  test('sets apart what followed by itself', async () => {
    const { items } = await lines(aView({ state: 'PENDING_REPORT' }));
    expect(items[1]?.textContent).toContain('系統：案件狀態隨之改為「待通報」');
    expect(items[0]?.textContent).not.toContain('系統：');
  });

  test('shows the words that were written, as text', async () => {
    const typed = '<b>補</b>\n第二行';
    const sendBack = anOperation('sendBack', { values: { reason: typed } });
    const view = viewOf(committed([...operationsTo({ state: 'PENDING_REPORT' }), sendBack]));
    const { items, container } = await lines(view);
    expect(within(items[2] ?? container).getByText(/<b>補<\/b>/).textContent).toBe(typed);
    expect(container.querySelector('b')).toBeNull();
  });

  test('shows answers as review page and paper do', async () => {
    const { items } = await lines(aView({ regime: 'compulsory', state: 'FOUND' }));
    expect(items.at(-1)?.textContent).toContain('尋獲日期：115/11/19（四）');
    expect(items.at(-1)?.textContent).toContain('通知強迫入學委員會方式：電話');
  });

  test('marks what has not been sent yet 待送出, and nothing else', async () => {
    const log = [
      ...committed(operationsTo({ state: 'PENDING_REPORT' })),
      ...waiting([anOperation('report', { actor: anActor('PRIMARY') })]),
    ];
    const { items } = await lines(viewOf(log));
    expect(items.map((item) => item.textContent?.includes('待送出'))).toEqual([false, false, true]);
  });

  test('marks what was refused', async () => {
    const view = aView({ state: 'TRACKING' });
    const timeline = view.timeline.map((item, index) =>
      index === 2 ? { ...item, delivery: 'refused' as const } : item,
    );
    const { items } = await lines({ ...view, timeline });
    expect(items[2]?.textContent).toContain('已退回');
  });
});
