import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CoreInput } from '../../../../renderer/bridge/queries.ts';
import { HistoryPage } from '../../../../renderer/features/account-history/history-page.tsx';
import type { AuditLine } from '../../../../shared/contract/account-shapes.ts';
import { fail, ok } from '../../../../shared/failure.ts';
import { aKeeper } from '../../../helpers/account-window.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { renderInApp, type RenderOptions } from '../../../helpers/window-app.tsx';

const aLine = (seq: number, over: Partial<AuditLine> = {}): AuditLine => ({
  seq,
  at: '2026-11-21T02:30:00.000Z',
  actor: { name: '陳主任', account: 'primary', roles: ['PRIMARY'] },
  action: 'account.disable',
  subject: { name: `人員${seq}`, account: `teacher${seq}` },
  school: '示範高級中學',
  fields: ['status'],
  outcome: 'ok',
  ...over,
});

/** The history of these lines, read by fifty. */
function open(lines: readonly AuditLine[], core: RenderOptions['core'] = {}) {
  const shown = renderInApp(<HistoryPage />, {
    session: aKeeper(),
    core: {
      'audit.list': ({ before, limit }) => {
        const from = before === null ? 0 : lines.findIndex(({ seq }) => seq < before);
        const rows = from < 0 ? [] : lines.slice(from, from + limit);
        const more = from >= 0 && from + limit < lines.length;
        return Promise.resolve(ok({ rows, next: more ? (rows.at(-1)?.seq ?? null) : null }));
      },
      ...core,
    },
  });
  const queries = () => shown.app.inputsOf('audit.list') as CoreInput<'audit.list'>[];
  return { ...shown, queries };
}

test('time in 民國, who with role, what, to whom, which fields, outcome', async () => {
  const { container } = open([
    aLine(3),
    aLine(2, { actor: null, action: 'session.create', outcome: 'LOCKED_OUT', subject: null, fields: [] }),
    aLine(1, { action: 'operation.report' }),
  ]);
  await screen.findByText('停用帳號');
  const [, first, second, third] = screen.getAllByRole('row');
  expect(
    within(first ?? container)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual([
    '115/11/21 10:30',
    '陳主任（primary）學校主要通報人',
    '停用帳號',
    '人員3（teacher3） · 示範高級中學',
    '帳號狀態',
    '完成',
  ]);
  expect(second?.textContent).toContain('系統或未登入者登入示範高級中學—未完成：連續失敗，暫停登入');
  expect(third?.textContent).toContain('案件：通報');
  expect(await axeProblems(container)).toEqual([]);
});

test('a code without a text is shown as it is, and no line is lost', async () => {
  open([aLine(1, { action: 'later.thing', fields: ['newField'], outcome: 'SOMETHING' })]);
  expect(await screen.findByText('later.thing')).toBeDefined();
  expect(screen.getByText('newField')).toBeDefined();
  expect(screen.getByText('未完成：SOMETHING')).toBeDefined();
});

test('更多 reads on before the last line, to the end', async () => {
  const lines = Array.from({ length: 70 }, (_, n) => aLine(100 - n));
  const { user, queries } = open(lines);
  expect(await screen.findByText('已顯示 50 筆')).toBeDefined();
  await user.click(screen.getByRole('button', { name: '更多' }));
  expect(await screen.findByText('共 70 筆，已全部顯示')).toBeDefined();
  expect(queries().map(({ before }) => before)).toEqual([null, 51]);
  expect(screen.queryByRole('button', { name: '更多' })).toBeNull();
});

test('dates in 民國 and text narrow it; a date that is none is told and asks nothing', async () => {
  const { user, queries } = open([aLine(1)]);
  const from = await screen.findByRole('textbox', { name: '開始日期' });
  await user.type(from, '115/13/1');
  await user.tab();
  expect(await screen.findByText('日期不存在')).toBeDefined();
  expect(queries().every((query) => query.from === null || query.from < '2026-12-01')).toBe(true);
  await user.clear(from);
  await user.type(from, '1151101');
  await user.type(screen.getByRole('textbox', { name: '結束日期' }), '1151130');
  await user.type(screen.getByRole('textbox', { name: '查詢' }), '王');
  await waitFor(() =>
    expect(queries().at(-1)).toMatchObject({ from: '2026-11-01', to: '2026-11-30', text: '王' }),
  );
  await user.click(screen.getByRole('button', { name: '清除篩選' }));
  await waitFor(() => expect(queries().at(-1)).toMatchObject({ from: null, to: null, text: '' }));
});

test('the end before the beginning is told', async () => {
  const { user } = open([aLine(1)]);
  await user.type(await screen.findByRole('textbox', { name: '開始日期' }), '1151130');
  await user.type(screen.getByRole('textbox', { name: '結束日期' }), '1151101');
  await user.tab();
  expect(await screen.findByText('結束日期不可早於開始日期')).toBeDefined();
});

test('nothing recorded says what would come; nothing found says what to widen', async () => {
  const { user } = open([]);
  expect(await screen.findByText('還沒有帳號紀錄')).toBeDefined();
  await user.type(screen.getByRole('textbox', { name: '查詢' }), '某人');
  expect(await screen.findByText('沒有符合條件的紀錄')).toBeDefined();
});

test('offline is calm and can be tried again', async () => {
  open([], { 'audit.list': () => Promise.resolve(fail('OFFLINE')) });
  expect(await screen.findByRole('button', { name: '再試一次' })).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('[security 7.13] names are text', async () => {
  open([aLine(1, { subject: { name: '<img src=x onerror=alert(1)>', account: 'a' } })]);
  expect(await screen.findByText(/<img src=x/)).toBeDefined();
  expect(document.querySelector('img')).toBeNull();
});
