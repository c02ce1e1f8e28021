import { Loader } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useText } from '../bridge/text.ts';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { ForgotPasswordPage, RegisterPage } from './later-pages.ts';

/** What one can do before 登入: 登入, 註冊, 忘記密碼. `ended`: the session before ended by itself. */
export function EntryPages({ ended }: { readonly ended: boolean }) {
  const t = useText();
  const [page, setPage] = useState<'signIn' | 'register' | 'forgot'>('signIn');
  const back = (): void => setPage('signIn');
  if (page === 'signIn')
    return (
      <SignInPage ended={ended} onRegister={() => setPage('register')} onForgot={() => setPage('forgot')} />
    );
  const Page = page === 'register' ? RegisterPage : ForgotPasswordPage;
  return (
    <Suspense fallback={<Loader aria-label={t('frame.loading')} />}>
      <Page onBack={back} />
    </Suspense>
  );
}
