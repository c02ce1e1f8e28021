import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ForgotPasswordPage } from '../../../../renderer/features/forgot-password/forgot-password-page.tsx';
import { fail, ok, type FailureCode } from '../../../../shared/failure.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { uuidOf } from '../../../helpers/case-builders.ts';
import { aSession, renderInApp } from '../../../helpers/window-app.tsx';

const OUT = aSession({ state: 'signedOut', account: null, endsAt: null, passwordDaysLeft: null });

function openPage(refusal: FailureCode | null = null) {
  let made = 0;
  let backs = 0;
  const rendered = renderInApp(<ForgotPasswordPage onBack={() => (backs += 1)} />, {
    session: OUT,
    core: {
      'captcha.create': () =>
        Promise.resolve(ok({ captchaId: uuidOf((made += 1)), imagePngBase64: `IMG${made}` })),
      'password.forget': () => Promise.resolve(refusal === null ? ok({}) : fail(refusal)),
    },
  });
  return { ...rendered, backs: () => backs };
}

const field = (label: string) =>
  screen.findByRole<HTMLInputElement>('textbox', { name: new RegExp(`^${label}`) });

test('[A:317–358] account, address, captcha; then one sentence, and back to 登入', async () => {
  const { user, app, container, backs } = openPage();
  const first = await field('輸入帳號');
  expect(document.activeElement).toBe(first);
  expect(await axeProblems(container)).toEqual([]);
  await user.type(await field('輸入帳號'), ' teacher1 ');
  await user.type(await field('輸入信箱'), 'lin@school.example');
  await user.type(await field('驗證碼'), 'p4lzfc{Enter}');
  expect(await screen.findByText(/若帳號與信箱相符.*一小時內有效/)).toBeDefined();
  expect(app.inputsOf('password.forget')).toEqual([
    { account: 'teacher1', email: 'lin@school.example', captchaId: uuidOf(1), captchaAnswer: 'p4lzfc' },
  ]);
  expect(await axeProblems(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: '返回登入' }));
  expect(backs()).toBe(1);
});

test('[A:343–347] nothing is sent while account, address or captcha is empty', async () => {
  const { user, app } = openPage();
  await user.type(await field('輸入帳號'), 'teacher1');
  await user.type(await field('驗證碼'), 'p4lzfc{Enter}');
  expect(screen.getAllByText('必填')).toHaveLength(1);
  const open = await field('輸入信箱');
  expect(document.activeElement).toBe(open);
  expect(app.inputsOf('password.forget')).toEqual([]);
});

test.each(['WRONG_CAPTCHA', 'OFFLINE', 'UNAVAILABLE', 'RATE_LIMITED', 'UNEXPECTED'] as const)(
  '%s is told; account and address stay, the captcha is a new one',
  async (code) => {
    const { user } = openPage(code);
    await user.type(await field('輸入帳號'), 'teacher1');
    await user.type(await field('輸入信箱'), 'lin@school.example');
    await user.type(await field('驗證碼'), 'p4lzfc{Enter}');
    expect(await screen.findByText(new RegExp(`代碼：${code}`))).toBeDefined();
    expect((await field('輸入帳號')).value).toBe('teacher1');
    expect((await field('輸入信箱')).value).toBe('lin@school.example');
    expect((await field('驗證碼')).value).toBe('');
    await waitFor(() =>
      expect(screen.getByRole<HTMLImageElement>('img', { name: '驗證碼圖片' }).src).toContain('IMG2'),
    );
  },
);
