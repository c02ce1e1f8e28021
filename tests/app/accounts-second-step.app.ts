import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_SCHOOLS } from '../../central/demo/demo-schools.ts';
import { SchoolUnit } from '../../shared/contract/account-shapes.ts';
import { useDatabase, type TestDatabase } from '../helpers/postgres.ts';
import { openMenu, signOut, trySignIn } from './story/account-person.ts';
import type { Person } from './story/person.ts';
import { startsWith, t } from './story/words.ts';
import { Album } from './support/album.ts';
import { LetterBox } from './support/letter-box.ts';
import { askAround, outcomeOf, titled } from './support/password-hands.ts';
import { openSchool, type School } from './support/school.ts';
import { forgetLastCode } from './support/stored-accounts.ts';
import { SOON, visible } from './support/visible.ts';

/** Longer than the window may take to hear of it [SY14]. */
const CONTACT = { timeout: 60_000 } as const;

let database: TestDatabase;
let school: School;
let primary: Person;
let other: Person;
let agency: Person;
let letters: LetterBox;
/** What the authenticator of the 主通 holds. */
let secret = '';
const album = new Album('accounts-second-step');

const codeNow = (): string => new TOTP({ secret }).generate();

/** Six digits that are surely not the code of now, just before or just after. */
const wrongCode = (): string => {
  const totp = new TOTP({ secret });
  const near = [-30_000, 0, 30_000, 60_000].map((ms) => totp.generate({ timestamp: Date.now() + ms }));
  return ['000000', '111111', '222222', '333333', '444444'].find((code) => !near.includes(code)) ?? '';
};

const codeField = ({ page }: Person) => page.getByRole('textbox', { name: startsWith(t('signIn.code')) });

async function sendCode(person: Person, code: string): Promise<void> {
  await codeField(person).fill(code);
  await person.button('signIn.confirm').click();
}

/** Sets the second step up in the dialog that stands open; gives the secret as it is shown. */
async function enrol(person: Person, picture: string): Promise<string> {
  const dialog = person.page.getByRole('dialog');
  const shown = (await dialog.locator('code').innerText()).replaceAll(/\s/g, '');
  expect(shown).toMatch(/^[A-Z2-7]{32}$/);
  const image = dialog.getByRole('img', { name: t('secondStep.qr') });
  await expect
    .poll(() => image.evaluate((it) => it instanceof HTMLImageElement && it.naturalWidth > 100), SOON)
    .toBe(true);
  await album.see(person.computer, picture);
  await codeField(person).fill(new TOTP({ secret: shown }).generate());
  await dialog.getByRole('button', { name: t('secondStep.enable'), exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  return shown;
}

async function choosePolicy(choice: 'off' | 'optional' | 'required'): Promise<void> {
  const { page } = agency;
  await openMenu(agency, 'accounts');
  await page.getByRole('radio', { name: t(`policy.secondFactor.${choice}`), exact: true }).check();
  await agency.button('policy.set').click();
  await page.getByText(t(`policy.follows.${choice}`)).waitFor();
  await album.see(agency.computer, `policy-${choice}`);
  await agency.button(`policy.verb.${choice}`).click();
  await page.getByText(t('policy.done', { choice: t(`policy.secondFactor.${choice}`) })).waitFor();
}

beforeAll(async () => {
  database = await useDatabase();
  school = await openSchool(database.url);
  letters = await LetterBox.open(school.central);
  primary = await school.person('xr-primary');
  other = await school.person('mh-primary');
  agency = await school.person('admin');
  for (const person of [primary, agency]) {
    await person.computer.start();
    await person.signIn();
  }
});

afterAll(async () => {
  await letters.close();
  await school.close();
  await database.close();
});

describe('兩步驟驗證', () => {
  test('the 主通 switches it on in 設定: QR code, secret, and one code to prove it', async () => {
    await openMenu(primary, 'settings');
    await primary.page.getByText(t('secondStep.state.off')).waitFor();
    await primary.button('secondStep.enable').click();
    await codeField(primary).waitFor();
    await codeField(primary).fill('12ab');
    await primary.page
      .getByRole('dialog')
      .getByRole('button', { name: t('secondStep.enable') })
      .click();
    await primary.page.getByText(t('check.codeFormat')).waitFor();
    secret = await enrol(primary, 'enrol');
    expect(await visible(primary.page.getByText(t('secondStep.state.on'), { exact: true }))).toBe(true);
    await album.see(primary.computer, 'settings-on');
  });

  test('登入 asks for the code; a wrong one keeps the step, the right one lets in', async () => {
    await forgetLastCode(database, primary.account.account);
    await signOut(primary);
    await trySignIn(primary, primary.account);
    await codeField(primary).waitFor();
    await album.see(primary.computer, 'sign-in-code');
    await sendCode(primary, wrongCode());
    await primary.page.getByText(t('failure.WRONG_CODE')).waitFor();
    await album.see(primary.computer, 'sign-in-wrong-code');
    expect(await codeField(primary).inputValue()).toBe('');
    await sendCode(primary, codeNow());
    await titled(primary, t('menu.home'));
  });

  test('返回 gives the first step up: the code alone is worth nothing then', async () => {
    await signOut(primary);
    await trySignIn(primary, primary.account);
    await codeField(primary).waitFor();
    await primary.button('signIn.back').click();
    await titled(primary, t('signIn.title'));
    await forgetLastCode(database, primary.account.account);
    expect(await primary.page.getByLabel(startsWith(t('signIn.password'))).inputValue()).toBe('');
  });
});

describe('the policy of 管理者', () => {
  test('required: another 主通 who is at work sets it up before anything else', async () => {
    await other.computer.start();
    await other.signIn();
    await choosePolicy('required');
    const popUp = other.page.getByRole('dialog', { name: t('mustDo.enrolSecondFactor') });
    await popUp.waitFor(CONTACT);
    expect(await outcomeOf(other.page, 'account.list', QUERY)).toBe('SECOND_FACTOR_MISSING');
    expect(await outcomeOf(other.page, 'desk.list', {})).toBe('SECOND_FACTOR_MISSING');
    await enrol(other, 'must-enrol');
    await titled(other, t('menu.home'));
    expect(await outcomeOf(other.page, 'account.list', QUERY)).toBe('ok');
  });

  test('管理者, too, sets it up', async () => {
    const popUp = agency.page.getByRole('dialog', { name: t('mustDo.enrolSecondFactor') });
    await popUp.waitFor(CONTACT);
    expect(await enrol(agency, 'agency-must-enrol')).not.toBe(secret);
    await choosePolicy('optional');
  });

  test('解除兩步驟驗證: a mail tells it, and 登入 asks for the password alone', async () => {
    const { page } = agency;
    await page.getByRole('textbox', { name: startsWith(t('accounts.keyword')) }).fill('xr-primary');
    await page.getByRole('button', { name: t('accounts.openNamed', { name: '陳怡君' }) }).click();
    await agency.button('accounts.resetSecondFactor').click();
    await page.getByText(t('accounts.ends.resetSecondFactor')).waitFor();
    await album.see(agency.computer, 'reset-consequences');
    await agency.button('accounts.resetSecondFactor').click();
    await page.getByText(t('accounts.done.resetSecondFactor', { name: '陳怡君' })).waitFor();
    expect(await letters.newestMailTo('xr-primary@xuelu.example', 'secondFactorReset')).toContain('陳怡君');
    await trySignIn(primary, primary.account);
    await primary.page.getByRole('navigation', { name: t('menu.label') }).waitFor();
  });
});

describe('設定 of a 主通', () => {
  const line = (person: Person, id: 'address' | 'phone') =>
    person.page.getByRole('textbox', { name: startsWith(t(`settings.unit.${id}`)) });

  test('[scenario 27] name, phone and e-mail are read only, with the way to 國教署', async () => {
    await openMenu(primary, 'home');
    await openMenu(primary, 'settings');
    await primary.page.getByText(t('settings.whoChanges.primary')).waitFor();
    expect(await primary.page.getByRole('textbox', { name: startsWith(t('settings.email')) }).count()).toBe(
      0,
    );
  });

  test('單位資訊: 更新, and what somebody else changed meanwhile is told', async () => {
    const { page } = primary;
    await line(primary, 'address').fill('雲林縣斗六市示範路一段1號');
    await primary.button('settings.unitUpdate').click();
    await page.getByText(t('settings.unitUpdated')).waitFor();
    const unit = SchoolUnit.parse(valueOf(await askAround(agency.page, 'unit.get', { schoolId })));
    const { id, revision, name, address } = unit;
    const changed = { schoolId: id, revision, name, address, phone: '05-5550399' };
    valueOf(await askAround(agency.page, 'unit.update', changed));
    await line(primary, 'address').fill('雲林縣斗六市示範路二段2號');
    await primary.button('settings.unitUpdate').click();
    await page.getByText(t('accountFailure.CONFLICT')).waitFor();
    await album.see(primary.computer, 'unit-conflict');
    await primary.button('settings.unitReload').click();
    await expect.poll(() => line(primary, 'phone').inputValue(), SOON).toBe('05-5550399');
    expect(await line(primary, 'address').inputValue()).toBe('雲林縣斗六市示範路二段2號');
    await primary.button('settings.unitUpdate').click();
    await page.getByText(t('settings.unitUpdated')).last().waitFor();
    await album.see(primary.computer, 'unit-reloaded');
  });
});

const QUERY = { status: null, role: null, text: '', schoolId: null, page: 1, size: 20 };

const schoolId = DEMO_SCHOOLS.find(({ prefix }) => prefix === 'xr')?.id ?? '';

const valueOf = (answer: Awaited<ReturnType<typeof askAround>>): unknown => {
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
};

test('every screen is well made, and no window complained', () => {
  expect(album.problems).toEqual([]);
  expect(school.complaints()).toEqual([]);
});
