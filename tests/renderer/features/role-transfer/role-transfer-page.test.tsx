import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { RoleTransferPage } from '../../../../renderer/features/role-transfer/role-transfer-page.tsx';
import type { RequestLine } from '../../../../shared/contract/account-shapes.ts';
import type { CoreDoor, Handover } from '../../../../shared/contract/core.ts';
import type { Handlers } from '../../../../shared/contract/door.ts';
import type { Role } from '../../../../shared/domain/account/role.ts';
import { fail, ok } from '../../../../shared/failure.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { uuidOf } from '../../../helpers/case-builders.ts';
import { aRow } from '../../../helpers/case-rows.ts';
import { aSession, renderInApp } from '../../../helpers/window-app.tsx';

type Core = Partial<Handlers<CoreDoor>>;
type Mine = Awaited<ReturnType<Handlers<CoreDoor>['roleChange.get']>>;

const SCHOOL = {
  id: uuidOf(0x51),
  code: '999301',
  name: '旭日示範高級中學',
  county: '雲林縣',
  regimes: ['senior-high' as const],
  jurisdiction: 'national' as const,
  address: '雲林縣斗六市示範路1號',
  phone: '05-5550001',
  revision: 1,
};

const SUCCESSOR = {
  accountId: uuidOf(0x61),
  account: 'xr-counselor',
  name: '張家豪',
  email: 'chang@xuelu.example',
  phone: '05-5550002',
  roles: ['COUNSELOR' as const],
};

const LINE: RequestLine = {
  requestId: uuidOf(0x71),
  kind: 'transfer',
  status: 'pending',
  name: SUCCESSOR.name,
  account: SUCCESSOR.account,
  roles: ['PRIMARY'],
  school: { id: SCHOOL.id, name: SCHOOL.name },
  createdAt: '2026-11-21T06:32:00.000Z',
  decidedAt: null,
};

const mine = (over: object = {}): Mine =>
  ok({ school: SCHOOL, pending: null, last: null, successors: [SUCCESSOR], ...over });

const NOTHING: Handover = { cases: [], unsent: [], helpers: [], approvals: [] };

const sessionOf = (role: Role) => {
  const session = aSession();
  return { ...session, account: session.account && { ...session.account, roles: [role] } };
};

function openPage(role: Role, core: Core = {}) {
  return renderInApp(<RoleTransferPage />, {
    session: sessionOf(role),
    core: {
      'roleChange.get': () => Promise.resolve(mine()),
      'roleChange.create': ({ requestId }) => Promise.resolve(ok({ ...LINE, requestId })),
      'handover.get': () => Promise.resolve(ok(NOTHING)),
      ...core,
    },
  });
}

const PDF = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37]);
const aScan = (name: string) => new File([PDF], name);
const input = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label, { selector: 'input' });
const submit = () => screen.getByRole('button', { name: '提交申請' });

test('[A:182–203] 轉移帳號: the chosen account fills name, telephone and mail; 移轉申請表 is 必繳', async () => {
  const { user, app, container } = openPage('PRIMARY');
  await screen.findByRole('heading', { level: 1, name: '學校主要通報人 轉移帳號' });
  await user.selectOptions(
    await screen.findByRole('combobox', { name: /^新主通-帳號列表/ }),
    SUCCESSOR.accountId,
  );
  expect(screen.getByText('chang@xuelu.example')).toBeDefined();
  await user.click(submit());
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(input(/^核定後帳號移轉申請表/).getAttribute('aria-invalid')).toBe('true');
  await user.upload(input(/^核定後帳號移轉申請表/), aScan('移轉.pdf'));
  await screen.findByText('移轉.pdf');
  expect(await axeProblems(container)).toEqual([]);
  await user.click(submit());
  const sheet = await screen.findByRole('dialog');
  expect(sheet.textContent).toContain('自動降為一級主管且停用');
  expect(sheet.textContent).toContain('函送國教署');
  expect(await axeProblems(sheet)).toEqual([]);
  await user.dblClick(within(sheet).getByRole('button', { name: '提交申請' }));
  await waitFor(() => expect(app.inputsOf('roleChange.create')).toHaveLength(1));
  expect(app.inputsOf('roleChange.create')).toMatchObject([
    { successorId: SUCCESSOR.accountId, files: [{ kind: 'transferForm', name: '移轉.pdf' }] },
  ]);
});

test('scenario 6: 聘書 goes along when there is one', async () => {
  const { user, app } = openPage('PRIMARY');
  await user.selectOptions(await screen.findByRole('combobox'), SUCCESSOR.accountId);
  await user.upload(input(/^核定後帳號移轉申請表/), aScan('a.pdf'));
  await user.upload(input(/^新主通聘書/), aScan('b.pdf'));
  await screen.findByText('b.pdf');
  await user.click(submit());
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '提交申請' }));
  await waitFor(() => expect(app.inputsOf('roleChange.create')).toHaveLength(1));
  expect(app.inputsOf('roleChange.create')).toMatchObject([
    { files: [{ kind: 'transferForm' }, { kind: 'appointment' }] },
  ]);
});

test.each(['HOMEROOM', 'COUNSELOR', 'HEAD'] as const)(
  'scenarios 8 and 9: %s applies for the post with files alone, and has no 移交清單',
  async (role) => {
    const { user, app } = openPage(role, {
      'roleChange.get': () => Promise.resolve(mine({ successors: [] })),
    });
    await screen.findByRole('heading', { level: 1, name: '申請權限提升為 學校主要通報人' });
    await user.upload(
      await screen.findByLabelText(/^核定後帳號移轉申請表/, { selector: 'input' }),
      aScan('a.pdf'),
    );
    await screen.findByText('a.pdf');
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.queryByRole('button', { name: '列印移交清單' })).toBeNull();
    await user.click(submit());
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '提交申請' }));
    await waitFor(() => expect(app.inputsOf('roleChange.create')).toMatchObject([{ successorId: null }]));
    expect(app.inputsOf('handover.get')).toEqual([]);
  },
);

test('an application under way is shown in place of the form, with the letter that it needs', async () => {
  openPage('PRIMARY', { 'roleChange.get': () => Promise.resolve(mine({ pending: LINE })) });
  expect(await screen.findByText(/由張家豪（xr-counselor）接任，待國教署審核/)).toBeDefined();
  expect(screen.getByRole('button', { name: '列印函稿' })).toBeDefined();
  expect(screen.queryByRole('button', { name: '提交申請' })).toBeNull();
});

test('a returned one tells the reason and lets one try again', async () => {
  const last = { ...LINE, status: 'returned', reason: '印章不清', decidedAt: '2026-11-21T07:00:00.000Z' };
  openPage('PRIMARY', { 'roleChange.get': () => Promise.resolve(mine({ last })) });
  expect(await screen.findByText(/退件原因：印章不清/)).toBeDefined();
  expect(submit()).toBeDefined();
});

test('with nobody to take over it says what to do first', async () => {
  openPage('PRIMARY', { 'roleChange.get': () => Promise.resolve(mine({ successors: [] })) });
  expect(await screen.findByText(/請新任先在登入畫面以「校內人員申請」註冊/)).toBeDefined();
});

test('[security 7.32] a refused scan is told at its field, and what was picked stays', async () => {
  const { user } = openPage('PRIMARY', {
    'roleChange.create': () =>
      Promise.resolve(fail('FILE_REFUSED', { reason: 'encrypted', kind: 'transferForm', name: 'a.pdf' })),
  });
  await user.selectOptions(await screen.findByRole('combobox'), SUCCESSOR.accountId);
  await user.upload(input(/^核定後帳號移轉申請表/), aScan('a.pdf'));
  await screen.findByText('a.pdf');
  await user.click(submit());
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '提交申請' }));
  await waitFor(() => expect(input(/^核定後帳號移轉申請表/).getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByText('a.pdf')).toBeDefined();
});

test('移交清單 counts open cases, warns of unsent work, and is printed', async () => {
  const row = aRow({ state: 'TRACKING' });
  const { user, app, places } = openPage('PRIMARY', {
    'handover.get': () =>
      Promise.resolve(
        ok({
          ...NOTHING,
          cases: [{ row, due: '2026-12-01', dueFor: 'returnHelp' }],
          unsent: [
            {
              opId: uuidOf(1),
              caseId: row.caseId,
              regime: row.regime,
              name: row.name,
              caseNumber: row.caseNumber,
              action: 'sendTracking',
              occurredAt: '2026-11-21T06:32:00.000Z',
              delivery: 'waiting',
              failure: null,
              blockedBy: null,
              attempts: 0,
            },
          ],
          approvals: null,
        }),
      ),
  });
  expect(await screen.findByText('未結案件（1 件）')).toBeDefined();
  expect(screen.getByText(/請先連線送出/)).toBeDefined();
  expect(screen.getByText(/未結案件 1 件、尚未送出 1 筆；待審核申請連線後才能顯示/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: '看移交清單' }));
  expect(document.activeElement?.textContent).toBe('主要通報人移交清單');
  expect(screen.getByText(/115\/12\/01（二）/)).toBeDefined();
  await user.click(screen.getByRole('link', { name: new RegExp(row.name) }));
  expect(places).toEqual([{ page: 'case', caseId: row.caseId }]);
  await user.click(screen.getByRole('button', { name: '列印移交清單' }));
  await waitFor(() => expect(app.inputsOf('paper.get')).toEqual([{ form: 'handover' }]));
});
