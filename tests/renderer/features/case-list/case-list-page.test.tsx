import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CoreInput } from '../../../../renderer/bridge/queries.ts';
import { CaseListPage } from '../../../../renderer/features/case-list/case-list-page.tsx';
import type { CaseRow } from '../../../../shared/contract/core.ts';
import type { Role } from '../../../../shared/domain/account/role.ts';
import { fail, ok } from '../../../../shared/failure.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { anActor } from '../../../helpers/case-builders.ts';
import { aRow, manyRows } from '../../../helpers/case-rows.ts';
import { renderInApp, startAs, type RenderOptions } from '../../../helpers/window-app.tsx';

type Query = CoreInput<'case.list'>;

beforeEach(() => Object.defineProperty(window, 'innerWidth', { configurable: true, value: 1920 }));

/** The list over these rows; pages by number as cursor. */
function openList(rows: readonly CaseRow[], options: RenderOptions = {}, role: Role = 'PRIMARY') {
  const shown = renderInApp(<CaseListPage regime="senior-high" />, {
    core: {
      'case.start': startAs(role),
      'case.list': ({ cursor, limit }) => {
        const from = Number(cursor ?? 0);
        const next = from + limit < rows.length ? String(from + limit) : null;
        return Promise.resolve(ok({ rows: rows.slice(from, from + limit), next, total: rows.length }));
      },
      ...options.core,
    },
  });
  const lastQuery = () => shown.app.inputsOf('case.list').at(-1) as Query;
  return { ...shown, lastQuery };
}

const rowOf = async (name: string) => {
  const cell = await screen.findByText(name);
  const row = cell.closest<HTMLElement>('[role="row"]');
  if (row === null) throw new Error(`${name} stands in no row`);
  return row;
};

describe('the table', () => {
  test('[A:624–630] all columns, state in words with 追蹤紀錄:n筆 and the delivery until received', async () => {
    const { container } = openList([
      aRow({ state: 'PENDING_REPORT' }, { name: '甲' }),
      aRow({ state: 'FILED' }, { name: '乙', delivery: 'waiting', caseNumber: null }),
    ]);
    const first = await rowOf('甲');
    expect(screen.getAllByRole('columnheader')).toHaveLength(14);
    for (const words of ['待通報', '追蹤紀錄:1筆', '無故缺曠連續三日', '個人因素', '尚未結案']) {
      expect(within(first).getByText(words)).toBeDefined();
    }
    expect(within(first).queryByText('已收件')).toBeNull();
    const second = within(await rowOf('乙'));
    expect(second.getByText('待送出')).toBeDefined();
    expect(second.getByText('（送出後給號）')).toBeDefined();
    expect(screen.getByText('共 2 筆')).toBeDefined();
    expect(await axeProblems(container)).toEqual([]);
  });

  test('[security 7.13] a name that looks like markup is text', async () => {
    openList([aRow({}, { name: '<img src=x onerror=alert(1)>' })]);
    expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeDefined();
    expect(document.querySelector('img')).toBeNull();
  });

  test('a heading sorts and tells the order', async () => {
    const { user, lastQuery } = openList([aRow()]);
    const heading = await screen.findByRole('columnheader', { name: '姓名' });
    expect(heading.getAttribute('aria-sort')).toBe('none');
    await user.click(within(heading).getByRole('button'));
    expect(heading.getAttribute('aria-sort')).toBe('ascending');
    expect(lastQuery()).toMatchObject({ sort: 'name', descending: false, cursor: null });
    await user.click(within(heading).getByRole('button'));
    expect(heading.getAttribute('aria-sort')).toBe('descending');
  });

  test('fifty thousand rows: only those in sight are drawn, pages are read as one comes to them', async () => {
    const { user, app } = openList(manyRows(50_000));
    await screen.findByText('學生0');
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('50001');
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    expect(app.inputsOf('case.list')).toHaveLength(1);
    (await rowOf('學生0')).focus();
    await user.keyboard('{PageDown}');
    expect(app.inputsOf('case.list')).toHaveLength(1);
  });

  test('hidden columns can be shown and hidden; the name always stays', async () => {
    const { user } = openList([aRow()]);
    await screen.findByText('王小明');
    await user.click(screen.getByRole('button', { name: '欄位' }));
    await user.click(screen.getByRole('checkbox', { name: '學號' }));
    expect(screen.queryByRole('columnheader', { name: '學號' })).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '姓名' }).disabled).toBe(true);
  });
});

describe('keys', () => {
  test('↑↓ move from row to row, Tab reaches the acts of that row alone, Enter opens the case', async () => {
    const { user, places } = openList(manyRows(30));
    (await rowOf('學生0')).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    await waitFor(async () => expect(document.activeElement).toBe(await rowOf('學生1')));
    await user.tab();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('開啟填報表單：學生1');
    await user.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
    expect(places).toEqual([{ page: 'case', caseId: manyRows(2)[1]?.caseId }]);
  });

  test('End goes to the last row and Home back', async () => {
    const { user } = openList(manyRows(30));
    (await rowOf('學生0')).focus();
    await user.keyboard('{End}');
    await waitFor(async () => expect(document.activeElement).toBe(await rowOf('學生29')));
    await user.keyboard('{Home}');
    await waitFor(async () => expect(document.activeElement).toBe(await rowOf('學生0')));
  });
});

describe('acts', () => {
  test('▶ opens the sheet of the act', async () => {
    const { user, places } = openList([aRow({ state: 'PENDING_REPORT' })]);
    await user.click(await screen.findByRole('button', { name: '通報：王小明' }));
    expect(places).toMatchObject([{ page: 'case', open: 'report' }]);
  });

  test('[A:1294–1296] a lock tells its reason by name, on hover and on focus, and does nothing', async () => {
    const { user, places } = openList([aRow({ state: 'FILED' })]);
    const lock = await screen.findByRole('button', { name: '通報（無法使用：尚無已送出的追蹤紀錄）' });
    expect(lock.getAttribute('aria-disabled')).toBe('true');
    await user.hover(lock);
    expect((await screen.findByRole('tooltip')).textContent).toBe('尚無已送出的追蹤紀錄');
    await user.unhover(lock);
    await user.hover(screen.getByRole('button', { name: '新增填報' }));
    fireEvent.keyDown(lock, { key: 'Escape' });
    expect(screen.queryByRole('tooltip')).toBeNull();
    lock.focus();
    expect(await screen.findByRole('tooltip')).toBeDefined();
    await user.click(lock);
    expect(places).toEqual([]);
  });

  test('[A:591–595] 更多功能: acts with their locks, the form to print; the focus comes back', async () => {
    const { user, places } = openList([aRow({ state: 'TRACKING' }, {}, anActor('COUNSELOR'))]);
    const more = await screen.findByRole('button', { name: '更多功能：王小明' });
    await user.click(more);
    const items = (await screen.findAllByRole('menuitem')).map((item) => item.textContent);
    expect(items).toEqual([
      '退回修正（無法使用：您的權限不含此項作業）',
      '作廢（無法使用：您的權限不含此項作業）',
      '下載（通報表單）',
      '列印追蹤紀錄',
    ]);
    await user.click(screen.getByRole('menuitem', { name: /^作廢/ }));
    expect(places).toEqual([]);
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: '更多功能：王小明' })),
    );
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('menuitem', { name: '列印追蹤紀錄' }));
    expect(places).toMatchObject([{ page: 'print', form: 'tracking' }]);
  });

  test('[A:423] 新增填報 is there only for those who may file', async () => {
    openList([aRow()], {}, 'COUNSELOR');
    await screen.findByText('王小明');
    expect(screen.queryByRole('button', { name: '新增填報' })).toBeNull();
  });
});

describe('filters', () => {
  const search = () => screen.findByRole<HTMLInputElement>('textbox', { name: '查詢' });

  test('typing filters at once; while an input method composes the list waits for the word', async () => {
    const { app, lastQuery } = openList([aRow()]);
    const field = await search();
    fireEvent.compositionStart(field);
    fireEvent.change(field, { target: { value: 'ㄨ' } });
    fireEvent.change(field, { target: { value: '王' } });
    fireEvent.compositionEnd(field, { target: { value: '王' } });
    await waitFor(() => expect(lastQuery().text).toBe('王'));
    expect((app.inputsOf('case.list') as Query[]).map(({ text }) => text)).not.toContain('ㄨ');
  });

  test('[security 7.15] what is typed goes to the core as it is', async () => {
    const { user, lastQuery } = openList([aRow()]);
    await user.type(await search(), '100%_\\\'"');
    await waitFor(() => expect(lastQuery().text).toBe('100%_\\\'"'));
  });

  test('民國 dates in any usual way; a wrong one is told and the list stays', async () => {
    const { user, lastQuery } = openList([aRow()]);
    const from = await screen.findByRole('textbox', { name: '開始日期' });
    await user.clear(from);
    await user.type(from, '1150101');
    await waitFor(() => expect(lastQuery().from).toBe('2026-01-01'));
    await user.clear(from);
    await user.type(from, '112/02/29');
    await user.tab();
    expect(screen.getByText('日期不存在')).toBeDefined();
    expect(lastQuery().from).toBe('2026-01-01');
  });

  test('[security 7.9] end before start, and more than five years', async () => {
    const { user, lastQuery } = openList([aRow()]);
    const from = await screen.findByRole('textbox', { name: '開始日期' });
    const before = lastQuery().from;
    await user.clear(from);
    await user.type(from, '100/01/01');
    expect(screen.getByText('期間最長5年')).toBeDefined();
    await user.clear(from);
    await user.type(from, '150/01/01');
    expect(screen.getByText('結束日期不可早於開始日期')).toBeDefined();
    expect(lastQuery().from).toBe(before);
  });

  test('a state filters; 清除篩選 takes everything back', async () => {
    const { user, lastQuery } = openList([aRow()]);
    await user.selectOptions(await screen.findByRole('combobox', { name: '狀態' }), '待通報');
    await waitFor(() => expect(lastQuery().state).toBe('PENDING_REPORT'));
    await user.type(await search(), '王');
    await user.click(screen.getByRole('button', { name: '清除篩選' }));
    await waitFor(() => expect(lastQuery()).toMatchObject({ state: null, text: '' }));
    expect((await search()).value).toBe('');
  });

  test('filters are there when one comes back', async () => {
    function Away() {
      const [away, setAway] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setAway(!away)}>
            turn
          </button>
          {away ? null : <CaseListPage regime="senior-high" />}
        </>
      );
    }
    const { user, app } = renderInApp(<Away />, {
      core: { 'case.list': () => Promise.resolve(ok({ rows: [aRow()], next: null, total: 1 })) },
    });
    await user.type(await search(), '王');
    await waitFor(() => expect(app.inputsOf('case.list').at(-1)).toMatchObject({ text: '王' }));
    await user.click(screen.getByText('turn'));
    await user.click(screen.getByText('turn'));
    expect((await search()).value).toBe('王');
    expect(app.inputsOf('case.list').at(-1)).toMatchObject({ text: '王' });
  });
});

describe('nothing to show', () => {
  test('no case yet says what to do; nothing found says to widen', async () => {
    const { user, places } = openList([]);
    await screen.findByText('最近十二個月沒有案件');
    await user.click(screen.getAllByRole('button', { name: '新增填報' })[0] as HTMLElement);
    expect(places).toEqual([{ page: 'newCase', regime: 'senior-high' }]);
    await user.type(screen.getByRole('textbox', { name: '查詢' }), 'zz');
    expect(await screen.findByText('沒有符合篩選條件的案件')).toBeDefined();
  });

  test('a refusal is told with a way on', async () => {
    openList([], { core: { 'case.list': () => Promise.resolve(fail('VAULT_BUSY')) } });
    expect(await screen.findByRole('alert')).toBeDefined();
  });
});
