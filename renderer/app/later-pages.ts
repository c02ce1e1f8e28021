import { lazy } from 'react';

/** Pages that nobody sees first: their code and fonts are read when one comes to them (P10). */
export const FileCasePage = lazy(() =>
  import('../features/file-case/file-case-page.tsx').then((file) => ({ default: file.FileCasePage })),
);
export const CasePage = lazy(() =>
  import('./pages/case-page.tsx').then((file) => ({ default: file.CasePage })),
);
export const AccountPage = lazy(() =>
  import('../features/account-management/account-page.tsx').then((file) => ({ default: file.AccountPage })),
);
export const ApprovalPage = lazy(() =>
  import('../features/account-approval/approval-page.tsx').then((file) => ({ default: file.ApprovalPage })),
);
export const ImportPage = lazy(() =>
  import('../features/list-import/import-page.tsx').then((file) => ({ default: file.ImportPage })),
);
export const HistoryPage = lazy(() =>
  import('../features/account-history/history-page.tsx').then((file) => ({ default: file.HistoryPage })),
);
export const RoleTransferPage = lazy(() =>
  import('../features/role-transfer/role-transfer-page.tsx').then((file) => ({
    default: file.RoleTransferPage,
  })),
);
export const SettingsPage = lazy(() =>
  import('../features/settings/settings-page.tsx').then((file) => ({ default: file.SettingsPage })),
);
export const RegisterPage = lazy(() =>
  import('../features/register/register-page.tsx').then((file) => ({ default: file.RegisterPage })),
);
export const ForgotPasswordPage = lazy(() =>
  import('../features/forgot-password/forgot-password-page.tsx').then((file) => ({
    default: file.ForgotPasswordPage,
  })),
);
export const PrintPage = lazy(() =>
  import('../features/print-forms/print-page.tsx').then((file) => ({ default: file.PrintPage })),
);
