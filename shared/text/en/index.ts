import { domain } from './domain.ts';
import { fields } from './fields.ts';
import { tables } from './tables.ts';
import { reasons } from './reasons.ts';
import { failures } from './failures.ts';
import { frame } from './frame.ts';
import { signIn } from './sign-in.ts';
import { home } from './home.ts';
import { caseList } from './case-list.ts';
import { fileCase } from './file-case.ts';
import { caseTimeline } from './case-timeline.ts';
import { acts } from './acts.ts';
import { sync } from './sync.ts';
import { print } from './print.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';

export const EN = {
  ...domain,
  ...fields,
  ...tables,
  ...reasons,
  ...failures,
  ...frame,
  ...signIn,
  ...home,
  ...caseList,
  ...fileCase,
  ...caseTimeline,
  ...acts,
  ...sync,
  ...print,
  ...settings,
  ...shell,
} as const satisfies Record<string, string>;
