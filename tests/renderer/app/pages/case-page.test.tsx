import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CasePage } from '../../../../renderer/app/pages/case-page.tsx';
import type { CaseView } from '../../../../shared/contract/core.ts';
import type { CaseAct } from '../../../../shared/domain/case/action.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { anActor, CASE_ID, operationsTo, waiting } from '../../../helpers/case-builders.ts';
import { aDesk, standStill } from '../../../helpers/case-desk.ts';
import { aView, viewOf } from '../../../helpers/case-view.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

beforeEach(standStill);
afterEach(() => void vi.useRealTimers());

const open = (view: CaseView, at?: 'tracking' | CaseAct) =>
  renderInApp(<CasePage caseId={CASE_ID} {...(at === undefined ? {} : { open: at })} />, {
    core: aDesk({ view: () => view }).core,
  });
const heading = () => screen.findByRole('heading', { level: 1, name: '王小明' });

describe('the head', () => {
  test('names student, 通報字號, state and delivery in words', async () => {
    const { container } = open(aView({ state: 'PENDING_REPORT' }));
    await heading();
    for (const word of ['2611210001-01', '待通報', '已收件']) expect(screen.getByText(word)).toBeDefined();
    expect(await axeProblems(container)).toEqual([]);
  });

  test('a case that waits has no number yet and claims no delivery', async () => {
    open(viewOf(waiting(operationsTo({ state: 'FILED' }))));
    await heading();
    expect(screen.getByText('待系統給號')).toBeDefined();
    expect(screen.getByText('待送出')).toBeDefined();
  });

  test('a case that cannot be seen is told, with a way to try again', async () => {
    renderInApp(<CasePage caseId={CASE_ID} />, { core: aDesk().core });
    expect((await screen.findByRole('alert')).textContent).toContain('NOT_FOUND');
  });
});

describe('acts', () => {
  test('what is allowed opens its sheet; the focus comes back to the button', async () => {
    const { user } = open(aView({ state: 'PENDING_REPORT' }));
    const report = await screen.findByRole('button', { name: '通報' });
    await user.click(report);
    expect(await screen.findByRole('dialog', { name: '通報：王小明' })).toBeDefined();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(report));
  });

  test('what is locked says why by name and on focus, and opens nothing', async () => {
    const { user } = open(aView({ state: 'PENDING_REPORT' }));
    const close = await screen.findByRole('button', { name: /結案.*案件尚未通報/ });
    close.focus();
    expect((await screen.findByRole('tooltip')).textContent).toBe('案件尚未通報');
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('導師 sees 通報 locked, because the right is the reporter’s alone', async () => {
    open(aView({ state: 'PENDING_REPORT' }, anActor('HOMEROOM')));
    expect(await screen.findByRole('button', { name: /通報.*您的權限不含此項作業/ })).toBeDefined();
  });

  test('the sheet of the place opens by itself', async () => {
    open(aView({ state: 'PENDING_REPORT' }), 'report');
    expect(await screen.findByRole('dialog', { name: '通報：王小明' })).toBeDefined();
  });

  test('after filing the tracking window opens by itself [A:644]', async () => {
    open(aView({ state: 'FILED' }, anActor('HOMEROOM')), 'tracking');
    expect(await screen.findByRole('dialog', { name: '填寫追蹤紀錄' })).toBeDefined();
  });

  test.each([
    ['senior-high', 'TRACKING', 'PRIMARY', ['通報', '結案', '退回修正', '作廢']],
    [
      'compulsory',
      'DROPOUT',
      'B_DISCIPLINE',
      ['通報', '尋獲', '受理復學', '復學', '結案', '再度失蹤', '作廢'],
    ],
  ] as const)('%s shows the acts of its own tables', async (regime, state, role, acts) => {
    open(aView({ regime, state }, anActor(role)));
    await heading();
    const groups = [
      screen.getByRole('group', { name: '通報結案' }),
      screen.getByRole('group', { name: '更多功能' }),
    ];
    const shown = groups.flatMap((group) => within(group).getAllByRole('button'));
    expect(shown.map((button) => button.textContent)).toEqual(acts);
  });
});

describe('the parts', () => {
  test('基本資料, 案件資料, 追蹤紀錄 with the number of sent ones, 歷程', async () => {
    const { user, container } = open(aView({ state: 'PENDING_REPORT' }));
    await heading();
    const tabs = screen.getAllByRole('tab');
    expect(tabs.map((tab) => tab.textContent)).toEqual(['基本資料', '案件資料', '追蹤紀錄：1筆', '歷程']);
    expect(screen.getByText('雲林縣斗六市示範路1號')).toBeDefined();
    await user.click(screen.getByRole('tab', { name: '案件資料' }));
    expect(await screen.findByText('115/11/16（一）')).toBeDefined();
    expect(await axeProblems(container)).toEqual([]);
    await user.click(screen.getByRole('tab', { name: '追蹤紀錄：1筆' }));
    expect(await screen.findByRole('table', { name: '追蹤紀錄' })).toBeDefined();
    expect(await axeProblems(container)).toEqual([]);
    await user.keyboard('{ArrowRight}');
    expect(await screen.findByRole('list', { name: '歷程' })).toBeDefined();
    expect(await axeProblems(container)).toEqual([]);
  });

  test('編輯 leads to the wizard while the filing may be changed', async () => {
    const { user, places } = open(aView({ state: 'FILED' }));
    await user.click(await screen.findByRole('button', { name: '編輯' }));
    expect(places).toEqual([{ page: 'editCase', caseId: CASE_ID }]);
  });

  test('both papers can be printed, and Ctrl+P prints the report form', async () => {
    const { user, places } = open(aView({ state: 'TRACKING' }));
    await user.click(await screen.findByRole('button', { name: '列印追蹤紀錄表' }));
    await user.keyboard('{Control>}p{/Control}');
    expect(places).toEqual([
      { page: 'print', caseId: CASE_ID, form: 'tracking' },
      { page: 'print', caseId: CASE_ID, form: 'report' },
    ]);
  });
});
