import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OutboxPage } from '../../../../renderer/features/sync-status/outbox-page.tsx';
import type { Draft, OutboxItem } from '../../../../shared/contract/core.ts';
import { fail, ok } from '../../../../shared/failure.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { CASE_ID, uuidOf } from '../../../helpers/case-builders.ts';
import { quietSync, renderInApp, type RenderOptions } from '../../../helpers/window-app.tsx';

const anItem = (n: number, over: Partial<OutboxItem> = {}): OutboxItem => ({
  opId: uuidOf(n),
  caseId: CASE_ID,
  regime: 'senior-high',
  name: '王小明',
  caseNumber: null,
  action: 'submit',
  occurredAt: '2026-11-21T02:30:00.000Z',
  delivery: 'waiting',
  failure: null,
  blockedBy: null,
  attempts: 0,
  ...over,
});

const REFUSED = [
  anItem(1, { action: 'report', delivery: 'conflict', failure: { code: 'CONFLICT' } }),
  anItem(2, { action: 'sendTracking', blockedBy: uuidOf(1) }),
];

const openOutbox = (items: readonly OutboxItem[], core: RenderOptions['core'] = {}) =>
  renderInApp(<OutboxPage />, {
    core: { 'outbox.list': () => Promise.resolve(ok({ items: [...items] })), ...core },
  });

const entries = async () =>
  within(await screen.findByRole('list', { name: '待送出' })).findAllByRole('listitem');

test('why something waits, in plain words: refused, behind another, its turn', async () => {
  const { container } = openOutbox([...REFUSED, anItem(3), anItem(4, { delivery: 'sending' })]);
  const words = (await entries()).map((entry) => entry.textContent ?? '');
  expect(words[0]).toContain('通報：王小明');
  expect(words[0]).toContain('需處理（衝突）');
  expect(words[0]).toContain('案件內容已由他人更新');
  expect(words[0]).toContain('代碼：CONFLICT');
  expect(words[0]).toContain('115/11/21 10:30');
  expect(words[1]).toContain('等候同一案件的前一筆「通報」處理完成');
  expect(words[2]).toContain('等候依序送出，不需處理');
  expect(words[3]).toContain('正在送出');
  expect(await axeProblems(container)).toEqual([]);
});

test('offline is calm: what goes on working, and that nothing is to be done', async () => {
  openOutbox([anItem(1)], {
    'sync.get': () =>
      Promise.resolve(ok({ ...quietSync, online: false, waiting: 1, failure: { code: 'OFFLINE' } })),
  });
  expect(await screen.findByText(/填報、追蹤、查詢與列印都能繼續/)).toBeDefined();
  expect((await entries())[0]?.textContent).toContain('連線後自動送出，不需處理');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('only what the service decided against can be taken out', async () => {
  openOutbox([...REFUSED, anItem(3)]);
  expect(await screen.findAllByRole('button', { name: '撤下' })).toHaveLength(1);
});

test('撤下 says what follows, then leads to the draft', async () => {
  const draft: Draft = {
    draftId: uuidOf(7),
    kind: 'filing',
    regime: 'senior-high',
    caseId: CASE_ID,
    action: null,
    baseRevision: 0,
    student: null,
    values: {},
    step: 0,
    savedAt: '2026-11-21T02:30:00.000Z',
  };
  const { user, app, places } = openOutbox(REFUSED, {
    'outbox.withdraw': () => Promise.resolve(ok({ draftId: draft.draftId })),
    'draft.get': () => Promise.resolve(ok(draft)),
  });
  await user.click(await screen.findByRole('button', { name: '撤下' }));
  const sheet = within(await screen.findByRole('dialog', { name: '撤下「通報：王小明」' }));
  expect(sheet.getByText(/內容不會遺失/)).toBeDefined();
  expect(sheet.getByText(/在它之後的 1 筆會一併撤下/)).toBeDefined();
  expect(app.inputsOf('outbox.withdraw')).toEqual([]);
  await user.click(sheet.getByRole('button', { name: '撤下（內容保留為草稿）' }));
  expect(app.inputsOf('outbox.withdraw')).toEqual([{ opId: uuidOf(1) }]);
  await user.click(await screen.findByRole('button', { name: '開啟草稿' }));
  await expect.poll(() => places).toEqual([{ page: 'newCase', regime: 'senior-high', draftId: uuidOf(7) }]);
});

test('a refused withdrawal stays in the sheet with its sentence', async () => {
  const { user } = openOutbox(REFUSED, { 'outbox.withdraw': () => Promise.resolve(fail('NOT_FOUND')) });
  await user.click(await screen.findByRole('button', { name: '撤下' }));
  await user.click(await screen.findByRole('button', { name: '撤下（內容保留為草稿）' }));
  expect((await screen.findByRole('alert')).textContent).toContain('NOT_FOUND');
  expect(screen.getByRole('dialog')).toBeDefined();
});

test('立即重試 asks the core once', async () => {
  const { user, app } = openOutbox([anItem(1)], { 'outbox.retry': () => Promise.resolve(ok(quietSync)) });
  await user.click(await screen.findByRole('button', { name: '立即重試' }));
  expect(app.inputsOf('outbox.retry')).toHaveLength(1);
});

test('an empty outbox says that everything arrived', async () => {
  openOutbox([]);
  expect(await screen.findByText('沒有待送出的資料')).toBeDefined();
  expect(screen.getByText('您儲存的內容都已送達通報服務。')).toBeDefined();
});

test('[security 7.13] names are text', async () => {
  openOutbox([anItem(1, { name: '<img src=x onerror=alert(1)>{{7*7}}' })]);
  expect(await screen.findByText('提交：<img src=x onerror=alert(1)>{{7*7}}')).toBeDefined();
  expect(document.querySelector('img')).toBeNull();
});
