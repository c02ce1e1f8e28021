import type { Locator } from '@playwright/test';
import type { Person } from '../story/person.ts';
import { t } from '../story/words.ts';

/** The newest line of 帳號紀錄 that says that this was done (`audit.<action>`) to somebody of this name. */
export const lineOf = ({ page }: Person, action: string, name: string): Locator =>
  page
    .getByRole('table', { name: t('menu.accountHistory') })
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: t(`audit.${action}`), exact: true }) })
    .filter({ hasText: name })
    .first();
