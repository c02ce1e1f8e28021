import { rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FILE_MAX } from '../../shared/domain/account/request.ts';
import { formatRocDate } from '../../shared/domain/calendar/roc-date-format.ts';
import { aPdfOf } from '../helpers/file-builders.ts';
import { hostileFiles, ODD_NAMES } from '../helpers/hostile-files.ts';
import { aDocument } from '../helpers/pdf-builder.ts';
import {
  chooseRequest,
  fillRegistration,
  menuOf,
  openMenu,
  openRegister,
  pickFile,
  printPaper,
  reviewRegistration,
  savePaper,
  signInAs,
  signOut,
  submitRegistration,
  trySignIn,
  typeCaptcha,
  type Applicant,
} from './story/account-person.ts';
import type { Person } from './story/person.ts';
import { startsWith, t } from './story/words.ts';
import { Album } from './support/album.ts';
import { pasteUnits, typeAndLeave, wrongWith } from './support/field.ts';
import { aCsvFile, anXlsxFile, aPdfScan, pickWhile } from './support/files.ts';
import { LetterBox } from './support/letter-box.ts';
import { pdfText, withoutBlanks } from './support/pdf.ts';
import { openSchool, type School } from './support/school.ts';
import { SOON } from './support/visible.ts';

/** What would run, or be worked out, if text were anything but text. */
const HOSTILE = `<img src=x onerror="document.title='hit'">{{7*7}}`;
const XR = { county: '雲林縣', school: '旭日示範高級中學' } as const;

const TEACHER: Applicant = {
  ...XR,
  name: '高心怡',
  account: 'xr-gao',
  email: 'gao@xuelu.example',
  phone: '05-5550301#120',
};
const HOSTILE_TEACHER: Applicant = {
  ...XR,
  name: HOSTILE,
  account: 'xr-hostile',
  email: 'hostile@xuelu.example',
  phone: '05-5550301#121',
};
const COUNTY_SCHOOL = { code: '999702', county: '雲林縣', school: '雲峰示範高級中學' } as const;
const NATIONAL_SCHOOL = { code: '999703', county: '雲林縣', school: '海線示範高級中學' } as const;
const COUNTY_PRIMARY: Applicant = {
  county: COUNTY_SCHOOL.county,
  school: COUNTY_SCHOOL.school,
  name: '廖美華',
  account: 'yf-liao',
  email: 'liao@xuelu.example',
  phone: '05-5550702#101',
};
const NATIONAL_PRIMARY: Applicant = {
  county: NATIONAL_SCHOOL.county,
  school: NATIONAL_SCHOOL.school,
  name: HOSTILE,
  account: 'hx-hostile',
  email: 'hx@xuelu.example',
  phone: '05-5550703#101',
};
const INVITED = { account: 'xr-luo', email: 'luo@xuelu.example' } as const;
const OFFICER = {
  county: '嘉義縣',
  name: '林承辦',
  account: 'bureau-cy',
  email: 'bureau@chiayi.example',
  phone: '05-3620123#301',
} as const;
const PASSWORD = 'Shanyue&Lu42';

let school: School;
let letters: LetterBox;
/** Whoever registers, at the computer that all new people share. */
let newcomer: Person;
let primary: Person;
let admin: Person;
const album = new Album('accounts-register');

/** Nothing of it became an element, and nothing ran. */
async function expectOnlyText(page = newcomer.page): Promise<void> {
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(await page.title()).not.toContain('hit');
  expect(await page.locator('body').innerText()).toContain(HOSTILE);
}

beforeAll(async () => {
  school = await openSchool();
  letters = await LetterBox.open(school.central);
  newcomer = await school.newcomer();
  await newcomer.computer.start();
  await album.open(newcomer.computer);
  primary = await school.person('xr-primary');
  admin = await school.person('admin');
});

afterAll(async () => {
  await letters.close();
  await school.close();
});

describe('校內人員申請 [A:77–109]', () => {
  test('[scenario 2] the page, what is missing, and who reviews', async () => {
    await album.shoot(newcomer.computer, 'sign-in');
    await openRegister(newcomer);
    await album.see(newcomer.computer, 'register');
    await newcomer.button('register.submit').click();
    await newcomer.page.getByText(t('check.required')).first().waitFor();
    await album.see(newcomer.computer, 'register-missing');
    await fillRegistration(newcomer, TEACHER, { roles: ['HOMEROOM'] });
    await album.shoot(newcomer.computer, 'register-filled');
    const sheet = await reviewRegistration(newcomer);
    await sheet.getByText(t('register.reviewer.primary', { school: XR.school })).waitFor();
    await album.see(newcomer.computer, 'register-sheet');
    await sheet.getByRole('button', { name: t('register.submit'), exact: true }).click();
    await newcomer.page.getByRole('heading', { name: t('register.done') }).waitFor();
    await album.see(newcomer.computer, 'register-done');
  });

  test('[scenario 2] nobody signs in before the 主通 has approved', async () => {
    await newcomer.button('register.back').click();
    await trySignIn(newcomer, { account: TEACHER.account, password: PASSWORD });
    await newcomer.page.getByText(t('failure.WRONG_CREDENTIALS')).waitFor();
    await album.shoot(newcomer.computer, 'sign-in-before');
  });

  test('a second application, with HTML for a name', async () => {
    await openRegister(newcomer);
    await fillRegistration(newcomer, HOSTILE_TEACHER, { roles: ['COUNSELOR', 'HEAD'] });
    await submitRegistration(newcomer);
    await expectOnlyText();
    await album.shoot(newcomer.computer, 'register-done-hostile');
    await newcomer.button('register.back').click();
  });

  test('the 主通 sees the banner and decides both by keyboard alone: J, K, A, R', async () => {
    const { computer } = primary;
    await computer.start();
    const { page } = primary;
    await album.open(computer);
    await primary.signIn();
    await album.see(computer, 'primary-home');
    await openMenu(primary, 'accounts');
    await page.getByText(t('accounts.pending', { count: 2 })).waitFor();
    await album.see(computer, 'accounts');
    await page.getByRole('link', { name: t('accounts.toQueue') }).click();
    await page.getByRole('heading', { level: 1, name: t('menu.approvals') }).waitFor();
    await chooseRequest(primary, TEACHER.name);
    await album.see(computer, 'queue');
    const at = (name: string) => page.getByRole('heading', { level: 2, name }).waitFor();
    await page.keyboard.press('j');
    await at(HOSTILE);
    await expectOnlyText(page);
    await album.shoot(computer, 'queue-hostile');
    await page.keyboard.press('k');
    await at(TEACHER.name);
    await page.keyboard.press('a');
    const sheet = page.getByRole('dialog');
    await sheet.waitFor();
    await album.see(computer, 'approve-sheet');
    await page.keyboard.press('Control+Enter');
    await sheet.waitFor({ state: 'hidden' });
    await at(HOSTILE);
    await album.shoot(computer, 'after-approve');
    await page.keyboard.press('r');
    await sheet.waitFor();
    await page.keyboard.press('Control+Enter');
    await sheet.getByText(t('check.required'), { exact: true }).waitFor();
    await page.keyboard.insertText(`${HOSTILE}\n資料不符`);
    await album.see(computer, 'return-sheet');
    await page.keyboard.press('Control+Enter');
    await sheet.waitFor({ state: 'hidden' });
    await page.getByText(t('approvals.empty.title')).waitFor();
    await album.see(computer, 'queue-empty');
  });

  test('[security 7.29] the link: a bad password is told by its rules, a good one is set; the menu of 導師', async () => {
    const link = await letters.newestLinkTo(TEACHER.email, 'approved');
    await album.shootPage(letters.page, 'mail-approved');
    await letters.openLink(link);
    await letters.sendPassword(TEACHER.account);
    const told = letters.page.getByRole('alert');
    for (const code of ['passwordAccount', 'passwordClasses'] as const)
      await told.getByText(t(`check.${code}`)).waitFor();
    await album.shootPage(letters.page, 'link-rules');
    await letters.followLink(link, PASSWORD);
    await album.shootPage(letters.page, 'link-done');
    await signInAs(newcomer, { account: TEACHER.account, password: PASSWORD });
    await album.see(newcomer.computer, 'teacher-home');
    expect(await menuOf(newcomer)).toEqual(
      (['home', 'leaving', 'roleChange', 'outbox', 'settings'] as const).map((key) => t(`menu.${key}`)),
    );
    await signOut(newcomer);
  });

  test('退件: the mail holds the reason as text, and the account name is free again', async () => {
    expect(await letters.newestMailTo(HOSTILE_TEACHER.email, 'returned')).toContain(HOSTILE);
    expect(await letters.page.locator('img').count()).toBe(0);
    await album.shootPage(letters.page, 'mail-returned');
    await openRegister(newcomer);
    await fillRegistration(newcomer, HOSTILE_TEACHER, { roles: ['COUNSELOR'] });
    await submitRegistration(newcomer);
    await newcomer.button('register.back').click();
  });
});

describe('名單匯入 by the agency', () => {
  const heads = ['學校代碼', '學校名稱', '縣市', '主管機關', '高中', '國中', '國小', '住址', '電話'];

  test('學校名單 as CSV: the dry run shows each fate and changes nothing; then it is written', async () => {
    const { computer } = admin;
    await computer.start();
    const { page } = admin;
    await album.open(computer);
    await admin.signIn();
    await album.see(computer, 'admin-home');
    await openMenu(admin, 'imports');
    await album.see(computer, 'imports');
    const list = aCsvFile('學校名單.csv', [
      heads,
      [
        COUNTY_SCHOOL.code,
        COUNTY_SCHOOL.school,
        '雲林縣',
        '教育局處',
        '是',
        '否',
        '否',
        '雲林縣古坑鄉示範六路6號',
        '05-5550702',
      ],
      [
        NATIONAL_SCHOOL.code,
        NATIONAL_SCHOOL.school,
        '雲林縣',
        '國教署',
        '是',
        '否',
        '否',
        HOSTILE,
        '05-5550703',
      ],
      ['12', '代碼太短示範高中', '雲林縣', '國教署', '是', '否', '否', '', ''],
    ]);
    await page.getByLabel(startsWith(t('imports.file'))).setInputFiles(list);
    await page
      .getByRole('table', { name: t('imports.lines') })
      .getByText(t('check.schoolCode'))
      .waitFor();
    await album.see(computer, 'imports-judged');
    await page.getByText(t('imports.count', { fate: t('imports.all'), count: 3 })).click();
    await album.shoot(computer, 'imports-judged-all');
    await admin.page.getByRole('button', { name: t('imports.import', { count: 2 }) }).click();
    const sheet = page.getByRole('dialog');
    await sheet.waitFor();
    await album.see(computer, 'imports-sheet');
    await sheet.getByRole('button', { name: t('imports.import', { count: 2 }) }).click();
    await page.getByRole('heading', { name: t('imports.doneTitle', { name: list.name }) }).waitFor();
    await album.see(computer, 'imports-done');
    await page.getByLabel(startsWith(t('imports.file'))).setInputFiles(list);
    await page.getByText(t('imports.count', { fate: t('imports.fate.same'), count: 2 })).waitFor();
  });

  test('人員名單 as XLSX invites people by mail', async () => {
    const { page, computer } = admin;
    await page.getByRole('radio', { name: t('imports.kind.staff') }).check();
    const list = await anXlsxFile('人員名單.xlsx', [
      ['學校代碼', '帳號', '姓名', '電子信箱', '連絡電話', '帳號類別'],
      ['999301', INVITED.account, '羅心怡', INVITED.email, '05-5550301#130', '導師、輔導人員'],
      ['999301', 'xr-second', '第二主通', 'second@xuelu.example', '05-5550301#131', '主要通報人'],
    ]);
    await page.getByLabel(startsWith(t('imports.file'))).setInputFiles(list);
    await page
      .getByText(t('check.roleNotImported', { word: '主要通報人' }))
      .first()
      .waitFor();
    await album.see(computer, 'imports-staff');
    await page.getByRole('button', { name: t('imports.import', { count: 1 }) }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: t('imports.import', { count: 1 }) }).click();
    await page.getByRole('heading', { name: t('imports.doneTitle', { name: list.name }) }).waitFor();
    await letters.followLink(await letters.newestLinkTo(INVITED.email, 'approved'), PASSWORD);
    await signInAs(newcomer, { account: INVITED.account, password: PASSWORD });
    await signOut(newcomer);
  });
});

describe('主要通報人申請 [A:111–135]', () => {
  test('[scenario 4] without the stamped form it is refused; [security 7.32–34] files that are none', async () => {
    const { page, computer } = newcomer;
    await openRegister(newcomer);
    await fillRegistration(newcomer, COUNTY_PRIMARY, { file: null });
    await album.see(computer, 'register-primary');
    await newcomer.button('register.submit').click();
    await wrongWith(page, 'file').getByText(t('fileProblem.missing')).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await album.see(computer, 'register-primary-missing');
    const input = page.locator('[data-field="file"] input[type=file]');
    const pdf = { name: 'x', mimeType: 'application/pdf' };
    for (const [picked, problem] of [
      [{ ...pdf, name: '申請單.pdf.exe', buffer: aDocument() }, 'type'],
      [{ ...pdf, name: 'x\u202Efdp.exe', buffer: aDocument() }, 'type'],
      [{ ...pdf, name: '空白.pdf', buffer: Buffer.alloc(0) }, 'empty'],
      [{ ...pdf, name: '網頁.pdf', buffer: Buffer.from('<!DOCTYPE html><script>alert(1)</script>') }, 'type'],
      [{ ...pdf, name: '太大.pdf', buffer: aPdfOf(FILE_MAX + 1) }, 'tooLarge'],
    ] as const) {
      await input.setInputFiles(picked);
      await expect
        .poll(() => wrongWith(page, 'file').innerText(), { ...SOON, message: picked.name })
        .toBe(t(`fileProblem.${problem}`));
    }
    await album.shoot(computer, 'register-primary-file-refused');
  });

  test('[security 7.33] a file that vanishes or changes while it is read is told; what was typed stays', async () => {
    const { page } = newcomer;
    const file = album.file('消失.pdf');
    await writeFile(file, aDocument());
    await pickWhile(page, 'file', file, () => rm(file));
    const unreadable = () => wrongWith(page, 'file').innerText();
    await expect.poll(unreadable, SOON).toBe(t('fileProblem.unreadable'));
    await pickFile(page, 'file', await aPdfScan('好的.pdf'));
    await expect.poll(() => wrongWith(page, 'file').count(), SOON).toBe(0);
    await writeFile(file, aDocument());
    await pickWhile(page, 'file', file, () => writeFile(file, aDocument({ pages: 3 })));
    await expect.poll(unreadable, SOON).toBe(t('fileProblem.unreadable'));
    // The one picked before is still there.
    await page.locator('[data-field="file"]').getByText('好的.pdf').waitFor();
    await rm(file);
    await page.getByRole('textbox', { name: startsWith(t('register.name')) }).waitFor();
    expect(await page.getByRole('textbox', { name: startsWith(t('register.name')) }).inputValue()).toBe(
      COUNTY_PRIMARY.name,
    );
  });

  test('[security 7.34] odd names of files are shown as text', async () => {
    const { page } = newcomer;
    const { buffer, mimeType } = await aPdfScan();
    const input = page.locator('[data-field="file"] input[type=file]');
    for (const [name, shown] of [
      [ODD_NAMES.device, ODD_NAMES.device],
      [ODD_NAMES.long, ODD_NAMES.long],
      [ODD_NAMES.turned, '申請fdp.pdf'],
      ['<img src=x onerror=alert(1)>.pdf', '<img src=x onerror=alert(1)>.pdf'],
    ] as const) {
      await input.setInputFiles({ name, mimeType, buffer });
      await page.locator('[data-field="file"]').getByText(shown, { exact: true }).waitFor();
    }
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    await input.setInputFiles({ name: ODD_NAMES.long, mimeType, buffer });
    await page.locator('[data-field="file"]').getByText(ODD_NAMES.long).waitFor();
    await album.see(newcomer.computer, 'register-primary-long-name');
  });

  test('[security 7.32] a scan with a password is refused by central, with the reason; all that was typed stays', async () => {
    const { page } = newcomer;
    const encrypted = (await hostileFiles()).find(({ title }) => title === 'encrypted');
    await pickFile(page, 'file', {
      name: encrypted?.name ?? '',
      mimeType: 'application/pdf',
      buffer: encrypted?.content ?? Buffer.alloc(0),
    });
    await typeCaptcha(newcomer);
    const sheet = await reviewRegistration(newcomer);
    await sheet.getByRole('button', { name: t('register.submit'), exact: true }).click();
    await expect
      .poll(() => wrongWith(page, 'file').allInnerTexts(), SOON)
      .toEqual([t('fileProblem.encrypted')]);
    await album.see(newcomer.computer, 'register-primary-encrypted');
    for (const id of ['name', 'account', 'email', 'phone'] as const)
      expect(await page.getByRole('textbox', { name: startsWith(t(`register.${id}`)) }).inputValue()).toBe(
        COUNTY_PRIMARY[id],
      );
  });

  test('[security 7.19] an address with a line break inside, one of 321 characters, a name that is none', async () => {
    const { page } = newcomer;
    const email = page.getByRole('textbox', { name: startsWith(t('register.email')) });
    const wrong = () => wrongWith(page, 'email').innerText();
    await pasteUnits(email, 'lin@xuelu.example', 13, 10, 'Bcc: all@xuelu.example');
    await expect.poll(wrong, SOON).toBe(t('check.emailFormat'));
    await typeAndLeave(email, `${'a'.repeat(321 - '@xuelu.example'.length)}@xuelu.example`);
    await expect.poll(wrong, SOON).toBe(t('check.emailLength', { max: 254, count: 321 }));
    await typeAndLeave(email, COUNTY_PRIMARY.email);
    await expect.poll(() => wrongWith(page, 'email').count(), SOON).toBe(0);
    const account = page.getByRole('textbox', { name: startsWith(t('register.account')) });
    await typeAndLeave(account, 'A123456789');
    await expect.poll(() => wrongWith(page, 'account').innerText(), SOON).toBe(t('check.accountIdentity'));
    await typeAndLeave(account, '林老師');
    await expect
      .poll(() => wrongWith(page, 'account').innerText(), SOON)
      .toBe(t('check.accountCharacter', { position: 1, found: '林' }));
    await typeAndLeave(account, COUNTY_PRIMARY.account);
  });

  test('[scenario 5] with the form it is taken; the letter goes to 教育局處; the papers are saved', async () => {
    const { page, computer } = newcomer;
    await printPaper(newcomer, 'register.printBlank', album.file('空白帳號申請單.pdf'));
    await newcomer.button('register.printFilled').click();
    await page.locator('.sheet-page').first().waitFor();
    await album.see(computer, 'register-paper');
    await savePaper(newcomer, album.file('帳號申請單.pdf'));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const form = await pdfText(album.file('帳號申請單.pdf'));
    for (const words of [COUNTY_SCHOOL.school, COUNTY_PRIMARY.name, COUNTY_PRIMARY.email])
      expect(form).toContain(withoutBlanks(words));
    expect(await pdfText(album.file('空白帳號申請單.pdf'))).not.toContain(COUNTY_PRIMARY.name);
    await pickFile(page, 'file', await aPdfScan('申請單.pdf', '帳號申請單', Object.values(COUNTY_PRIMARY)));
    await typeCaptcha(newcomer);
    const sheet = await reviewRegistration(newcomer);
    await sheet.getByText(t('register.letter.county')).waitFor();
    await album.see(computer, 'register-primary-sheet');
    await sheet.getByRole('button', { name: t('register.submit'), exact: true }).click();
    await page.getByRole('heading', { name: t('register.done') }).waitFor();
    await album.see(computer, 'register-primary-done');
    await printPaper(newcomer, 'register.printLetter', album.file('函稿-教育局處.pdf'));
    const letter = await pdfText(album.file('函稿-教育局處.pdf'));
    expect(letter).toContain(t('papers.toCounty', { county: '雲林縣' }));
    expect(letter).toContain(COUNTY_SCHOOL.school);
    await newcomer.button('register.back').click();
  });

  test('[scenario 5] under 國教署 the letter goes there; [security 7.13] HTML for a name on the paper', async () => {
    await openRegister(newcomer);
    await fillRegistration(newcomer, NATIONAL_PRIMARY, { file: await aPdfScan('掃描.pdf') });
    await submitRegistration(newcomer);
    await newcomer.page.getByText(t('register.letter.national')).waitFor();
    await printPaper(newcomer, 'register.printLetter', album.file('函稿-國教署.pdf'));
    const letter = await pdfText(album.file('函稿-國教署.pdf'));
    expect(letter).toContain(t('papers.toNational'));
    expect(letter).toContain(withoutBlanks(HOSTILE));
    await expectOnlyText();
    await newcomer.button('register.back').click();
  });

  test('[scenario 1] [security 7.28] a second 主通 of a school is refused', async () => {
    await openRegister(newcomer);
    await fillRegistration(
      newcomer,
      { ...NATIONAL_PRIMARY, ...XR, account: 'xr-again' },
      {
        file: await aPdfScan(),
      },
    );
    const sheet = await reviewRegistration(newcomer);
    await sheet.getByRole('button', { name: t('register.submit'), exact: true }).click();
    await newcomer.page.getByText(t('failure.PRIMARY_EXISTS')).first().waitFor();
    await album.see(newcomer.computer, 'register-primary-exists');
    await newcomer.button('register.back').click();
    const leave = newcomer.page.getByRole('dialog');
    await leave.waitFor();
    await album.shoot(newcomer.computer, 'register-leave');
    await leave.getByRole('button', { name: t('register.leave'), exact: true }).click();
    await newcomer.page.getByRole('heading', { name: t('signIn.title') }).waitFor();
  });

  test('the agency has the scan beside the data, and approves with 文號 and 日期', async () => {
    const { page, computer } = admin;
    await openMenu(admin, 'home');
    await page.getByRole('heading', { level: 3, name: t('home.requests') }).waitFor();
    await album.see(computer, 'admin-home-waiting');
    await openMenu(admin, 'approvals');
    await chooseRequest(admin, COUNTY_PRIMARY.name);
    const scan = page.getByRole('region', { name: t('scan.label') });
    const kind = t('fileKind.accountForm');
    await scan.getByRole('img', { name: t('scan.alt', { kind, page: 1, pages: 2 }) }).waitFor();
    await album.see(computer, 'queue-scan');
    const tool = (key: string) => scan.getByRole('button', { name: t(`key.${key}`) });
    const at = (place: number, zoom: number) =>
      scan.getByText(t('scan.page', { page: place, pages: 2, zoom })).waitFor();
    await tool('nextPage').click();
    await scan.getByRole('img', { name: t('scan.alt', { kind, page: 2, pages: 2 }) }).waitFor();
    await tool('zoomIn').click();
    await at(2, 125);
    await tool('turn').click();
    await album.shoot(computer, 'queue-scan-turned');
    await tool('fitWidth').click();
    await tool('previousPage').click();
    await at(1, 100);
    await page.keyboard.press('a');
    await wrongWith(page, 'letterNumber').getByText(t('check.required')).waitFor();
    await album.see(computer, 'queue-letter-missing');
    await page.getByRole('textbox', { name: startsWith(t('letter.number')) }).fill('府教學字第1150012345號');
    await page
      .getByRole('textbox', { name: startsWith(t('letter.date')) })
      .fill(formatRocDate(school.today).replace(/（.*$/, ''));
    await admin.button('approvals.approve').click();
    const sheet = page.getByRole('dialog');
    await sheet.waitFor();
    await album.see(computer, 'queue-approve-primary');
    await sheet.getByRole('button', { name: t('approvals.approve'), exact: true }).click();
    await page.getByRole('heading', { level: 2, name: HOSTILE }).waitFor();
    await expectOnlyText(page);
    await album.see(computer, 'queue-next-hostile');
  });

  test('the mail, the password, and the menu of 主通', async () => {
    await letters.followLink(await letters.newestLinkTo(COUNTY_PRIMARY.email, 'approved'), PASSWORD);
    await signInAs(newcomer, { account: COUNTY_PRIMARY.account, password: PASSWORD });
    expect(await menuOf(newcomer)).toEqual(
      (
        [
          'home',
          'leaving',
          'accounts',
          'approvals',
          'roleChange',
          'accountHistory',
          'outbox',
          'settings',
        ] as const
      ).map((key) => t(`menu.${key}`)),
    );
    await album.see(newcomer.computer, 'new-primary-home');
    await openMenu(newcomer, 'accountHistory');
    await newcomer.page.getByText(t('audit.request.approve')).first().waitFor();
    await album.shoot(newcomer.computer, 'new-primary-history');
    expect(await newcomer.page.locator('main').innerText()).not.toContain(TEACHER.name);
    await signOut(newcomer);
  });
});

describe('縣市承辦 [A:75]', () => {
  test('管理者 builds the account; the officer sets 12 characters and has only his menu', async () => {
    const { page, computer } = admin;
    await openMenu(admin, 'accounts');
    await page.getByRole('table').waitFor();
    await album.see(computer, 'admin-accounts');
    await admin.button('officer.new').click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('button', { name: t('officer.next') }).click();
    await dialog.getByText(t('check.required')).first().waitFor();
    await album.see(computer, 'officer-missing');
    await dialog
      .getByRole('combobox', { name: startsWith(t('officer.county')) })
      .selectOption(OFFICER.county);
    for (const id of ['name', 'account', 'email', 'phone'] as const)
      await dialog.getByRole('textbox', { name: startsWith(t(`accounts.column.${id}`)) }).fill(OFFICER[id]);
    await dialog.getByRole('textbox', { name: startsWith(t('letter.number')) }).fill('府教學字第1150009號');
    await dialog
      .getByRole('textbox', { name: startsWith(t('letter.date')) })
      .fill(formatRocDate(school.today).replace(/（.*$/, ''));
    await album.see(computer, 'officer-filled');
    await dialog.getByRole('button', { name: t('officer.next') }).click();
    await dialog.getByRole('button', { name: t('officer.create') }).waitFor();
    await album.see(computer, 'officer-sheet');
    await dialog.getByRole('button', { name: t('officer.create') }).click();
    await dialog.waitFor({ state: 'hidden' });
    const link = await letters.newestLinkTo(OFFICER.email, 'approved');
    await letters.openLink(link);
    await letters.sendPassword('Shanyue&Lu4');
    await letters.page
      .getByRole('alert')
      .getByText(t('check.passwordLength', { min: 12, max: 128 }))
      .waitFor();
    await letters.followLink(link, PASSWORD);
    await signInAs(newcomer, { account: OFFICER.account, password: PASSWORD });
    expect(await menuOf(newcomer)).toEqual(
      (['home', 'outbox', 'settings'] as const).map((key) => t(`menu.${key}`)),
    );
    await album.see(newcomer.computer, 'officer-home');
    await signOut(newcomer);
  });
});

describe('帳號紀錄', () => {
  const line = (person: Person, action: string, name: string) =>
    person.page
      .getByRole('table', { name: t('menu.accountHistory') })
      .getByRole('row')
      .filter({ has: person.page.getByRole('cell', { name: t(`audit.${action}`), exact: true }) })
      .filter({ hasText: name })
      .first();

  test('the 主通 reads what was done to the accounts of the own school, and nothing of others', async () => {
    const { page, computer } = primary;
    await openMenu(primary, 'accountHistory');
    await line(primary, 'request.approve', TEACHER.name).waitFor();
    await line(primary, 'request.return', HOSTILE).waitFor();
    await line(primary, 'registration.create', TEACHER.name).waitFor();
    await line(primary, 'link.setPassword', TEACHER.name).waitFor();
    await line(primary, 'account.import', '羅心怡').waitFor();
    await expectOnlyText(page);
    expect(await page.locator('main').innerText()).not.toContain(COUNTY_PRIMARY.name);
    await album.see(computer, 'history-primary');
  });

  test('管理者 reads all of it', async () => {
    const { page, computer } = admin;
    await openMenu(admin, 'accountHistory');
    await line(admin, 'officer.create', OFFICER.name).waitFor();
    await album.see(computer, 'history-admin');
    await page.getByRole('textbox', { name: startsWith(t('filter.text')) }).fill(COUNTY_PRIMARY.name);
    await line(admin, 'request.approve', COUNTY_PRIMARY.name).waitFor();
    await expect.poll(() => page.getByText(OFFICER.name).count(), SOON).toBe(0);
    await album.shoot(computer, 'history-admin-narrowed');
  });
});

test('axe and the widths found nothing', () => {
  expect(album.problems).toEqual([]);
});

test('the windows complain of nothing', () => {
  expect(school.complaints()).toEqual([]);
});
