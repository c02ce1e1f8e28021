import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { HomePage } from '../../../../renderer/features/home/home-page.tsx';
import type { Draft } from '../../../../shared/contract/core.ts';
import type { CoreOutput } from '../../../../renderer/bridge/queries.ts';
import { fail, ok } from '../../../../shared/failure.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { CASE_ID, uuidOf } from '../../../helpers/case-builders.ts';
import { aRow } from '../../../helpers/case-rows.ts';
import { aKeeper, aRequest } from '../../../helpers/account-window.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

type Desk = CoreOutput<'desk.list'>;

const aDraft = (over: Partial<Draft> = {}): Draft => ({
  draftId: uuidOf(1),
  kind: 'filing',
  regime: 'senior-high',
  caseId: CASE_ID,
  action: null,
  baseRevision: 0,
  student: { name: '王小明' },
  values: {},
  step: 1,
  savedAt: '2026-11-21T06:32:00.000Z',
  ...over,
});

const DESK: Desk = {
  groups: [
    { regime: 'senior-high', action: 'report', rows: [aRow({ state: 'PENDING_REPORT' })], total: 1 },
    { regime: 'senior-high', action: 'sendTracking', rows: [aRow({ state: 'FILED' })], total: 3 },
  ],
  drafts: [aDraft(), aDraft({ draftId: uuidOf(2), kind: 'tracking', student: null })],
};

/** 首頁 with a desk whose drafts can be deleted and put back, as in the core. */
function openHome(desk: Desk) {
  let { drafts } = desk;
  const shown = renderInApp(<HomePage />, {
    core: {
      'desk.list': () => Promise.resolve(ok({ ...desk, drafts })),
      'draft.delete': ({ draftId }) => {
        drafts = drafts.filter((draft) => draft.draftId !== draftId);
        return Promise.resolve(ok({}));
      },
      'draft.put': (draft) => {
        const savedAt = '2026-11-21T06:40:00.000Z';
        drafts = [...drafts, { ...draft, savedAt }];
        return Promise.resolve(ok({ savedAt }));
      },
    },
  });
  return shown;
}

const linksOf = async (section: string) =>
  within(await screen.findByRole('region', { name: new RegExp(section) })).getAllByRole<HTMLAnchorElement>(
    'link',
  );

test('what waits for me, in the order of the core; each line leads to the act itself', async () => {
  const { container } = openHome(DESK);
  const [report] = await linksOf('^待通報');
  expect(report?.getAttribute('href')).toBe(
    `#${JSON.stringify({ page: 'case', caseId: CASE_ID, open: 'report' })}`,
  );
  const tracking = await linksOf('^待填追蹤紀錄');
  expect(tracking[0]?.getAttribute('href')).toContain('"open":"tracking"');
  expect(tracking[1]?.textContent).toBe('另有 2 件，開啟清單');
  expect(screen.getAllByRole('heading', { level: 3 }).map((h) => h.textContent?.slice(0, 4))).toEqual([
    '待通報1',
    '待填追蹤',
    '草稿2 ',
  ]);
  expect(await axeProblems(container)).toEqual([]);
});

test('drafts say when they were saved and where they go on', async () => {
  openHome(DESK);
  const [filing, tracking] = await linksOf('^草稿');
  expect(filing?.textContent).toContain('已暫存 115/11/21 14:32');
  expect(filing?.getAttribute('href')).toContain('"page":"newCase"');
  expect(tracking?.textContent).toContain('（尚未填寫姓名）');
});

test('a deleted draft can be brought back', async () => {
  const { user, app } = openHome({ groups: [], drafts: [aDraft()] });
  await user.click(await screen.findByRole('button', { name: '刪除草稿：王小明' }));
  expect(await screen.findByText('草稿已刪除。')).toBeDefined();
  app.emit({ event: 'draft.changed' });
  await expect.poll(() => screen.queryByText('王小明')).toBeNull();
  await user.click(screen.getByRole('button', { name: '復原' }));
  app.emit({ event: 'draft.changed' });
  expect(await screen.findByText('王小明')).toBeDefined();
  expect(app.inputsOf('draft.put')).toMatchObject([{ draftId: uuidOf(1), student: { name: '王小明' } }]);
});

test('an empty desk says what to do', async () => {
  openHome({ groups: [], drafts: [] });
  expect(await screen.findByText('目前沒有等您處理的事項')).toBeDefined();
  expect(screen.getByRole('link', { name: '開啟中途離校清單' })).toBeDefined();
});

test('[security 7.13] names are text', async () => {
  const name = '<img src=x onerror=alert(1)>{{7*7}}';
  openHome({
    groups: [{ regime: 'senior-high', action: 'report', rows: [aRow({}, { name })], total: 1 }],
    drafts: [aDraft({ student: { name } })],
  });
  expect(await screen.findAllByText(name)).toHaveLength(2);
  expect(document.querySelector('img')).toBeNull();
});

test('a refusal is told with a way on', async () => {
  renderInApp(<HomePage />, { core: { 'desk.list': () => Promise.resolve(fail('VAULT_BUSY')) } });
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.getByRole('button', { name: '再試一次' })).toBeDefined();
});

describe('requests that wait for review', () => {
  const openAs = (role: 'PRIMARY' | 'ADMIN', rows: ReturnType<typeof aRequest>[]) =>
    renderInApp(<HomePage />, {
      session: aKeeper(role),
      core: {
        'desk.list': () => Promise.resolve(ok({ groups: [], drafts: [] })),
        'request.list': () => Promise.resolve(ok({ rows, total: rows.length })),
      },
    });

  test('the 主通 sees them, each leads to the queue', async () => {
    openAs('PRIMARY', [aRequest(1)]);
    const [line] = await linksOf('^待審核申請');
    expect(line?.getAttribute('href')).toBe(`#${JSON.stringify({ page: 'approvals' })}`);
    expect(screen.queryByText('目前沒有等您處理的事項')).toBeNull();
  });

  test('the agency without any is told what would come', async () => {
    openAs('ADMIN', []);
    expect(await screen.findByText('有新的申請待審核時會顯示在這裡。')).toBeDefined();
  });

  test('nobody else asks for them', async () => {
    const { app } = openHome({ groups: [], drafts: [] });
    expect(await screen.findByText('目前沒有等您處理的事項')).toBeDefined();
    expect(app.inputsOf('request.list')).toEqual([]);
  });

  test('while they cannot be asked for, the rest of the desk stands', async () => {
    renderInApp(<HomePage />, {
      session: aKeeper('PRIMARY'),
      core: {
        'desk.list': () => Promise.resolve(ok(DESK)),
        'request.list': () => Promise.resolve(fail('OFFLINE')),
      },
    });
    expect(await screen.findByRole('region', { name: /^待通報/ })).toBeDefined();
    expect(screen.queryByRole('region', { name: /^待審核申請/ })).toBeNull();
  });
});
