import { useState } from 'react';
import { ForgotPasswordPage } from '../features/forgot-password/forgot-password-page.tsx';
import { RegisterPage } from '../features/register/register-page.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';

/** What one can do before 登入: 登入, 註冊, 忘記密碼. `ended`: the session before ended by itself. */
export function EntryPages({ ended }: { readonly ended: boolean }) {
  const [page, setPage] = useState<'signIn' | 'register' | 'forgot'>('signIn');
  const back = (): void => setPage('signIn');
  if (page === 'register') return <RegisterPage onBack={back} />;
  if (page === 'forgot') return <ForgotPasswordPage onBack={back} />;
  return (
    <SignInPage ended={ended} onRegister={() => setPage('register')} onForgot={() => setPage('forgot')} />
  );
}
