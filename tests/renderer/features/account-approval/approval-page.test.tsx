import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { ApprovalPage } from '../../../../renderer/features/account-approval/approval-page.tsx';
import type { RequestDetail, RequestLine } from '../../../../shared/contract/account-shapes.ts';
import type { CoreDoor } from '../../../../shared/contract/core.ts';
import type { Handlers } from '../../../../shared/contract/door.ts';
import { fail, ok, type Failure } from '../../../../shared/failure.ts';
import { aKeeper, aRequest, aRequestDetail, anAccount, aScan } from '../../../helpers/account-window.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

/** A page of one point. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

interface Options {
  readonly detail?: (line: RequestLine) => Partial<RequestDetail>;
  readonly refuse?: Failure;
  readonly core?: Partial<Handlers<CoreDoor>>;
}

/** A queue that really loses what is decided. */
function open(lines: readonly RequestLine[], { detail = () => ({}), refuse, core = {} }: Options = {}) {
  const decided = new Map<string, RequestLine>();
  const now = () => lines.map((line) => decided.get(line.requestId) ?? line);
  const handlers: Partial<Handlers<CoreDoor>> = {
    'request.list': ({ status, kind }) => {
      const rows = now().filter(
        (line) => (status === null || line.status === status) && (kind === null || line.kind === kind),
      );
      return Promise.resolve(ok({ rows, total: rows.length }));
    },
    'request.get': ({ requestId }) => {
      const line = now().find((one) => one.requestId === requestId);
      return Promise.resolve(line === undefined ? fail('NOT_FOUND') : ok(aRequestDetail(line, detail(line))));
    },
    'request.decide': ({ requestId, decision }) => {
      const line = now().find((one) => one.requestId === requestId);
      if (line === undefined) return Promise.resolve(fail('NOT_FOUND'));
      const status = decision === 'approve' ? ('approved' as const) : ('returned' as const);
      decided.set(requestId, { ...line, status });
      return Promise.resolve(
        refuse === undefined
          ? ok(aRequestDetail({ ...line, status }, { ...detail(line), mayDecide: false }))
          : { ok: false as const, failure: refuse },
      );
    },
    'file.page': ({ page }) => Promise.resolve(ok({ pngBase64: PNG, page, pages: 2 })),
    ...core,
  };
  return renderInApp(<ApprovalPage />, { session: aKeeper('ADMIN'), core: handlers });
}

const three = [aRequest(1), aRequest(2), aRequest(3)];
const heading = (name: string) => screen.findByRole('heading', { level: 2, name: `校內人員申請：${name}` });
const dialog = async () => within(await screen.findByRole('dialog'));

describe('the queue', () => {
  test('待審核 at first: kind, name, school, day; the first is open beside the list', async () => {
    const { app, container } = open(three);
    await heading('申請人1');
    const list = screen.getByRole('list', { name: '申請清單' });
    const [first] = within(list).getAllByRole('button');
    expect(first?.textContent).toBe('申請人1待審核校內人員申請示範高級中學 · 115/11/20');
    expect(first?.getAttribute('aria-current')).toBe('true');
    expect(app.inputsOf('request.list')).toEqual([{ status: 'pending', kind: null, page: 1, size: 50 }]);
    expect(await axeProblems(container)).toEqual([]);
  });

  test('filters by status and kind; none found leads back to what waits', async () => {
    const { user } = open(three);
    await heading('申請人1');
    await user.selectOptions(screen.getByLabelText('申請狀態'), '退件');
    expect(await screen.findByText('沒有符合條件的申請')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '清除篩選' }));
    expect(await heading('申請人1')).toBeDefined();
  });

  test('an empty queue says so', async () => {
    open([]);
    expect(await screen.findByText('沒有待審核的申請')).toBeDefined();
  });

  test('[security 7.13] a name that looks like markup is text', async () => {
    open([aRequest(1, { name: '<img src=x onerror=alert(1)>' })]);
    expect((await screen.findAllByText(/<img src=x/)).length).toBeGreaterThan(0);
    expect(document.querySelector('img')).toBeNull();
  });

  test('one’s own request is not decided by oneself', async () => {
    const { user } = open(three, { detail: () => ({ mayDecide: false }) });
    await heading('申請人1');
    expect(screen.queryByRole('button', { name: '核准' })).toBeNull();
    await user.keyboard('a');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('這件申請不由您審核，請由其他審核人員處理。')).toBeDefined();
  });
});

describe('keys', () => {
  test('J and K change the request, ↑↓ in the list as well, Enter goes to it', async () => {
    const { user } = open(three);
    await heading('申請人1');
    await user.keyboard('j');
    await waitFor(async () => expect(document.activeElement).toBe(await heading('申請人2')));
    await user.keyboard('k');
    await waitFor(async () => expect(document.activeElement).toBe(await heading('申請人1')));
    within(screen.getByRole('list', { name: '申請清單' }))
      .getAllByRole('button')[0]
      ?.focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('申請人2');
    await heading('申請人2');
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(await heading('申請人2'));
  });

  test('A, Ctrl+Enter: through the whole queue without a mouse, and it says when it is empty', async () => {
    const { user, app } = open(three);
    for (const n of [1, 2, 3]) {
      await heading(`申請人${n}`);
      await user.keyboard('a');
      await screen.findByRole('dialog');
      await user.keyboard('{Control>}{Enter}{/Control}');
      await waitFor(() => expect(app.inputsOf('request.decide')).toHaveLength(n));
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    }
    expect(await screen.findByText('沒有待審核的申請')).toBeDefined();
    expect(app.inputsOf('request.decide').map((input) => (input as { requestId: string }).requestId)).toEqual(
      three.map(({ requestId }) => requestId),
    );
  });

  test('in a field and under a dialog they are letters', async () => {
    const { user, app } = open(three, { detail: () => ({ needsLetter: true }) });
    await heading('申請人1');
    const number = screen.getByRole('textbox', { name: /^文號/ });
    await user.type(number, 'jkar');
    expect(screen.getByDisplayValue('jkar')).toBeDefined();
    expect(screen.queryByRole('dialog')).toBeNull();
    number.blur();
    await user.keyboard('r');
    const sheet = await dialog();
    await user.click(sheet.getByRole('textbox', { name: /退件原因/ }));
    await user.keyboard('ja');
    expect(sheet.getByDisplayValue('ja')).toBeDefined();
    expect(await heading('申請人1').catch(() => null)).toBeDefined();
    expect(app.inputsOf('request.decide')).toEqual([]);
  });

  test('[WCAG 2.1.4] they can be switched off', async () => {
    const { user } = open(three);
    await heading('申請人1');
    await user.click(screen.getByRole('switch', { name: /單鍵快速鍵/ }));
    screen.getByRole('switch').blur();
    await user.keyboard('ja');
    expect(await heading('申請人1')).toBeDefined();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('核准 and 退件', () => {
  test('[A:98–101] 核准 tells who gets which mail; pressed twice it is one decision; the next comes', async () => {
    const { user, app } = open(three);
    await heading('申請人1');
    await user.click(screen.getByRole('button', { name: '核准' }));
    const sheet = await dialog();
    expect(sheet.getAllByRole('term').map((term) => term.textContent)).toEqual(['誰會知道', '接下來']);
    expect(sheet.queryByRole('button', { name: '確定' })).toBeNull();
    expect(await axeProblems(screen.getByRole('dialog'))).toEqual([]);
    await user.dblClick(sheet.getByRole('button', { name: '核准' }));
    await waitFor(async () => expect(document.activeElement).toBe(await heading('申請人2')));
    expect(app.inputsOf('request.decide')).toEqual([
      {
        requestId: three[0]?.requestId,
        revision: 2,
        decision: 'approve',
        letter: null,
        reason: null,
      },
    ]);
    expect(screen.getByText('已核准：申請人1，信件寄送中')).toBeDefined();
  });

  test('退件 needs a reason; what is typed stays when the sheet is closed', async () => {
    const { user, app } = open(three);
    await heading('申請人1');
    await user.click(screen.getByRole('button', { name: '退件' }));
    let sheet = await dialog();
    await user.click(sheet.getByRole('button', { name: '退件' }));
    expect(document.activeElement).toBe(sheet.getByRole('textbox', { name: /退件原因/ }));
    expect(sheet.getByText('必填', { selector: '[role=alert]' })).toBeDefined();
    expect(app.inputsOf('request.decide')).toEqual([]);
    await user.keyboard('未核章{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: '退件' }));
    sheet = await dialog();
    expect(sheet.getByDisplayValue('未核章')).toBeDefined();
    await user.click(sheet.getByRole('button', { name: '退件' }));
    await heading('申請人2');
    expect(app.inputsOf('request.decide')).toMatchObject([
      { decision: 'return', reason: '未核章', letter: null },
    ]);
  });

  test('[A:74] where a letter is needed, 文號 and 日期 in 民國 come first', async () => {
    const { user, app } = open(three, { detail: () => ({ needsLetter: true }) });
    await heading('申請人1');
    await user.keyboard('a');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^文號/ }));
    await user.keyboard('臺教字第1號');
    await user.type(screen.getByRole('textbox', { name: /^日期/ }), '2026/11/20');
    await user.tab();
    expect(await screen.findByText('請輸入民國年：西元2026年為民國115年')).toBeDefined();
    await user.clear(screen.getByRole('textbox', { name: /^日期/ }));
    await user.type(screen.getByRole('textbox', { name: /^日期/ }), '1150901');
    await user.click(screen.getByRole('button', { name: '核准' }));
    await user.click((await dialog()).getByRole('button', { name: '核准' }));
    await heading('申請人2');
    expect(app.inputsOf('request.decide')).toMatchObject([
      { letter: { number: '臺教字第1號', date: '2026-09-01' } },
    ]);
    expect(screen.queryByDisplayValue('臺教字第1號')).toBeNull();
  });

  test('the letter stays while one looks at another request', async () => {
    const { user } = open(three, { detail: () => ({ needsLetter: true }) });
    await heading('申請人1');
    await user.type(screen.getByRole('textbox', { name: /^文號/ }), '第1號');
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('j');
    await heading('申請人2');
    expect(screen.queryByDisplayValue('第1號')).toBeNull();
    await user.keyboard('k');
    expect(await screen.findByDisplayValue('第1號')).toBeDefined();
  });

  test('ALREADY_DECIDED is told and stays until it is read; the list is asked again and the next comes', async () => {
    const { user, app } = open(three, { refuse: { code: 'ALREADY_DECIDED' } });
    await heading('申請人1');
    await user.keyboard('a');
    await user.click((await dialog()).getByRole('button', { name: '核准' }));
    expect(await screen.findByText(/這件申請已由他人審核或已失效/)).toBeDefined();
    await heading('申請人2');
    expect(app.inputsOf('request.list').length).toBeGreaterThan(1);
    expect(screen.queryByText(/^已核准/)).toBeNull();
    await user.click(screen.getByRole('button', { name: '知道了' }));
    expect(screen.queryByText(/這件申請已由他人審核或已失效/)).toBeNull();
  });

  test('offline: calm, in the sheet, and the reason is still there', async () => {
    const { user } = open(three, { core: { 'request.decide': () => Promise.resolve(fail('OFFLINE')) } });
    await heading('申請人1');
    await user.keyboard('r');
    const sheet = await dialog();
    await user.type(sheet.getByRole('textbox', { name: /退件原因/ }), '未核章');
    await user.click(sheet.getByRole('button', { name: '退件' }));
    expect(await sheet.findByText(/目前連不上通報服務/)).toBeDefined();
    expect(sheet.getByDisplayValue('未核章')).toBeDefined();
  });
});

describe('原主通 → 新主通', () => {
  const transfer = aRequest(9, { kind: 'transfer', name: '林小芳', roles: ['HOMEROOM'] });
  const outgoing = anAccount(0x40, { name: '陳主任', roles: ['PRIMARY'], phone: '05-5522000' });

  test('[A:182–203] both stand side by side, what differs is marked in words, and what comes afterwards', async () => {
    const { container } = open([transfer], { detail: () => ({ outgoing, needsLetter: true }) });
    await screen.findByRole('heading', { level: 2, name: '主通轉移：林小芳' });
    expect(screen.getByRole('row', { name: '姓名 陳主任 不同：林小芳' })).toBeDefined();
    expect(screen.getByRole('row', { name: '連絡電話 05-5522000 05-5522000' })).toBeDefined();
    expect(
      screen.getByRole('row', { name: '核准後 一級主管、停用 學校主要通報人、正常／未認證' }),
    ).toBeDefined();
    expect(await axeProblems(container)).toEqual([]);
  });
});

describe('the scan', () => {
  const withScans = () => ({ files: [aScan(1, 'transferForm', 2), aScan(2, 'appointment')] });

  test('is a picture of one page beside the data; while it comes, that is said', async () => {
    let give: (() => void) | undefined;
    const { app, container } = open([aRequest(1)], {
      detail: withScans,
      core: {
        'file.page': ({ page }) =>
          new Promise((resolve) => {
            give = () => resolve(ok({ pngBase64: PNG, page, pages: 2 }));
          }),
      },
    });
    expect(await screen.findByText(/正在載入移轉申請表第 1 頁，共 2 頁/)).toBeDefined();
    give?.();
    const picture = await screen.findByRole<HTMLImageElement>('img', { name: '移轉申請表第 1 頁，共 2 頁' });
    expect(picture.src).toBe(`data:image/png;base64,${PNG}`);
    expect(app.inputsOf('file.page')).toEqual([{ fileId: aScan(1, 'transferForm').fileId, page: 1 }]);
    expect(await axeProblems(container)).toEqual([]);
  });

  test('zoom, turn and pages by button and by key', async () => {
    const { user } = open([aRequest(1)], { detail: withScans });
    const frame = async (name: string) => (await screen.findByRole('img', { name })).parentElement;
    await frame('移轉申請表第 1 頁，共 2 頁');
    await user.click(screen.getByRole('button', { name: '放大' }));
    await user.click(screen.getByRole('button', { name: '旋轉 90 度' }));
    expect((await frame('移轉申請表第 1 頁，共 2 頁'))?.dataset).toMatchObject({ zoom: '1.25', turn: '90' });
    await user.keyboard('-t0');
    expect((await frame('移轉申請表第 1 頁，共 2 頁'))?.dataset).toMatchObject({ zoom: '1', turn: '180' });
    await user.keyboard(']');
    await frame('移轉申請表第 2 頁，共 2 頁');
    await user.click(screen.getByRole('button', { name: '下一頁' }));
    await frame('新主通聘書第 1 頁，共 1 頁');
    expect(screen.getByRole('button', { name: '新主通聘書' }).getAttribute('aria-pressed')).toBe('true');
  });

  test('a page that does not come says why and can be asked again', async () => {
    let there = false;
    const { user } = open([aRequest(1)], {
      detail: withScans,
      core: {
        'file.page': ({ page }) =>
          Promise.resolve(there ? ok({ pngBase64: PNG, page, pages: 2 }) : fail('UNAVAILABLE')),
      },
    });
    expect(await screen.findByText(/通報服務暫時無法使用/)).toBeDefined();
    there = true;
    await user.click(screen.getByRole('button', { name: '再試一次' }));
    expect(await screen.findByRole('img')).toBeDefined();
  });
});
