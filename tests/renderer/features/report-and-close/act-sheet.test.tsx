import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ActSheet } from '../../../../renderer/features/report-and-close/act-sheet.tsx';
import type { CaseView, CoreDoor } from '../../../../shared/contract/core.ts';
import type { Handlers } from '../../../../shared/contract/door.ts';
import type { CaseAct } from '../../../../shared/domain/case/action.ts';
import { fail, ok } from '../../../../shared/failure.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import {
  anActor,
  anOperation,
  CASE_ID,
  closingTracking,
  committed,
  nextId,
  NOW,
  operationsTo,
} from '../../../helpers/case-builders.ts';
import { aDesk, aDraft, standStill } from '../../../helpers/case-desk.ts';
import { aView, viewOf } from '../../../helpers/case-view.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

beforeEach(standStill);
afterEach(() => void vi.useRealTimers());

const closed = { count: 0 };
function open(
  view: CaseView,
  act: CaseAct,
  over: Partial<Handlers<CoreDoor>> = {},
  drafts = [] as ReturnType<typeof aDraft>[],
) {
  closed.count = 0;
  const desk = aDesk({ view: () => view, drafts }, over);
  const onClose = () => {
    closed.count += 1;
  };
  return { ...renderInApp(<ActSheet view={view} act={act} onClose={onClose} />, { core: desk.core }), desk };
}
const dialog = () => screen.findByRole('dialog');

/** A case whose latest record suggests closing for this reason; reported or not. */
const suggesting = (reason: string, reported: boolean) => {
  const record = anOperation('sendTracking', {
    actor: anActor('COUNSELOR'),
    values: closingTracking(reason),
  });
  return viewOf(committed([...operationsTo({ state: reported ? 'TRACKING' : 'FILED' }), record]));
};

describe('通報', () => {
  const view = aView({ state: 'PENDING_REPORT' });

  test('tells who is told, what locks, what follows and which paper to print', async () => {
    open(view, 'report');
    const sheet = await dialog();
    expect(
      within(sheet)
        .getAllByRole('term')
        .map((term) => term.textContent),
    ).toEqual(['誰會知道', '不能再改', '接下來', '要列印']);
    expect(within(sheet).queryByRole('button', { name: '確定' })).toBeNull();
    expect(await axeProblems(sheet)).toEqual([]);
  });

  test('[security 7.20] pressed twice is one operation, on the revision that was seen', async () => {
    const { user, app } = open(view, 'report');
    await user.dblClick(within(await dialog()).getByRole('button', { name: '通報' }));
    await screen.findByText('已通報：王小明');
    expect(app.inputsOf('case.act')).toEqual([
      expect.objectContaining({ caseId: CASE_ID, action: 'report', values: {}, baseRevision: view.revision }),
    ]);
  });

  test('afterwards: what happened, the paper, and the next case that waits for the same act', async () => {
    const next = { ...aView({ state: 'PENDING_REPORT', caseId: nextId() }).row, name: '李小華' };
    const { user, places } = open(view, 'report', {
      'desk.list': () =>
        Promise.resolve(
          ok({
            groups: [
              { regime: 'senior-high' as const, action: 'report' as const, rows: [view.row, next], total: 2 },
            ],
            drafts: [],
          }),
        ),
    });
    await user.click(within(await dialog()).getByRole('button', { name: '通報' }));
    expect(document.activeElement?.textContent).toBe('已通報：王小明');
    await user.click(await screen.findByRole('button', { name: '下一筆：李小華' }));
    await user.click(screen.getByRole('button', { name: '列印通報表' }));
    expect(places).toEqual([
      { page: 'case', caseId: next.caseId, open: 'report' },
      { page: 'print', caseId: CASE_ID, form: 'report' },
    ]);
    expect(await axeProblems(await dialog())).toEqual([]);
  });

  test('while it waits, nothing claims delivery', async () => {
    const waiting = { ...view, row: { ...view.row, delivery: 'waiting' as const } };
    const { user } = open(waiting, 'report');
    await user.click(within(await dialog()).getByRole('button', { name: '通報' }));
    expect(await screen.findByText('待送出')).toBeDefined();
    expect(screen.getByText(/^尚未送達通報服務/)).toBeDefined();
  });

  test('a suggestion to close that stands already is a warning', async () => {
    open(suggesting('GIVES_UP_STATUS', false), 'report');
    expect((await dialog()).textContent).toContain('通報後案件直接成為待結案');
  });

  test('[security 7.23] without a sent record it is locked with the reason, and there is no verb', async () => {
    open(aView({ state: 'FILED' }), 'report');
    const sheet = await dialog();
    expect(sheet.textContent).toContain('尚無已送出的追蹤紀錄');
    expect(within(sheet).queryByRole('button', { name: '通報' })).toBeNull();
  });

  test('changed by somebody meanwhile: told, and the sheet stays', async () => {
    const { user } = open(view, 'report', { 'case.act': () => Promise.resolve(fail('CONFLICT')) });
    await user.click(within(await dialog()).getByRole('button', { name: '通報' }));
    expect((await within(await dialog()).findByRole('alert')).textContent).toContain('CONFLICT');
    expect(within(await dialog()).getByRole('button', { name: '通報' })).toBeDefined();
  });
});

describe('結案', () => {
  test('shows the suggested reason and when the enrolment is compared', async () => {
    open(suggesting('BACK_TO_SCHOOL', true), 'close');
    const sheet = await dialog();
    expect(sheet.textContent).toContain('結案原因：返校復學');
    expect(sheet.textContent).toContain('學籍須在本校且為在學');
  });

  test('says nothing of the enrolment where it is not compared', async () => {
    open(suggesting('DEATH', true), 'close');
    expect((await dialog()).textContent).not.toContain('學籍所在比對：');
  });

  test('asks nothing that need not be answered until somebody unfolds it', async () => {
    const { user } = open(suggesting('BACK_TO_SCHOOL', true), 'close');
    const fold = await screen.findByRole('button', { name: '學籍所在比對不符或無法比對時填寫' });
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('radiogroup', { name: /學籍已另行確認/ })).toBeNull();
    await user.click(fold);
    expect(screen.getByRole('radiogroup', { name: /學籍已另行確認/ })).toBeDefined();
  });

  const refused = {
    opId: nextId(),
    caseId: CASE_ID,
    regime: 'senior-high' as const,
    name: '王小明',
    caseNumber: null,
    action: 'close' as const,
    occurredAt: NOW,
    delivery: 'refused' as const,
    failure: { code: 'ENROLMENT_MISMATCH' as const },
    blockedBy: null,
    attempts: 1,
  };

  test('refused by the enrolment check: explained, and closed again with how it was confirmed', async () => {
    const calls: string[] = [];
    const { user, app } = open(suggesting('BACK_TO_SCHOOL', true), 'close', {
      'outbox.list': () => Promise.resolve(ok({ items: [refused] })),
      'outbox.withdraw': ({ opId }) => {
        calls.push(opId);
        return Promise.resolve(ok({ draftId: null }));
      },
    });
    const sheet = await dialog();
    expect(sheet.textContent).toContain('可能是學籍系統尚未更新');
    await user.click(within(sheet).getByRole('radio', { name: '是' }));
    await user.click(within(sheet).getByRole('button', { name: '結案' }));
    expect(app.inputsOf('case.act')).toEqual([]);
    await user.click(within(sheet).getAllByRole('radio')[2] ?? sheet);
    await user.type(within(sheet).getByLabelText(/^確認日期/), '1151120');
    await user.type(within(sheet).getByLabelText(/^確認人/), '註冊組長');
    await user.click(within(sheet).getByRole('button', { name: '結案' }));
    await screen.findByText('已結案：王小明');
    expect(calls).toEqual([refused.opId]);
    expect(app.inputsOf('case.act')).toMatchObject([
      {
        values: {
          override: 'yes',
          overrideMethod: 'PHONE',
          overrideOn: '2026-11-20',
          overrideBy: '註冊組長',
        },
      },
    ]);
  });

  test('無故七日轉休學 is followed by one filing of a 休學', async () => {
    const { user, places } = open(suggesting('SEVEN_DAYS_TO_SUSPENSION', true), 'close');
    await user.click(within(await dialog()).getByRole('button', { name: '結案' }));
    await user.click(await screen.findByRole('button', { name: '新增填報' }));
    expect(places).toEqual([{ page: 'newCase', regime: 'senior-high' }]);
  });
});

describe('an act with a small form', () => {
  const view = aView({ state: 'PENDING_REPORT' });

  test('退回修正 wants its reason and puts the focus there', async () => {
    const { user, app } = open(view, 'sendBack');
    await user.click(within(await dialog()).getByRole('button', { name: '退回修正' }));
    expect(document.activeElement).toBe(screen.getByLabelText(/^退回原因/));
    expect(app.inputsOf('case.act')).toEqual([]);
    await user.type(screen.getByLabelText(/^退回原因/), '請補地址');
    await user.click(screen.getByRole('button', { name: '退回修正' }));
    await screen.findByText('已退回修正：王小明');
    expect(app.inputsOf('case.act')).toMatchObject([{ action: 'sendBack', values: { reason: '請補地址' } }]);
  });

  test('what was typed is a draft of the act and comes back', async () => {
    const { user, unmount, desk } = open(view, 'sendBack');
    await user.type(await screen.findByLabelText(/^退回原因/), '請補');
    unmount();
    await waitFor(() => expect(desk.drafts()).toMatchObject([{ kind: 'act', action: 'sendBack' }]));
    open(view, 'sendBack', {}, [...desk.drafts()]);
    expect((await screen.findByLabelText<HTMLTextAreaElement>(/^退回原因/)).value).toBe('請補');
  });

  test('先不處理 changes nothing', async () => {
    const { user, app } = open(view, 'void');
    await user.click(await screen.findByRole('button', { name: '先不處理' }));
    expect(closed.count).toBe(1);
    expect(app.inputsOf('case.act')).toEqual([]);
  });

  test('尋獲 of a compulsory case is drawn from its own table', async () => {
    const found = aView({ regime: 'compulsory', state: 'DROPOUT' }, anActor('B_DISCIPLINE'));
    const { user, app } = open(found, 'find');
    const sheet = await dialog();
    expect(sheet.textContent).toContain('須以書面或電話通知強迫入學委員會');
    await user.type(within(sheet).getByLabelText(/^尋獲日期/), '1151119');
    await user.click(within(sheet).getByRole('radio', { name: /警/ }));
    await user.click(within(sheet).getByRole('radio', { name: '電話' }));
    await user.click(within(sheet).getByRole('button', { name: '尋獲' }));
    await screen.findByText('已登錄尋獲：王小明');
    expect(app.inputsOf('case.act')).toMatchObject([{ action: 'find', values: { foundOn: '2026-11-19' } }]);
  });
});
