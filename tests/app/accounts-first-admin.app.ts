import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inRoot, root } from '../../scripts/lib/paths.mjs';
import { openMenu, trySignIn } from './story/account-person.ts';
import { startCentralProcess, type CentralProcess } from './story/central-process.ts';
import { Person } from './story/person.ts';
import { startsWith, t } from './story/words.ts';
import { Album } from './support/album.ts';
import { aCsvFile } from './support/files.ts';
import { LetterBox } from './support/letter-box.ts';
import { sendNewPassword, titled } from './support/password-hands.ts';
import { visible } from './support/visible.ts';

const run = promisify(execFile);
const GOOD = 'Shanyue&Lu42-Taibei';
const OFFICER = { account: 'bureau-yl', email: 'bureau-yl@yunlin.example.tw', name: '林承辦' };

let central: CentralProcess;
let letters: LetterBox;
let admin: Person;
/** What the command said, and what a second one did. */
let printed: { account: string; password: string };
let said = '';
let again = '';
const album = new Album('accounts-first-admin');

const command = (data: string, account: string) =>
  run(
    process.execPath,
    [
      inRoot('scripts', 'central.mjs'),
      ...[
        'create-admin',
        '--account',
        account,
        '--name',
        '石靜宜',
        '--email',
        `${account}@agency.example.tw`,
      ],
      ...['--data', data],
    ],
    { cwd: root, env: { ...process.env, DATABASE_URL: '' } },
  );

beforeAll(async () => {
  central = await startCentralProcess({
    empty: true,
    prepare: async (data) => {
      const { stdout, stderr } = await command(data, 'first-admin');
      printed = JSON.parse(stdout) as typeof printed;
      said = stderr;
      again = await command(data, 'second-admin').then(
        () => 'done',
        (fault: unknown) => String(fault),
      );
    },
  });
  letters = await LetterBox.open(central);
  admin = await Person.newAt(central, printed, 'senior-high');
  await admin.computer.start();
});

afterAll(async () => {
  await letters.close();
  await admin.computer.close();
  await central.stop();
});

describe('npm run central -- create-admin, on an empty folder', () => {
  test('prints account and password once; a second first administrator is refused', () => {
    expect(printed.account).toBe('first-admin');
    expect(printed.password).toMatch(/^\S{20}$/);
    expect(said).not.toContain(printed.password);
    expect(again).toContain('an administrator is there already');
  });

  test('the first 登入 leaves nothing to do but to set an own password', async () => {
    await trySignIn(admin, printed);
    const popUp = admin.page.getByRole('dialog', { name: t('mustDo.changePassword') });
    await popUp.waitFor();
    await album.see(admin.computer, 'first-sign-in');
    await sendNewPassword(admin.page, printed.password, 'Kurz&Lu42');
    await popUp.getByText(t('check.passwordLength', { min: 12, max: 128 })).waitFor();
    await sendNewPassword(admin.page, printed.password, GOOD);
    await popUp.waitFor({ state: 'hidden' });
    await titled(admin, t('menu.home'));
    expect(await visible(admin.page.getByText(t('home.empty.title')))).toBe(true);
    await album.see(admin.computer, 'home');
  });

  test('an officer is made, gets the mail, sets a password and signs in', async () => {
    const { page } = admin;
    await openMenu(admin, 'accounts');
    await album.see(admin.computer, 'accounts');
    await admin.button('officer.new').click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('combobox', { name: startsWith(t('officer.county')) }).selectOption('雲林縣');
    const values = { ...OFFICER, phone: '05-5522222' };
    for (const field of ['name', 'account', 'email', 'phone'] as const)
      await sheet
        .getByRole('textbox', { name: startsWith(t(`accounts.column.${field}`)) })
        .fill(values[field]);
    await sheet.getByRole('textbox', { name: startsWith(t('letter.number')) }).fill('雲府教字第1150001號');
    await sheet.getByRole('textbox', { name: startsWith(t('letter.date')) }).fill('115/01/05');
    await album.see(admin.computer, 'officer');
    await admin.button('officer.next').click();
    await sheet.getByText(t('officer.follows.BUREAU')).waitFor();
    await album.see(admin.computer, 'officer-consequences');
    await admin.button('officer.create').click();
    expect(await visible(page.getByText(t('officer.done', { name: OFFICER.name })))).toBe(true);
    await letters.followLink(await letters.newestLinkTo(OFFICER.email, 'approved'), GOOD);
  });

  test('schools come by a list, and are found at 註冊', async () => {
    const { page } = admin;
    await openMenu(admin, 'imports');
    const list = aCsvFile('學校名單.csv', [
      ['學校代碼', '學校名稱', '縣市', '主管機關', '高中', '國中', '國小'],
      ['999901', '第一示範高級中學', '雲林縣', '國教署', '是', '否', '否'],
    ]);
    await page.getByLabel(startsWith(t('imports.file'))).setInputFiles(list);
    await page.getByRole('button', { name: t('imports.import', { count: 1 }) }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('imports.import', { count: 1 }) })
      .click();
    await page.getByRole('heading', { name: t('imports.doneTitle', { name: list.name }) }).waitFor();
    await album.see(admin.computer, 'imported');
    await admin.button('topBar.signOut').click();
    await admin.button('signIn.register').click();
    await page.getByRole('combobox', { name: startsWith(t('register.county')) }).selectOption('雲林縣');
    const school = page.getByLabel(startsWith(t('register.school')));
    await school.click();
    await school.fill('第一');
    expect(await visible(page.getByRole('option', { name: '第一示範高級中學' }))).toBe(true);
  });
});

test('every screen is well made, and no window complained', () => {
  expect(album.problems).toEqual([]);
  expect(admin.computer.complaints).toEqual([]);
});
