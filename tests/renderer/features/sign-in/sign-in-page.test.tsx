import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SignInPage } from '../../../../renderer/features/sign-in/sign-in-page.tsx';
import { fail, ok, type Failure } from '../../../../shared/failure.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { uuidOf } from '../../../helpers/case-builders.ts';
import { aSession, renderInApp, type RenderOptions } from '../../../helpers/window-app.tsx';

const OUT = aSession({ state: 'signedOut', account: null, endsAt: null });

/** The page before a service whose captchas are numbered. */
function openPage(refusal: Failure | null, options: RenderOptions = {}) {
  let made = 0;
  const asked: string[] = [];
  const page = (
    <SignInPage
      ended={false}
      onRegister={() => asked.push('register')}
      onForgot={() => asked.push('forgot')}
    />
  );
  const rendered = renderInApp(page, {
    session: OUT,
    core: {
      'captcha.create': () =>
        Promise.resolve(ok({ captchaId: uuidOf((made += 1)), imagePngBase64: `IMG${made}` })),
      'session.signIn': () =>
        Promise.resolve(refusal === null ? ok(aSession()) : { ok: false as const, failure: refusal }),
    },
    ...options,
  });
  return { ...rendered, asked };
}

const account = () => screen.findByRole<HTMLInputElement>('textbox', { name: /帳號/ });
const password = () => screen.getByLabelText<HTMLInputElement>(/^密碼/, { selector: 'input' });
const answer = () => screen.findByRole<HTMLInputElement>('textbox', { name: /^驗證碼/ });
const code = () => screen.findByRole<HTMLInputElement>('textbox', { name: /驗證器的六位數字/ });
const image = () => screen.getByRole<HTMLImageElement>('img', { name: '驗證碼圖片' });
const submit = () => screen.getByRole('button', { name: '登入' });

test('[A:321] account, password with eye, captcha with another one on request', async () => {
  const { user, app, container } = openPage(null);
  await account();
  await waitFor(() => expect(image().src).toContain('IMG1'));
  expect(password().type).toBe('password');
  await user.type(password(), 'geheim');
  await user.click(screen.getByRole('button', { name: '顯示密碼' }));
  expect(password().type).toBe('text');
  await user.type(await answer(), 'zzz');
  await user.click(screen.getByRole('button', { name: '換一張驗證碼' }));
  await waitFor(() => expect(image().src).toContain('IMG2'));
  expect((await answer()).value).toBe('');
  expect(app.inputsOf('captcha.create')).toHaveLength(2);
  expect(await axeProblems(container)).toEqual([]);
});

test('[security §4] nothing offers to remember the password', async () => {
  openPage(null);
  await account();
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(password().autocomplete).toBe('off');
});

test('[security 7.31] a wrong captcha brings a new image; account and password stay as typed', async () => {
  const { user, app } = openPage({ code: 'WRONG_CAPTCHA' });
  await user.type(await account(), ' teacher1 ');
  await user.type(password(), ' pass word ');
  await user.type(await answer(), 'p4lzfc{Enter}');
  expect(await screen.findByText(/驗證碼不符/)).toBeDefined();
  await waitFor(() => expect(image().src).toContain('IMG2'));
  expect(app.inputsOf('session.signIn')).toEqual([
    {
      account: 'teacher1',
      password: ' pass word ',
      captcha: { captchaId: uuidOf(1), answer: 'p4lzfc' },
    },
  ]);
  expect(password().value).toBe(' pass word ');
  const field = await answer();
  expect(field.value).toBe('');
  expect(document.activeElement).toBe(field);
});

test('after wrong credentials the focus stands in the password', async () => {
  const { user } = openPage({ code: 'WRONG_CREDENTIALS' });
  await user.type(await account(), 'teacher1');
  await user.type(password(), 'x');
  await user.type(await answer(), 'p4lzfc');
  await user.click(submit());
  await screen.findByText(/帳號或密碼不符/);
  expect(document.activeElement).toBe(password());
});

test('[security §1] locked out, with the minutes', async () => {
  const { user } = openPage({ code: 'LOCKED_OUT', detail: { seconds: 700, minutes: 12 } });
  await user.type(await account(), 'teacher1');
  await user.type(password(), 'x');
  await user.type(await answer(), 'p4lzfc');
  await user.click(submit());
  expect((await screen.findByRole('alert')).textContent).toContain('12 分鐘');
});

test('empty fields are told, the first has the focus, nobody is asked', async () => {
  const { user, app } = openPage(null);
  await user.type(await account(), 'teacher1');
  await user.click(submit());
  expect(screen.getAllByText('必填')).toHaveLength(2);
  expect(document.activeElement).toBe(password());
  expect(app.inputsOf('session.signIn')).toEqual([]);
});

test('Enter that picks a word in an input method is no 登入', async () => {
  const { user, app } = openPage(null);
  await user.type(await account(), 'teacher1');
  await user.type(password(), 'x');
  const field = await answer();
  await user.type(field, 'p4lzfc');
  fireEvent.compositionStart(field);
  fireEvent.submit(field);
  fireEvent.compositionEnd(field);
  expect(app.inputsOf('session.signIn')).toEqual([]);
  fireEvent.submit(field);
  await waitFor(() => expect(app.inputsOf('session.signIn')).toHaveLength(1));
});

test('[security §2] offline the captcha gives way to one calm sentence; 重新連線 asks for one', async () => {
  let online = false;
  const { user, app } = openPage(null, {
    core: {
      'captcha.create': () =>
        Promise.resolve(online ? ok({ captchaId: uuidOf(1), imagePngBase64: 'IMG' }) : fail('OFFLINE')),
      'session.signIn': () => Promise.resolve(fail('WRONG_CREDENTIALS')),
    },
  });
  expect(await screen.findByText('目前離線：以本機保險庫登入，免驗證碼')).toBeDefined();
  expect(screen.queryByRole('textbox', { name: /^驗證碼/ })).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
  await user.type(await account(), 'teacher1');
  await user.type(password(), 'x{Enter}');
  await screen.findByText(/帳號或密碼不符/);
  expect(app.inputsOf('session.signIn')).toMatchObject([{ captcha: null }]);
  online = true;
  await user.click(screen.getByRole('button', { name: '重新連線' }));
  expect(await answer()).toBeDefined();
});

test('[A:321] 註冊 and 忘記密碼 stand in the card', async () => {
  const { user, asked } = openPage(null);
  await user.click(await screen.findByRole('button', { name: '註冊' }));
  await user.click(screen.getByRole('button', { name: '忘記密碼' }));
  expect(asked).toEqual(['register', 'forgot']);
});

/** At the second step, with these answers to the codes, one after the other. */
async function atSecondStep(...answers: readonly (Failure | null)[]) {
  let asked = 0;
  const rendered = openPage(
    { code: 'SECOND_FACTOR' },
    {
      core: {
        'captcha.create': () => Promise.resolve(ok({ captchaId: uuidOf(1), imagePngBase64: 'IMG' })),
        'session.signIn': () => Promise.resolve(fail('SECOND_FACTOR')),
        'session.confirm': () => {
          const failure = answers[asked] ?? null;
          asked += 1;
          return Promise.resolve(failure === null ? ok(aSession()) : { ok: false as const, failure });
        },
      },
    },
  );
  await rendered.user.type(await account(), 'primary1');
  await rendered.user.type(password(), 'x');
  await rendered.user.type(await answer(), 'p4lzfc{Enter}');
  await screen.findByRole('heading', { level: 1, name: '兩步驟驗證' });
  return rendered;
}

test('after the password the six digits are asked, typed in any usual way', async () => {
  const { user, app, container } = await atSecondStep();
  expect(document.activeElement).toBe(await code());
  expect(screen.queryByRole('alert')).toBeNull();
  expect(await axeProblems(container)).toEqual([]);
  await user.type(await code(), '１２３ 456{Enter}');
  await waitFor(() => expect(app.inputsOf('session.confirm')).toEqual([{ code: '123456' }]));
});

test('what is no code is told at the field and asks nobody', async () => {
  const { user, app } = await atSecondStep();
  await user.type(await code(), '12345{Enter}');
  expect(screen.getByText('請輸入六位數字')).toBeDefined();
  expect(document.activeElement).toBe(await code());
  expect(app.inputsOf('session.confirm')).toEqual([]);
});

test('a wrong code asks for the next one and keeps the step', async () => {
  const { user, app } = await atSecondStep({ code: 'WRONG_CODE' });
  await user.type(await code(), '111111{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('WRONG_CODE');
  expect((await code()).value).toBe('');
  expect(document.activeElement).toBe(await code());
  await user.type(await code(), '222222{Enter}');
  await waitFor(() => expect(app.inputsOf('session.confirm')).toHaveLength(2));
});

test.each(['OFFLINE', 'UNAVAILABLE', 'RATE_LIMITED', 'UNEXPECTED'] as const)(
  'the second step stays after %s, with what was typed',
  async (failure) => {
    const { user } = await atSecondStep({ code: failure });
    await user.type(await code(), '111111{Enter}');
    expect(await screen.findByText(new RegExp(`代碼：${failure}`))).toBeDefined();
    expect((await code()).value).toBe('111111');
  },
);

test('[security §1] locked out at the second step, with the minutes', async () => {
  const { user } = await atSecondStep({ code: 'LOCKED_OUT', detail: { seconds: 700, minutes: 12 } });
  await user.type(await code(), '111111{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('12 分鐘');
});

test('when the first step is over, it begins anew and says why', async () => {
  const { user } = await atSecondStep({ code: 'SIGNED_OUT' });
  await user.type(await code(), '111111{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('SIGNED_OUT');
  expect((await account()).value).toBe('primary1');
  expect(password().value).toBe('');
});

test('返回 leads back to account and password', async () => {
  const { user } = await atSecondStep();
  await user.click(screen.getByRole('button', { name: '返回' }));
  expect((await account()).value).toBe('primary1');
  expect(password().value).toBe('');
  expect((await answer()).value).toBe('');
  expect(screen.queryByRole('alert')).toBeNull();
});
