import type { SessionView } from '../../shared/contract/core.ts';
import type { Result } from '../../shared/failure.ts';
import { A_LETTER, anUpload } from './account-builders.ts';
import { nextId } from './case-builders.ts';
import { until } from './clock.ts';
import { getValue } from './core.ts';
import type { Computer } from './journey-computer.ts';
import type { World } from './journey.ts';
import { tokenIn } from './mailbox.ts';

/** What people do in the account flows: at their computers, and in a browser with the link of a mail. */

const captcha = async ({ central }: World, at: Computer) => {
  const { captchaId } = getValue(await at.ask('captcha.create', {}));
  return { captchaId, captchaAnswer: central.captchaAnswer(captchaId) };
};

/** The network is back, and what it had of broken connections is gone. */
export async function comeBack(at: Computer): Promise<void> {
  await at.line.up();
  await until(async () => (await at.ask('captcha.create', {})).ok);
}

/** 忘記密碼, asked for at a computer where nobody is signed in. */
export const forget = async (world: World, at: Computer): Promise<void> => {
  const { account, email } = at.account;
  getValue(await at.ask('password.forget', { account, email, ...(await captcha(world, at)) }));
};

/** Opens the link of the newest mail to an account and sends its page; throws unless it went through. */
export async function followLink({ central }: World, email: string, password?: string): Promise<void> {
  const token = tokenIn(await central.newestMailTo(email));
  const form = new URLSearchParams(password === undefined ? {} : { password, repeat: password });
  const answer = await central.app.inject({
    method: 'POST',
    url: `/account/link/${token}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: form.toString(),
  });
  if (answer.statusCode !== 303) throw new Error(`the link answered ${answer.statusCode}`);
}

/** 轉移帳號 by the 主通, approved by 國教署: the successor has a mail, and the outgoing one is disabled. */
export async function handOver(primary: Computer, agency: Computer, successor: Computer): Promise<void> {
  const requestId = nextId();
  const files = [anUpload('transferForm')];
  const asked = { requestId, successorId: successor.account.id, files };
  getValue(await primary.ask('roleChange.create', asked));
  const { revision } = getValue(await agency.ask('request.get', { requestId }));
  const decision = { decision: 'approve', letter: { ...A_LETTER }, reason: null } as const;
  getValue(await agency.ask('request.decide', { requestId, revision, ...decision }));
}

/** 更新 of 查看 with other 帳號類別, and 啟用 where asked. */
export async function setRoles(
  keeper: Computer,
  { account: { id } }: Computer,
  roles: readonly ('HOMEROOM' | 'COUNSELOR' | 'HEAD')[],
  status: 'enable' | null = null,
): Promise<void> {
  const { accountId, revision, account, name, email, phone } = getValue(
    await keeper.ask('account.get', { accountId: id }),
  );
  const update = { accountId, revision, account, name, email, phone, roles: [...roles], status };
  getValue(await keeper.ask('account.update', update));
}

export const view = async (at: Computer): Promise<SessionView> =>
  getValue((await at.ask('session.get', {})) as Result<SessionView>);
