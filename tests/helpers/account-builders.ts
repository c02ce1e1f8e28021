import { randomUUID } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { sql } from 'kysely';
import { moveStored } from '../../central/accounts/move.ts';
import { DEMO_SCHOOLS, type DemoPrefix } from '../../central/demo/demo-schools.ts';
import { lockAccount, type AccountRow } from '../../central/accounts/account-row.ts';
import type { Registration, Upload } from '../../shared/contract/account-shapes.ts';
import type { AccountEvent } from '../../shared/domain/account/account-state.ts';
import type { TestCentral } from './central.ts';
import { askCentral, type CentralClient } from './central-client.ts';
import { tokenIn } from './mailbox.ts';

/** A PDF of one empty page for each number; whole, with a table of its parts. */
export function aPdf(pages = 1): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 3} 0 R`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages} >>`,
    ...kids.map(() => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << >> >>'),
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((body, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A grey PNG of this size, one byte a pixel. */
export function aPng(width = 16, height = 16): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = Buffer.alloc(height * (width + 1), 0x7f);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const anUpload = (kind: Upload['kind'] = 'accountForm', over: Partial<Upload> = {}): Upload => ({
  kind,
  name: `${kind}.pdf`,
  contentBase64: aPdf().toString('base64'),
  ...over,
});

/** Id of a school of the demo. */
export const schoolIdOf = (prefix: DemoPrefix): string => {
  const found = DEMO_SCHOOLS.find((school) => school.prefix === prefix);
  if (found === undefined) throw new RangeError(`no school ${prefix}`);
  return found.id;
};

export type RegistrationInput = Omit<Registration, 'captchaId' | 'captchaAnswer'>;

let made = 0;

/** 註冊 of a 導師 at `xr`, or with `kind: 'primary'` of a 主通 with the stamped form; each with a name of its own. */
export function aRegistration(over: Partial<RegistrationInput> = {}): RegistrationInput {
  const account = `new-${(made += 1)}-${randomUUID().slice(0, 6)}`;
  const primary = over.kind === 'primary';
  return {
    requestId: randomUUID(),
    kind: 'staff',
    schoolId: schoolIdOf('xr'),
    roles: primary ? ['PRIMARY'] : ['HOMEROOM'],
    account,
    name: '申請人',
    email: `${account}@xuelu.example`,
    phone: '0912-345-678',
    files: primary ? [anUpload()] : [],
    ...over,
  };
}

type Service = Pick<TestCentral, 'app' | 'captchaAnswer'>;

/** A captcha with its right answer. */
export async function solveCaptcha({ app, captchaAnswer }: Service) {
  const { captchaId } = (await askCentral(app, 'captcha.create', {})).body;
  return { captchaId, captchaAnswer: captchaAnswer(captchaId) };
}

/** 註冊 over HTTP with a new captcha, whatever comes of it. */
export const register = async (service: Service, registration: RegistrationInput) =>
  askCentral(service.app, 'registration.create', { ...registration, ...(await solveCaptcha(service)) });

/** 註冊 that has to go through; gives what was sent. */
export async function registered(
  service: Service,
  over: Partial<RegistrationInput> = {},
): Promise<RegistrationInput> {
  const registration = aRegistration(over);
  const answer = await register(service, registration);
  if (answer.status !== 200) throw new Error(`registration: ${answer.text}`);
  return registration;
}

export const A_LETTER = { number: '雲縣教字第1150000001號', date: '2026-11-20' } as const;

interface Decision {
  readonly revision?: number;
  readonly letter?: { readonly number: string; readonly date: string } | null;
  readonly reason?: string | null;
}

/** 核可 with a letter, on the first revision unless another is named. */
export const approve = (reviewer: CentralClient, requestId: string, over: Decision = {}) =>
  reviewer.ask('request.decide', {
    requestId,
    revision: 1,
    decision: 'approve',
    letter: A_LETTER,
    reason: null,
    ...over,
  });

/** 退件 with a reason. */
export const sendBack = (reviewer: CentralClient, requestId: string, over: Decision = {}) =>
  reviewer.ask('request.decide', {
    requestId,
    revision: 1,
    decision: 'return',
    letter: null,
    reason: '申請單未用印',
    ...over,
  });

/** 權限異動申請: 轉移帳號 to `successorId`, or 申請權限提升 with null. */
export const askForPost = (
  client: CentralClient,
  successorId: string | null,
  over: Readonly<Record<string, unknown>> = {},
) =>
  client.ask('roleChange.create', {
    requestId: randomUUID(),
    successorId,
    files: [anUpload('transferForm')],
    ...over,
  });

/** The stored account by its name. */
export async function getAccount(
  { context }: Pick<TestCentral, 'context'>,
  account: string,
): Promise<AccountRow> {
  return context.db
    .selectFrom('accounts')
    .selectAll()
    .where('account', '=', account)
    .orderBy('registered_at', 'desc')
    .executeTakeFirstOrThrow();
}

/** Names of those who hold the post of the 主通 of a school: 正常, verified or not yet. */
export async function primariesOf(
  { context }: Pick<TestCentral, 'context'>,
  schoolId: string,
): Promise<string[]> {
  const rows = await context.db
    .selectFrom('accounts')
    .select('account')
    .where('school_id', '=', schoolId)
    .where('status', '=', 'normal')
    .where(sql<boolean>`'PRIMARY' = any (roles)`)
    .execute();
  return rows.map(({ account }) => account);
}

/** An event of the state machine as the service itself writes it, for where no call leads. */
export async function moveTo(
  central: Pick<TestCentral, 'context' | 'clock'>,
  account: string,
  event: AccountEvent,
): Promise<AccountRow> {
  const { db } = central.context;
  const now = new Date(central.clock.now).toISOString();
  await db.transaction().execute(async (trx) => {
    const row = await lockAccount(trx, (await getAccount(central, account)).id);
    if (row === undefined || (await moveStored(trx, row, event, now)) === null)
      throw new Error(`${account} knows no ${event}`);
  });
  return getAccount(central, account);
}

/** What the page of a link answers to 「送出」; without a password, to 「驗證」. */
export const followLink = ({ app }: Pick<TestCentral, 'app'>, token: string, password = '') =>
  app.inject({
    method: 'POST',
    url: `/account/link/${token}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ password, repeat: password }).toString(),
  });

/** Follows the link of the newest mail to an account; with its password, where the link asks for one. */
export async function followMail(central: TestCentral, account: string, password = ''): Promise<void> {
  const { email } = await getAccount(central, account);
  const answer = await followLink(central, tokenIn(await central.newestMailTo(email)), password);
  if (answer.statusCode !== 303)
    throw new Error(`link of ${account}: ${answer.statusCode} ${answer.payload}`);
}

export const FIRST_PASSWORD = 'Diyici#2026';

/** 導師 of a school, registered, approved and with FIRST_PASSWORD: gives the account's name. */
export async function aStaffAccount(
  central: TestCentral,
  prefix: DemoPrefix = 'xr',
  over: Partial<RegistrationInput> = {},
): Promise<string> {
  const { requestId, account } = await registered(central, { schoolId: schoolIdOf(prefix), ...over });
  const reviewer = await central.signIn(`${prefix}-primary`);
  const answer = await approve(reviewer, requestId);
  if (answer.status !== 200) throw new Error(`approval: ${answer.text}`);
  await followMail(central, account, FIRST_PASSWORD);
  return account;
}

/** Mails in the outbox for an account, oldest first. */
export const mailsTo = ({ context }: Pick<TestCentral, 'context'>, accountId: string) =>
  context.db
    .selectFrom('mail_outbox')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();

/** The link of an account that is good now; undefined when none is. */
export const findLiveLink = ({ context }: Pick<TestCentral, 'context'>, accountId: string) =>
  context.db
    .selectFrom('account_links')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .executeTakeFirst();

export const codeOf = (answer: { readonly body: { readonly failure?: { readonly code: string } } }) =>
  answer.body.failure?.code;
