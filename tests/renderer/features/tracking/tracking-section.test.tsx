import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TrackingSection } from '../../../../renderer/features/tracking/tracking-section.tsx';
import type { CaseView } from '../../../../shared/contract/core.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import {
  anActor,
  anOperation,
  CASE_ID,
  committed,
  completeTracking,
  logTo,
} from '../../../helpers/case-builders.ts';
import { aDesk, aDraft, standStill, type Desk } from '../../../helpers/case-desk.ts';
import { aView, viewOf } from '../../../helpers/case-view.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

beforeEach(standStill);
afterEach(() => void vi.useRealTimers());

const HOMEROOM = anActor('HOMEROOM');
const filed = () => aView({ state: 'FILED' }, HOMEROOM);
const open = (view: CaseView, openAtOnce = false, desk: Desk = aDesk()) =>
  renderInApp(<TrackingSection view={view} openAtOnce={openAtOnce} />, { core: desk.core });
const dialog = () => screen.findByRole('dialog', { name: '填寫追蹤紀錄' });

const written = (values = completeTracking('senior-high')) =>
  aDesk({ drafts: [aDraft({ kind: 'tracking', values })] });

describe('the list', () => {
  test('shows content, both dates in 民國 and the state of each record', async () => {
    const { container } = open(aView({ state: 'PENDING_REPORT' }));
    const table = await screen.findByRole('table', { name: '追蹤紀錄' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(['編號', '填寫人姓名', '追蹤內容', '追蹤日期', '填寫日期', '狀態', '詳細資料', '刪除']);
    const cells = within(table).getAllByRole('cell').slice(0, 6);
    expect(cells.map((cell) => cell.textContent)).toEqual([
      '1',
      '林小芳',
      '電話聯繫家長，學生在家休息。',
      '115/11/21 10:30',
      '115/11/21 10:30',
      '已送出',
    ]);
    expect(await axeProblems(container)).toEqual([]);
  });

  test('without records it says what to do', async () => {
    open(filed());
    expect(await screen.findByText('尚無追蹤紀錄')).toBeDefined();
  });

  test('[security 7.27] 一級主管 writes no record: the lock says why', async () => {
    const { user } = open(aView({ state: 'FILED' }, anActor('HEAD')));
    await user.click(await screen.findByRole('button', { name: /新增追蹤紀錄.*您的權限不含此項作業/ }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('刪除 is locked with its reason once reported', async () => {
    open(aView({ state: 'TRACKING' }));
    expect(await screen.findByRole('button', { name: /刪除第1筆.*案件已通報/ })).toBeDefined();
  });

  test('刪除 tells what follows, then deletes once', async () => {
    const view = aView({ state: 'PENDING_REPORT' });
    const { user, app } = open(view);
    await user.click(await screen.findByRole('button', { name: '刪除第1筆' }));
    const sheet = await screen.findByRole('dialog', { name: '刪除追蹤紀錄' });
    expect(sheet.textContent).toContain('案件回到已填報');
    await user.dblClick(within(sheet).getByRole('button', { name: '刪除' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(app.inputsOf('tracking.delete')).toMatchObject([
      { caseId: CASE_ID, recordId: view.tracking[0]?.recordId },
    ]);
  });

  test('詳細資料 of a sent record is read-only', async () => {
    const { user } = open(aView({ state: 'PENDING_REPORT' }));
    await user.click(await screen.findByRole('button', { name: '第1筆詳細資料' }));
    const window_ = await screen.findByRole('dialog', { name: '詳細資料' });
    expect(window_.textContent).toContain('電話聯繫家長');
    expect(within(window_).queryByRole('textbox')).toBeNull();
  });
});

describe('the window of a record', () => {
  test('opens by itself after filing and says that one record must be added', async () => {
    open(filed(), true);
    const form = await dialog();
    expect(form.textContent).toContain('請新增一筆追蹤紀錄並提交，否則主要通報人無法通報');
    expect(form.textContent).toContain('王小明');
    expect(form.textContent).toContain('0912-345-678');
    expect(await axeProblems(form)).toEqual([]);
  });

  test('does not open by itself where one may not write', async () => {
    open(aView({ state: 'CLOSED' }), true);
    await screen.findByRole('table');
    await Promise.resolve();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('is dated now unless somebody says otherwise', async () => {
    open(filed(), true);
    const date = within(await dialog()).getByLabelText<HTMLInputElement>(/追蹤日期時間.*日期$/);
    expect(date.value).toBe('115/11/21（六）');
  });

  test('asks for 建議結案事由 only after 是', async () => {
    const { user } = open(filed(), true);
    const form = await dialog();
    expect(within(form).queryByRole('radiogroup', { name: /建議結案事由/ })).toBeNull();
    await user.click(
      within(within(form).getByRole('radiogroup', { name: /^建議結案/ })).getByRole('radio', { name: '是' }),
    );
    expect(within(form).getByRole('radiogroup', { name: /建議結案事由/ })).toBeDefined();
  });

  test('提交 with open fields puts the focus on the first and sends nothing', async () => {
    const { user, app } = open(filed(), true);
    const form = await dialog();
    await user.click(within(form).getByRole('button', { name: '提交' }));
    expect(document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe('method');
    expect(app.inputsOf('tracking.put')).toEqual([]);
  });

  test('[security 7.20] 提交 twice is one operation, under the id of the record that was typed', async () => {
    const desk = written();
    const { user, app } = open(filed(), true, desk);
    await user.dblClick(within(await dialog()).getByRole('button', { name: '提交' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(app.inputsOf('tracking.put')).toEqual([
      expect.objectContaining({
        caseId: CASE_ID,
        recordId: aDraft().draftId,
        draftId: aDraft().draftId,
        action: 'sendTracking',
        values: completeTracking('senior-high'),
      }),
    ]);
  });

  test('暫存 takes what is there', async () => {
    const { user, app } = open(filed(), true, written({ description: '半句' }));
    await user.click(within(await dialog()).getByRole('button', { name: '暫存' }));
    await waitFor(() =>
      expect(app.inputsOf('tracking.put')).toMatchObject([
        { action: 'saveTracking', values: { description: '半句' } },
      ]),
    );
  });

  test('closing needs no question: the words come back, and the focus returns to the button', async () => {
    const desk = aDesk();
    const { user } = open(filed(), false, desk);
    const add = await screen.findByRole('button', { name: '新增追蹤紀錄' });
    await user.click(add);
    await user.type(within(await dialog()).getByLabelText(/^追蹤說明內容/), '家長表示');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(add));
    await user.click(add);
    const text = within(await dialog()).getByLabelText<HTMLTextAreaElement>(/^追蹤說明內容/);
    expect(text.value).toBe('家長表示');
    expect(desk.drafts()).toHaveLength(1);
  });

  test('Escape closes the calendar first and leaves the window open', async () => {
    const { user } = open(filed(), true);
    await user.click(within(await dialog()).getByRole('button', { name: '選擇日期' }));
    await screen.findByRole('grid');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull());
    expect(screen.queryByRole('dialog', { name: '填寫追蹤紀錄' })).not.toBeNull();
  });

  test('a record 暫存 of mine opens to be written on', async () => {
    const before = logTo({ state: 'FILED' }).map(({ operation }) => operation);
    const unsent = anOperation('saveTracking', { actor: HOMEROOM, values: { description: '半句' } });
    const { user } = open(viewOf(committed([...before, unsent]), HOMEROOM));
    await user.click(await screen.findByRole('button', { name: '第1筆詳細資料' }));
    const text = within(await dialog()).getByLabelText<HTMLTextAreaElement>(/^追蹤說明內容/);
    expect(text.value).toBe('半句');
  });

  test('a compulsory case has its own form, drawn from its table', async () => {
    open(aView({ regime: 'compulsory' }, anActor('B_GUIDANCE')), true);
    const form = await dialog();
    expect(within(form).getByLabelText(/^追蹤協尋說明/)).toBeDefined();
    expect(form.textContent).not.toContain('否則主要通報人無法通報');
  });
});
