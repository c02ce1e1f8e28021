import { randomUUID } from 'node:crypto';
import { DEMO_ACCOUNTS } from '../../../central/demo/demo-accounts.ts';
import { CENTRAL_DOOR, type CentralCall, type CentralDoor } from '../../../shared/contract/central.ts';
import type { z } from 'zod';
import { post } from '../../helpers/central-process.ts';
import type { CentralProcess } from '../story/central-process.ts';
import { aCsvFile } from './files.ts';

/** What the application would ask of central, over the real network. */
export class CentralAsker {
  readonly #central: CentralProcess;
  readonly #token: string | undefined;

  constructor(central: CentralProcess, token?: string) {
    this.#central = central;
    this.#token = token;
  }

  ask<K extends CentralCall>(
    name: K,
    input: z.input<CentralDoor[K]['input']>,
  ): Promise<z.output<CentralDoor[K]['output']>> {
    return post(this.#central.url, CENTRAL_DOOR[name].path, input, this.#token);
  }

  async captcha(): Promise<{ captchaId: string; captchaAnswer: string }> {
    const { captchaId } = await this.ask('captcha.create', {});
    return { captchaId, captchaAnswer: await this.#central.captchaAnswer(captchaId) };
  }

  async signIn(account: string, password = passwordOf(account)): Promise<CentralAsker> {
    const device = { deviceId: randomUUID(), deviceName: 'test' };
    const { tokens } = await this.ask('session.create', {
      account,
      password,
      ...device,
      ...(await this.captcha()),
    });
    return new CentralAsker(this.#central, tokens.accessToken);
  }
}

const passwordOf = (account: string): string =>
  DEMO_ACCOUNTS.find((row) => row.account === account)?.password ?? '';

/** 忘記密碼 of an account of the demo. */
export async function forget(asker: CentralAsker, account: string): Promise<string> {
  const email = DEMO_ACCOUNTS.find((row) => row.account === account)?.email ?? '';
  await asker.ask('password.forget', { account, email, ...(await asker.captcha()) });
  return email;
}

/** 停用 and 啟用 by the 主通, so that the account waits for its 驗證. */
export async function reenable(asker: CentralAsker, account: string): Promise<string> {
  const keeper = await asker.signIn('xr-primary');
  const accountId = DEMO_ACCOUNTS.find((row) => row.account === account)?.id ?? '';
  for (const status of ['disable', 'enable'] as const) {
    const { revision, name, email, phone, roles } = await keeper.ask('account.get', { accountId });
    await keeper.ask('account.update', { accountId, revision, account, name, email, phone, roles, status });
  }
  return (await keeper.ask('account.get', { accountId })).email;
}

/** A new officer, who has to set the first password. */
export async function inviteOfficer(asker: CentralAsker, account: string, email: string): Promise<void> {
  const agency = await asker.signIn('admin');
  await agency.ask('officer.create', {
    accountId: randomUUID(),
    role: 'BUREAU',
    county: '雲林縣',
    account,
    name: '林承辦',
    email,
    phone: '05-5522222',
    letter: { number: '雲府教字第1150001號', date: '2026-01-05' },
  });
}

/** A 高中 of a county's 教育局處 that has no account yet. */
export async function importSchool(
  central: CentralProcess,
  { code, school, county }: { readonly code: string; readonly school: string; readonly county: string },
): Promise<void> {
  const agency = await new CentralAsker(central).signIn('admin');
  const { name, buffer } = aCsvFile('schools.csv', [
    ['學校代碼', '學校名稱', '縣市', '主管機關', '高中', '國中', '國小'],
    [code, school, county, '教育局處', '是', '否', '否'],
  ]);
  const list = { name, contentBase64: buffer.toString('base64'), kind: 'schools' as const };
  await agency.ask('list.import', { ...list, importId: randomUUID(), dryRun: false });
}
