import type { Awaited } from '../../shared/domain/account/account-state.ts';
import { cleanPassword, passwordFailures } from '../../shared/domain/account/password-check.ts';
import {
  PASSWORD_MAX,
  PASSWORD_RULES,
  passwordMin,
  type PasswordRule,
} from '../../shared/domain/account/password-rule.ts';
import type { AccountRow } from '../accounts/account-row.ts';
import { html, NO_HTML, type Html } from './html.ts';
import { t } from './page.ts';

/** What was typed into the two fields; it is never shown again. */
export interface TypedPasswords {
  readonly password: string;
  readonly repeat: string;
}

/** A sentence and the field it belongs to. */
export interface Problem {
  readonly field: 'password' | 'repeat';
  readonly sentence: string;
}

/** What is wrong with the two fields, each with its own sentence; `rules` are those that are broken. */
export function problemsOf(
  { password, repeat }: TypedPasswords,
  rules: readonly PasswordRule[],
  { roles }: Pick<AccountRow, 'roles'>,
): readonly Problem[] {
  if (password === '') return [{ field: 'password', sentence: t('linkPage.required') }];
  const problems: Problem[] = passwordFailures(rules, roles, 'password').map(({ code, detail }) => ({
    field: 'password',
    sentence: t(`check.${code}`, detail),
  }));
  if (repeat === '') problems.push({ field: 'repeat', sentence: t('linkPage.repeatRequired') });
  else if (cleanPassword(password).value !== cleanPassword(repeat).value)
    problems.push({ field: 'repeat', sentence: t('linkPage.repeatDiffers') });
  return problems;
}

const fact = (key: string, value: string): Html =>
  value === ''
    ? NO_HTML
    : html`<dt>${t(`linkPage.${key}`)}</dt>
        <dd>${value}</dd>`;

const rolesOf = ({ roles }: Pick<AccountRow, 'roles'>): string =>
  roles.map((role) => t(`role.${role}`)).join('、');

/** 帳號資料: for a password whose it is, for 驗證 all that has to be checked [A:310]. */
const factsOf = (purpose: Awaited, account: AccountRow, school: string): Html =>
  html`<h2 class="soft" id="facts">${t('linkPage.facts')}</h2>
    <dl aria-labelledby="facts">
      ${fact('account', account.account)}${fact('name', account.name)}${
        purpose === 'verify'
          ? html`${fact('school', school)}${fact('county', account.county ?? '')}${fact(
              'roles',
              rolesOf(account),
            )}${fact('email', account.email)}`
          : NO_HTML
      }
    </dl>`;

/** The first field with a problem has the focus, so that a keyboard goes on where it has to. */
const field = (
  name: Problem['field'],
  describedBy: readonly string[],
  problems: readonly Problem[],
): Html => {
  const first = problems[0]?.field === name;
  const own = problems.filter((problem) => problem.field === name);
  const ids = [...describedBy, ...own.map((_problem, index) => `${name}-problem-${index + 1}`)].join(' ');
  const state = html`aria-describedby="${ids}" aria-invalid="${own.length > 0 ? 'true' : 'false'}"`;
  return html`<label for="${name}">${t(`linkPage.${name}`)}</label>
    <input
      type="password"
      id="${name}"
      name="${name}"
      autocomplete="new-password"
      required
      ${first ? html`autofocus` : NO_HTML}
      ${ids === '' ? NO_HTML : state}
    />${own.map(
      ({ sentence }, index) =>
        html`<p class="problem" id="${`${name}-problem-${index + 1}`}">${sentence}</p>`,
    )}`;
};

const summaryOf = (problems: readonly Problem[]): Html =>
  html`<div class="problems" role="alert" tabindex="-1" id="problems">
    <h2>${t('linkPage.problems')}</h2>
    <ul>
      ${problems.map((problem) => html`<li><a href="${`#${problem.field}`}">${problem.sentence}</a></li>`)}
    </ul>
  </div>`;

const rulesOf = ({ roles }: Pick<AccountRow, 'roles'>): Html =>
  html`<div class="rules">
    <h2 id="rules-title">${t('linkPage.rules')}</h2>
    <ul id="rules">
      ${PASSWORD_RULES.map(
        (rule) => html`<li>${t(`passwordRule.${rule}`, { min: passwordMin(roles), max: PASSWORD_MAX })}</li>`,
      )}
    </ul>
  </div>`;

const submit = (purpose: Awaited): Html =>
  html`<button type="submit">${t(`linkPage.${purpose}.submit`)}</button>`;

/** The page of a link that is good; without an address in the form, which goes where the page came from. */
export const linkView = (
  purpose: Awaited,
  account: AccountRow,
  school: string,
  problems: readonly Problem[] = [],
): Html =>
  html`<h1>${t(`linkPage.${purpose}.title`)}</h1>
    <p>${t(`linkPage.${purpose}.lead`)}</p>
    ${problems.length === 0 ? NO_HTML : summaryOf(problems)}${factsOf(purpose, account, school)}
    <form method="post">
      ${
        purpose === 'verify'
          ? html`<p class="soft">${t('linkPage.verify.hint')}</p>`
          : html`${rulesOf(account)}${field('password', ['rules'], problems)}${field('repeat', [], problems)}`
      }
      ${submit(purpose)}
    </form>`;

/** A page that only says something: its title and sentences `linkPage.<name>.<part>`. */
export const messageView = (
  name: string,
  parts: readonly string[],
  blanks: Readonly<Record<string, string | number>> = {},
): Html =>
  html`<h1>${t(`linkPage.${name}.title`)}</h1>
    ${parts.map((part) => html`<p>${t(`linkPage.${name}.${part}`, blanks)}</p>`)}`;
