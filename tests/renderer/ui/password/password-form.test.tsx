import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { PasswordForm } from '../../../../renderer/ui/password/password-form.tsx';
import type { Role } from '../../../../shared/domain/account/role.ts';
import { PASSWORD_RULES } from '../../../../shared/domain/account/password-rule.ts';
import { ok, type Failure } from '../../../../shared/failure.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { aSession, renderInApp } from '../../../helpers/window-app.tsx';

function openForm(
  refusal: Failure | null = null,
  role: Role = 'HOMEROOM',
  answered: Promise<void> = Promise.resolve(),
) {
  const { account } = aSession();
  if (account === null) throw new Error('nobody is signed in');
  let dones = 0;
  const form = (
    <PasswordForm account={{ account: 'teacher1', roles: [role] }} onDone={() => (dones += 1)} other={null} />
  );
  const rendered = renderInApp(form, {
    core: {
      'password.change': () =>
        answered.then(() => (refusal === null ? ok(account) : { ok: false as const, failure: refusal })),
    },
  });
  return { ...rendered, dones: () => dones };
}

const GOOD = 'Tr0ub4dor&3x';
const line = (label: string) =>
  screen.findByLabelText<HTMLInputElement>(new RegExp(`^${label}`), { selector: 'input' });
const submit = () => screen.getByRole('button', { name: '修改密碼' });
/** What the line of each rule says of it. */
const marks = () =>
  Object.fromEntries(
    within(screen.getByRole('list'))
      .getAllByRole('listitem')
      .map((item, index) => [PASSWORD_RULES[index], item.dataset['mark']]),
  );

test('[A:1227–1243] every rule stands there before anything is typed', async () => {
  const { container } = openForm();
  await line('目前密碼');
  expect(screen.getAllByRole('listitem')).toHaveLength(PASSWORD_RULES.length);
  expect(Object.values(marks())).toEqual(['open', 'open', 'open', 'open', 'open', 'open', 'central']);
  expect(screen.getByText(/至少8個字元/)).toBeDefined();
  expect(await axeProblems(container)).toEqual([]);
});

test('[A:1238] a county officer needs twelve characters', async () => {
  const { user } = openForm(null, 'BUREAU');
  await user.type(await line('新密碼'), 'Tr0ub4d&3x');
  expect(screen.getByText(/至少12個字元/)).toBeDefined();
  expect(marks()['passwordLength']).toBe('broken');
});

test.each([
  ['Ab1!xz', 'passwordLength'],
  ['troubadourxx', 'passwordClasses'],
  ['Teacher1', 'passwordAccount'],
  ['Xqwer!T0ub', 'passwordRun'],
  ['x!A123456789', 'passwordIdentity'],
  ['P@ssw0rd2024!', 'passwordCommon'],
] as const)('[security 7.29] %s breaks %s, while it is typed, with icon and word', async (typed, rule) => {
  const { user } = openForm();
  await user.type(await line('新密碼'), typed);
  expect(marks()[rule]).toBe('broken');
  expect(screen.getAllByText('不符合').length).toBeGreaterThan(0);
});

test('a good one meets them all; it is sent once, however often one clicks', async () => {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const { user, app, dones } = openForm(null, 'HOMEROOM', answered);
  await user.type(await line('目前密碼'), ' old ');
  await user.type(await line('新密碼'), GOOD);
  await user.type(await line('再次輸入新密碼'), GOOD);
  expect(Object.values(marks()).filter((mark) => mark === 'met')).toHaveLength(6);
  await user.dblClick(submit());
  answer();
  await expect.poll(dones).toBeGreaterThan(0);
  expect(app.inputsOf('password.change')).toEqual([{ current: ' old ', next: GOOD }]);
});

test('the eye of each line shows that line alone', async () => {
  const { user } = openForm();
  const current = await line('目前密碼');
  await user.click(screen.getByRole('button', { name: '顯示新密碼' }));
  expect((await line('新密碼')).type).toBe('text');
  expect(current.type).toBe('password');
});

test('[security 7.29] a line end that comes with a paste is taken out and told', async () => {
  const { user, app } = openForm();
  await user.type(await line('目前密碼'), 'old');
  for (const label of ['新密碼', '再次輸入新密碼']) {
    await user.click(await line(label));
    await user.paste(`${GOOD}\r\n`);
    expect(screen.getByText('已移除貼上時帶入的換行')).toBeDefined();
  }
  await user.keyboard('{Enter}');
  expect(app.inputsOf('password.change')).toEqual([{ current: 'old', next: GOOD }]);
});

test('a paste without one says nothing', async () => {
  const { user } = openForm();
  await user.click(await line('新密碼'));
  await user.paste(GOOD);
  expect((await line('新密碼')).value).toBe(GOOD);
  expect(screen.queryByText('已移除貼上時帶入的換行')).toBeNull();
});

test('empty and different lines are told, the first has the focus, nobody is asked', async () => {
  const { user, app } = openForm();
  const current = await line('目前密碼');
  await user.type(await line('新密碼'), GOOD);
  await user.type(await line('再次輸入新密碼'), `${GOOD}x{Enter}`);
  expect(screen.getByText('必填')).toBeDefined();
  expect(screen.getByText('兩次輸入的新密碼不同')).toBeDefined();
  expect(document.activeElement).toBe(current);
  expect(app.inputsOf('password.change')).toEqual([]);
});

async function sendGood(refusal: Failure) {
  const rendered = openForm(refusal);
  await rendered.user.type(await line('目前密碼'), 'old');
  await rendered.user.type(await line('新密碼'), GOOD);
  await rendered.user.type(await line('再次輸入新密碼'), `${GOOD}{Enter}`);
  return rendered;
}

test.each(['passwordUsed', 'passwordCommon'] as const)(
  'what only central can judge (%s) stands at the line and in the list, until it is changed',
  async (code) => {
    const { user } = await sendGood({ code: 'FORM_INVALID', fields: [{ path: 'next', code }] });
    const next = await line('新密碼');
    expect(
      await screen.findByText(
        code === 'passwordUsed' ? /不可與前三次設定的密碼相同/ : /這是易猜測的常見密碼/,
      ),
    ).toBeDefined();
    expect(marks()[code]).toBe('broken');
    expect(document.activeElement).toBe(next);
    await user.type(next, '9');
    expect(marks()[code]).toBe(code === 'passwordUsed' ? 'central' : 'met');
  },
);

test('a wrong present password is told at its line', async () => {
  await sendGood({ code: 'WRONG_CREDENTIALS' });
  expect(await screen.findByText('目前密碼不符')).toBeDefined();
  expect(document.activeElement).toBe(await line('目前密碼'));
  expect((await line('新密碼')).value).toBe(GOOD);
});

test.each(['LOCKED_OUT', 'OFFLINE', 'UNAVAILABLE', 'RATE_LIMITED', 'SIGNED_OUT', 'UNEXPECTED'] as const)(
  'refused with %s: it is told, what was typed stays',
  async (code) => {
    await sendGood({ code });
    expect(await screen.findByText(new RegExp(`代碼：${code}`))).toBeDefined();
    expect((await line('新密碼')).value).toBe(GOOD);
  },
);
