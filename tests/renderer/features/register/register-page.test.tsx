import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { RegisterPage } from '../../../../renderer/features/register/register-page.tsx';
import type { PublicSchool } from '../../../../shared/contract/account-shapes.ts';
import type { CoreDoor } from '../../../../shared/contract/core.ts';
import type { Handlers } from '../../../../shared/contract/door.ts';
import { fail, ok, type Failure } from '../../../../shared/failure.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { uuidOf } from '../../../helpers/case-builders.ts';
import { aSession, renderInApp } from '../../../helpers/window-app.tsx';

const OUT = aSession({ state: 'signedOut', account: null, endsAt: null, passwordDaysLeft: null });

const SENIOR: PublicSchool = {
  id: uuidOf(0x51),
  code: '999301',
  name: '旭日示範高級中學',
  county: '雲林縣',
  regimes: ['senior-high'],
  jurisdiction: 'national',
};
const OF_COUNTY: PublicSchool = {
  ...SENIOR,
  id: uuidOf(0x53),
  code: '999302',
  name: '縣立示範高中',
  jurisdiction: 'county',
};
const JUNIOR: PublicSchool = {
  ...SENIOR,
  id: uuidOf(0x52),
  code: '999501',
  name: '示範國民中學',
  regimes: ['compulsory'],
  jurisdiction: 'county',
};

type Core = Partial<Handlers<CoreDoor>>;

function openPage(core: Core = {}) {
  let made = 0;
  let backs = 0;
  const page = <RegisterPage onBack={() => (backs += 1)} />;
  const rendered = renderInApp(page, {
    session: OUT,
    core: {
      'captcha.create': () =>
        Promise.resolve(ok({ captchaId: uuidOf((made += 1)), imagePngBase64: `IMG${made}` })),
      'school.find': ({ county, text }) =>
        Promise.resolve(
          ok({
            schools: [SENIOR, JUNIOR, OF_COUNTY].filter(
              (school) => school.county === county && school.name.includes(text),
            ),
            more: false,
          }),
        ),
      'registration.create': ({ requestId, kind, schoolId }) =>
        Promise.resolve(
          ok({
            requestId,
            reviewer: kind === 'staff' && schoolId !== JUNIOR.id ? ('primary' as const) : ('agency' as const),
            school: [SENIOR, JUNIOR, OF_COUNTY].find(({ id }) => id === schoolId) ?? SENIOR,
          }),
        ),
      ...core,
    },
  });
  return { ...rendered, backs: () => backs };
}

const line = (label: string) =>
  screen.getByRole<HTMLInputElement>('textbox', { name: new RegExp(`^${label}`) });
const submit = () => screen.getByRole('button', { name: '提交申請' });
const schoolInput = () => screen.getByRole<HTMLInputElement>('combobox', { name: /^學校/ });

async function chooseSchool(user: UserEvent, name: string): Promise<void> {
  await user.selectOptions(screen.getByRole('combobox', { name: /^縣市/ }), '雲林縣');
  await user.type(schoolInput(), name.slice(0, 2));
  await user.click(await screen.findByRole('option', { name: new RegExp(name) }));
}

/** Everything but the file, as an honest person types it. */
async function fillIn(user: UserEvent, school = SENIOR.name): Promise<void> {
  await chooseSchool(user, school);
  const role = screen.queryByRole('checkbox', { name: '導師' });
  if (role !== null) await user.click(role);
  await user.type(line('姓名'), '林小芳');
  await user.type(line('帳號'), ' ｔeacher1 ');
  await user.type(line('電子信箱'), 'lin@school.example.edu.tw');
  await user.type(line('連絡電話'), '05-5550301');
  await user.type(line('驗證碼'), 'p4lzfc');
}

const PDF = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37]);
const aScan = (name = '申請單.pdf', bytes: Uint8Array<ArrayBuffer> = PDF) => new File([bytes], name);
const fileInput = () => screen.getByLabelText<HTMLInputElement>(/^核章後的帳號申請單/, { selector: 'input' });

/** The sheet of consequences, confirmed. */
async function confirm(user: UserEvent): Promise<void> {
  await user.click(submit());
  const sheet = await screen.findByRole('dialog');
  await user.click(within(sheet).getByRole('button', { name: '提交申請' }));
}

test('[A:77–109] staff: school by county, offices of the school, then the application and what comes next', async () => {
  const { user, app, container } = openPage();
  await screen.findByRole('heading', { level: 1, name: '註冊' });
  await fillIn(user);
  expect(screen.getAllByRole('checkbox').map((box) => box.getAttribute('value'))).toEqual([
    'HOMEROOM',
    'COUNSELOR',
    'HEAD',
  ]);
  expect(await axeProblems(container)).toEqual([]);
  await user.click(submit());
  const sheet = await screen.findByRole('dialog', { name: '校內人員申請' });
  expect(sheet.textContent).toContain('旭日示範高級中學的主要通報人審核');
  expect(sheet.textContent).toContain('lin@school.example.edu.tw');
  expect(await axeProblems(sheet)).toEqual([]);
  expect(app.inputsOf('registration.create')).toEqual([]);
  await user.dblClick(within(sheet).getByRole('button', { name: '提交申請' }));
  expect(await screen.findByText('請主動向貴校主要通報人告知已完成註冊，或靜待審核。')).toBeDefined();
  expect(app.inputsOf('registration.create')).toEqual([
    {
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      kind: 'staff',
      schoolId: SENIOR.id,
      roles: ['HOMEROOM'],
      account: 'teacher1',
      name: '林小芳',
      email: 'lin@school.example.edu.tw',
      phone: '05-5550301',
      files: [],
      captchaId: uuidOf(1),
      captchaAnswer: 'p4lzfc',
    },
  ]);
  expect(screen.queryByRole('button', { name: '列印函稿' })).toBeNull();
  expect(await axeProblems(container)).toEqual([]);
});

test('staff of a compulsory school have its offices; the agency reviews them', async () => {
  const { user } = openPage();
  await screen.findByRole('heading', { level: 1, name: '註冊' });
  await chooseSchool(user, JUNIOR.name);
  expect(screen.getByRole('checkbox', { name: '註冊組' })).toBeDefined();
  expect(screen.queryByRole('checkbox', { name: '輔導人員' })).toBeNull();
});

test.each([
  [SENIOR, '函送國教署。'],
  [OF_COUNTY, '函送所屬教育局（處），由教育局（處）再函轉國教署。'],
] as const)(
  '[A:111–135] 主通 of $0.name: the scan goes along, the letter to whom it belongs',
  async (school, letter) => {
    const { user, app, container } = openPage();
    await user.click(await screen.findByRole('radio', { name: '主要通報人申請' }));
    expect(screen.queryByRole('checkbox')).toBeNull();
    await fillIn(user, school.name);
    await user.upload(fileInput(), aScan('<b>單</b>.pdf'));
    expect(await screen.findByText('<b>單</b>.pdf')).toBeDefined();
    await user.click(submit());
    const sheet = await screen.findByRole('dialog', { name: '主要通報人申請' });
    expect(sheet.textContent).toContain('國教署審核');
    expect(sheet.textContent).toContain(letter);
    await user.click(within(sheet).getByRole('button', { name: '提交申請' }));
    await screen.findByRole('heading', { level: 1, name: '申請已提交' });
    expect(screen.getByText(new RegExp(letter))).toBeDefined();
    expect(app.inputsOf('registration.create')).toMatchObject([
      {
        kind: 'primary',
        roles: ['PRIMARY'],
        files: [
          { kind: 'accountForm', name: '<b>單</b>.pdf', contentBase64: btoa(String.fromCharCode(...PDF)) },
        ],
      },
    ]);
    expect(screen.getByRole('button', { name: '列印函稿' })).toBeDefined();
    expect(await axeProblems(container)).toEqual([]);
  },
);

test('a 主通 can only be of a senior high school', async () => {
  const { user } = openPage();
  await screen.findByRole('heading', { level: 1, name: '註冊' });
  await chooseSchool(user, JUNIOR.name);
  await user.click(screen.getByRole('radio', { name: '主要通報人申請' }));
  expect(schoolInput().value).toBe('');
  await user.click(schoolInput());
  await user.type(schoolInput(), '示範');
  expect(await screen.findByRole('option', { name: /旭日/ })).toBeDefined();
  expect(screen.queryByRole('option', { name: /國民中學/ })).toBeNull();
});

test('a wrong field is told when it is left, by the rules of central', async () => {
  const { user } = openPage();
  await screen.findByRole('heading', { level: 1, name: '註冊' });
  await user.type(line('電子信箱'), 'lin@school');
  expect(screen.queryByText(/請輸入完整的電子信箱/)).toBeNull();
  await user.tab();
  expect(screen.getByText(/請輸入完整的電子信箱/)).toBeDefined();
  expect(line('電子信箱').getAttribute('aria-invalid')).toBe('true');
  await user.type(line('帳號'), 'A123456789');
  await user.tab();
  expect(screen.getByText('帳號不可使用身分證或居留證號碼')).toBeDefined();
});

test('提交申請 with nothing typed lists every open field, the first with the focus; nobody is asked', async () => {
  const { user, app, container } = openPage();
  await user.click(await screen.findByRole('radio', { name: '主要通報人申請' }));
  await waitFor(() => expect(screen.getByRole('img', { name: '驗證碼圖片' })).toBeDefined());
  await user.click(submit());
  const summary = await screen.findByText('尚有 8 個欄位待完成：');
  const links = within(summary.closest('[role=alert]') as HTMLElement).getAllByRole('button');
  expect(links.map((link) => link.textContent)).toEqual([
    '縣市：必填',
    '學校：必填',
    '姓名：必填',
    '帳號：必填',
    '電子信箱：必填',
    '連絡電話：必填',
    '核章後的帳號申請單：請上傳這份文件',
    '驗證碼：必填',
  ]);
  expect(document.activeElement).toBe(links[0]);
  await user.click(links[3] as HTMLElement);
  expect(document.activeElement).toBe(line('帳號'));
  await user.click(links[6] as HTMLElement);
  expect(document.activeElement).toBe(fileInput());
  expect(app.inputsOf('registration.create')).toEqual([]);
  expect(await axeProblems(container)).toEqual([]);
});

test('Enter that picks a word in an input method is no 提交', async () => {
  const { user } = openPage();
  await screen.findByRole('heading', { level: 1, name: '註冊' });
  const field = line('姓名');
  await user.type(field, '林');
  const stopped = !fireEvent.keyDown(field, { key: 'Enter', isComposing: true, keyCode: 229 });
  expect(stopped).toBe(true);
  expect(screen.queryByText(/個欄位待完成/)).toBeNull();
  await user.type(field, '{Enter}');
  expect(await screen.findByText(/個欄位待完成/)).toBeDefined();
});

test.each([
  ['ACCOUNT_TAKEN', '帳號'],
  ['PRIMARY_EXISTS', '學校'],
  ['WRONG_CAPTCHA', '驗證碼'],
  ['OFFLINE', null],
  ['UNAVAILABLE', null],
  ['INTERCEPTED', null],
  ['RATE_LIMITED', null],
  ['OP_ID_REUSED', null],
  ['NOT_FOUND', null],
  ['UNEXPECTED', null],
] as const)('[security 7] refused with %s: it is told, what was typed stays', async (code, focused) => {
  const { user, app } = openPage({ 'registration.create': () => Promise.resolve(fail(code)) });
  await screen.findByRole('heading', { level: 1, name: '註冊' });
  await fillIn(user);
  await confirm(user);
  expect(await screen.findByText(new RegExp(`代碼：${code}`))).toBeDefined();
  expect(line('姓名').value).toBe('林小芳');
  expect(schoolInput().value).toContain(SENIOR.name);
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '導師' }).checked).toBe(true);
  expect(line('驗證碼').value).toBe('');
  await waitFor(() =>
    expect(screen.getByRole<HTMLImageElement>('img', { name: '驗證碼圖片' }).src).toContain('IMG2'),
  );
  if (focused === null) return;
  const field = focused === '學校' ? schoolInput() : line(focused);
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(app.inputsOf('registration.create')).toHaveLength(1);
});

test('what central finds in single fields stands below them; a second try has the same id', async () => {
  let tries = 0;
  const failure: Failure = {
    code: 'FORM_INVALID',
    fields: [
      { path: 'account', code: 'accountTaken' },
      { path: 'schoolId', code: 'required' },
    ],
  };
  const { user, app } = openPage({
    'registration.create': ({ requestId }) => {
      tries += 1;
      return Promise.resolve(
        tries === 1
          ? { ok: false as const, failure }
          : ok({ requestId, reviewer: 'primary' as const, school: SENIOR }),
      );
    },
  });
  await screen.findByRole('heading', { level: 1, name: '註冊' });
  await fillIn(user);
  await confirm(user);
  expect(await screen.findByText('帳號：這個帳號已有人使用')).toBeDefined();
  expect(screen.getByText('學校：必填')).toBeDefined();
  await user.clear(line('帳號'));
  await user.type(line('帳號'), 'teacher2');
  await chooseSchool(user, OF_COUNTY.name);
  await user.click(screen.getByRole('checkbox', { name: '導師' }));
  await user.type(line('驗證碼'), 'abcdef');
  await confirm(user);
  await screen.findByRole('heading', { level: 1, name: '申請已提交' });
  const [first, second] = app.inputsOf('registration.create') as { requestId: string; account: string }[];
  expect(second?.requestId).toBe(first?.requestId);
  expect(second?.account).not.toBe(first?.account);
});

test('[security 7.32] a refused scan is told at the file, with the reason; it can be replaced', async () => {
  const { user } = openPage({
    'registration.create': () =>
      Promise.resolve(fail('FILE_REFUSED', { reason: 'encrypted', name: 'x.pdf' })),
  });
  await user.click(await screen.findByRole('radio', { name: '主要通報人申請' }));
  await fillIn(user);
  await user.upload(fileInput(), aScan());
  await screen.findByText('申請單.pdf');
  await confirm(user);
  expect((await screen.findAllByText(/檔案設有密碼/)).length).toBeGreaterThan(0);
  await waitFor(() => expect(document.activeElement).toBe(fileInput()));
  await user.upload(fileInput(), aScan('新的.pdf'));
  expect(await screen.findByText('新的.pdf')).toBeDefined();
  expect(fileInput().getAttribute('aria-invalid')).toBe('false');
});

test('列印空白申請單 and 列印已填申請單 before signing in; what was typed stays', async () => {
  const { user, app } = openPage({ 'paper.get': () => Promise.resolve(fail('UNEXPECTED')) });
  await user.click(await screen.findByRole('radio', { name: '主要通報人申請' }));
  await fillIn(user);
  await user.click(screen.getByRole('button', { name: '列印空白申請單' }));
  expect(await screen.findByRole('dialog', { name: '列印預覽' })).toBeDefined();
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: '列印已填申請單' }));
  await waitFor(() => expect(app.inputsOf('paper.get')).toHaveLength(2));
  expect(app.inputsOf('paper.get')).toMatchObject([
    { form: 'accountForm', person: null },
    {
      form: 'accountForm',
      person: {
        schoolName: SENIOR.name,
        schoolCode: '999301',
        jurisdiction: 'national',
        roles: ['PRIMARY'],
        name: '林小芳',
      },
    },
  ]);
  expect(line('姓名').value).toBe('林小芳');
});

test('without the service it says so; 再試一次 brings the captcha', async () => {
  let online = false;
  const { user } = openPage({
    'captcha.create': () =>
      Promise.resolve(online ? ok({ captchaId: uuidOf(9), imagePngBase64: 'IMG' }) : fail('OFFLINE')),
  });
  expect(await screen.findByText(/代碼：OFFLINE/)).toBeDefined();
  online = true;
  await user.click(screen.getByRole('button', { name: '再試一次' }));
  expect(await screen.findByRole('img', { name: '驗證碼圖片' })).toBeDefined();
});

test('返回登入 asks before what was typed goes, and not when there is nothing to lose', async () => {
  const { user, backs } = openPage();
  await screen.findByRole('heading', { level: 1, name: '註冊' });
  await user.type(line('姓名'), '林');
  await user.click(screen.getByRole('button', { name: '返回登入' }));
  await user.click(await screen.findByRole('button', { name: '繼續填寫' }));
  expect(backs()).toBe(0);
  expect(line('姓名').value).toBe('林');
  await user.click(screen.getByRole('button', { name: '返回登入' }));
  await user.click(await screen.findByRole('button', { name: '離開' }));
  expect(backs()).toBe(1);
});

test('an untouched page goes back at once', async () => {
  const { user, backs } = openPage();
  await user.click(await screen.findByRole('button', { name: '返回登入' }));
  expect(backs()).toBe(1);
});
