import { domain } from './domain.ts';
import { accountsDomain } from './accounts-domain.ts';
import { fields } from './fields.ts';
import { tables } from './tables.ts';
import { reasons } from './reasons.ts';
import { failures } from './failures.ts';
import { frame } from './frame.ts';
import { signIn } from './sign-in.ts';
import { register } from './register.ts';
import { password } from './password.ts';
import { home } from './home.ts';
import { caseList } from './case-list.ts';
import { fileCase } from './file-case.ts';
import { caseTimeline } from './case-timeline.ts';
import { acts } from './acts.ts';
import { sync } from './sync.ts';
import { print } from './print.ts';
import { papers } from './papers.ts';
import { roleChange } from './role-change.ts';
import { settings } from './settings.ts';
import { imports } from './imports.ts';
import { shell } from './shell.ts';
import { mail } from './mail.ts';
import { linkPages } from './link-pages.ts';
import { accountManagement } from './account-management.ts';
import { accountApproval } from './account-approval.ts';
import { accountHistory } from './account-history.ts';
import { listImport } from './list-import.ts';

export const EN = {
  ...domain,
  ...accountsDomain,
  ...fields,
  ...tables,
  ...reasons,
  ...failures,
  ...frame,
  ...signIn,
  ...register,
  ...password,
  ...home,
  ...caseList,
  ...fileCase,
  ...caseTimeline,
  ...acts,
  ...sync,
  ...print,
  ...papers,
  ...roleChange,
  ...settings,
  ...imports,
  ...shell,
  ...mail,
  ...linkPages,
  ...accountManagement,
  ...accountApproval,
  ...accountHistory,
  ...listImport,
} as const satisfies Record<string, string>;
