import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatRocDate } from '../../shared/domain/calendar/roc-date-format.ts';
import {
  chooseRequest,
  fillRegistration,
  menuOf,
  openMenu,
  openRegister,
  printPaper,
  reviewRegistration,
  savePaper,
  signInAs,
  signOut,
  submitRegistration,
  type Applicant,
} from './story/account-person.ts';
import type { Person } from './story/person.ts';
import { startsWith, t } from './story/words.ts';
import {
  GOOD_PASSWORD,
  HOSTILE,
  isOnlyText,
  openAccountWorld,
  type AccountWorld,
} from './support/account-world.ts';
import { wrongWith } from './support/field.ts';
import { aCsvFile, aPdfScan } from './support/files.ts';
import { lineOf } from './support/history-line.ts';
import { pdfText, withoutBlanks } from './support/pdf.ts';
import { SOON, visible } from './support/visible.ts';

const XR = { county: '雲林縣', school: '旭日示範高級中學' } as const;
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
const OFFICER = {
  county: '嘉義縣',
  name: '林承辦',
  account: 'bureau-cy',
  email: 'bureau@chiayi.example',
  phone: '05-3620123#301',
} as const;

let world: AccountWorld;
let admin: Person;
/** Whoever sits down at the computer that all new people share. */
const newcomer = () => world.newcomer;

beforeAll(async () => {
  world = await openAccountWorld('accounts-primary');
  admin = await world.school.person('admin');
});

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => world.shootAll());
});

afterAll(() => world.close());

describe('學校名單', () => {
  const heads = ['學校代碼', '學校名稱', '縣市', '主管機關', '高中', '國中', '國小', '住址', '電話'];

  test('學校名單 as CSV: the dry run shows each fate and changes nothing; then it is written', async () => {
    const { page, computer } = await world.start(admin);
    await admin.signIn();
    await world.album.see(computer, 'admin-home');
    await openMenu(admin, 'imports');
    await world.album.see(computer, 'imports');
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
    await world.album.see(computer, 'imports-judged');
    await page.getByText(t('imports.count', { fate: t('imports.all'), count: 3 })).click();
    await world.album.shoot(computer, 'imports-judged-all');
    await admin.page.getByRole('button', { name: t('imports.import', { count: 2 }) }).click();
    const sheet = page.getByRole('dialog');
    await sheet.waitFor();
    await world.album.see(computer, 'imports-sheet');
    await sheet.getByRole('button', { name: t('imports.import', { count: 2 }) }).click();
    await page.getByRole('heading', { name: t('imports.doneTitle', { name: list.name }) }).waitFor();
    // What was only judged is gone.
    expect(await page.getByText(t('imports.judgedTitle', { name: list.name })).count()).toBe(0);
    await world.album.see(computer, 'imports-done');
    await page.getByLabel(startsWith(t('imports.file'))).setInputFiles(list);
    await page.getByText(t('imports.count', { fate: t('imports.fate.same'), count: 2 })).waitFor();
  });
});

describe('主要通報人申請 [A:111–135]', () => {
  test('[scenario 4] without the stamped form it is refused', async () => {
    const { page, computer } = newcomer();
    await openRegister(newcomer());
    await fillRegistration(newcomer(), COUNTY_PRIMARY, { file: null });
    await world.album.see(computer, 'register-primary');
    await newcomer().button('register.submit').click();
    await wrongWith(page, 'file').getByText(t('fileProblem.missing')).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await world.album.see(computer, 'register-primary-missing');
    await newcomer().button('register.back').click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('register.leave'), exact: true })
      .click();
  });

  test('[scenario 5] with the form it is taken; the letter goes to 教育局處; the papers are saved', async () => {
    const { page, computer } = newcomer();
    const scan = await aPdfScan('申請單.pdf', '帳號申請單', Object.values(COUNTY_PRIMARY));
    await openRegister(newcomer());
    await fillRegistration(newcomer(), COUNTY_PRIMARY, { file: scan });
    await printPaper(newcomer(), 'register.printBlank', world.album.file('空白帳號申請單.pdf'));
    await newcomer().button('register.printFilled').click();
    await page.locator('.sheet-page').first().waitFor();
    await world.album.see(computer, 'register-paper');
    await savePaper(newcomer(), world.album.file('帳號申請單.pdf'));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const form = await pdfText(world.album.file('帳號申請單.pdf'));
    for (const words of [COUNTY_SCHOOL.school, COUNTY_PRIMARY.name, COUNTY_PRIMARY.email])
      expect(form).toContain(withoutBlanks(words));
    expect(await pdfText(world.album.file('空白帳號申請單.pdf'))).not.toContain(COUNTY_PRIMARY.name);
    const sheet = await reviewRegistration(newcomer());
    await sheet.getByText(t('register.letter.county')).waitFor();
    await world.album.see(computer, 'register-primary-sheet');
    await sheet.getByRole('button', { name: t('register.submit'), exact: true }).click();
    await page.getByRole('heading', { name: t('register.done') }).waitFor();
    await world.album.see(computer, 'register-primary-done');
    await printPaper(newcomer(), 'register.printLetter', world.album.file('函稿-教育局處.pdf'));
    const letter = await pdfText(world.album.file('函稿-教育局處.pdf'));
    expect(letter).toContain(t('papers.toCounty', { county: '雲林縣' }));
    expect(letter).toContain(COUNTY_SCHOOL.school);
    await newcomer().button('register.back').click();
  });

  test('[scenario 5] under 國教署 the letter goes there; [security 7.13] HTML for a name on the paper', async () => {
    await openRegister(newcomer());
    await fillRegistration(newcomer(), NATIONAL_PRIMARY, { file: await aPdfScan('掃描.pdf') });
    await submitRegistration(newcomer());
    await newcomer().page.getByText(t('register.letter.national')).waitFor();
    await printPaper(newcomer(), 'register.printLetter', world.album.file('函稿-國教署.pdf'));
    const letter = await pdfText(world.album.file('函稿-國教署.pdf'));
    expect(letter).toContain(t('papers.toNational'));
    expect(letter).toContain(withoutBlanks(HOSTILE));
    expect(await isOnlyText(newcomer().page)).toBe(true);
    await newcomer().button('register.back').click();
  });

  test('[scenario 1] [security 7.28] a second 主通 of a school is refused', async () => {
    await openRegister(newcomer());
    await fillRegistration(
      newcomer(),
      { ...NATIONAL_PRIMARY, ...XR, account: 'xr-again' },
      {
        file: await aPdfScan(),
      },
    );
    const sheet = await reviewRegistration(newcomer());
    await sheet.getByRole('button', { name: t('register.submit'), exact: true }).click();
    expect(await visible(newcomer().page.getByText(t('failure.PRIMARY_EXISTS')).first())).toBe(true);
    await world.album.see(newcomer().computer, 'register-primary-exists');
    await newcomer().button('register.back').click();
    const leave = newcomer().page.getByRole('dialog');
    await leave.waitFor();
    await world.album.shoot(newcomer().computer, 'register-leave');
    await leave.getByRole('button', { name: t('register.leave'), exact: true }).click();
    await newcomer()
      .page.getByRole('heading', { name: t('signIn.title') })
      .waitFor();
  });

  test('the agency has the scan beside the data, and approves with 文號 and 日期', async () => {
    const { page, computer } = admin;
    await openMenu(admin, 'home');
    await page.getByRole('heading', { level: 3, name: t('home.requests') }).waitFor();
    await world.album.see(computer, 'admin-home-waiting');
    await openMenu(admin, 'approvals');
    await chooseRequest(admin, COUNTY_PRIMARY.name);
    const scan = page.getByRole('region', { name: t('scan.label') });
    const kind = t('fileKind.accountForm');
    await scan.getByRole('img', { name: t('scan.alt', { kind, page: 1, pages: 2 }) }).waitFor();
    await world.album.see(computer, 'queue-scan');
    const tool = (key: string) => scan.getByRole('button', { name: t(`key.${key}`) });
    const at = (place: number, zoom: number) =>
      scan.getByText(t('scan.page', { page: place, pages: 2, zoom })).waitFor();
    await tool('nextPage').click();
    await scan.getByRole('img', { name: t('scan.alt', { kind, page: 2, pages: 2 }) }).waitFor();
    await tool('zoomIn').click();
    await at(2, 125);
    await tool('turn').click();
    await world.album.shoot(computer, 'queue-scan-turned');
    await tool('fitWidth').click();
    await tool('previousPage').click();
    await at(1, 100);
    await page.keyboard.press('a');
    await wrongWith(page, 'letterNumber').getByText(t('check.required')).waitFor();
    await world.album.see(computer, 'queue-letter-missing');
    await page.getByRole('textbox', { name: startsWith(t('letter.number')) }).fill('府教學字第1150012345號');
    await page
      .getByRole('textbox', { name: startsWith(t('letter.date')) })
      .fill(formatRocDate(world.school.today).replace(/（.*$/, ''));
    await admin.button('approvals.approve').click();
    const sheet = page.getByRole('dialog');
    await sheet.waitFor();
    await world.album.see(computer, 'queue-approve-primary');
    await sheet.getByRole('button', { name: t('approvals.approve'), exact: true }).click();
    await page.getByRole('heading', { level: 2, name: HOSTILE }).waitFor();
    expect(await isOnlyText(page)).toBe(true);
    await world.album.see(computer, 'queue-next-hostile');
  });

  test('the mail, the password, and the menu of 主通', async () => {
    await world.letters.followLink(
      await world.letters.newestLinkTo(COUNTY_PRIMARY.email, 'approved'),
      GOOD_PASSWORD,
    );
    await signInAs(newcomer(), { account: COUNTY_PRIMARY.account, password: GOOD_PASSWORD });
    expect(await menuOf(newcomer())).toEqual(
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
    await world.album.see(newcomer().computer, 'new-primary-home');
    await openMenu(newcomer(), 'accountHistory');
    await newcomer().page.getByText(t('audit.request.approve')).first().waitFor();
    await world.album.shoot(newcomer().computer, 'new-primary-history');
    expect(await newcomer().page.locator('main').innerText()).not.toContain('陳怡君');
    await signOut(newcomer());
  });
});

describe('縣市承辦 [A:75]', () => {
  test('管理者 builds the account; the officer sets 12 characters and has only his menu', async () => {
    const { page, computer } = admin;
    await openMenu(admin, 'accounts');
    await page.getByRole('grid').waitFor();
    await world.album.see(computer, 'admin-accounts');
    await admin.button('officer.new').click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('button', { name: t('officer.next') }).click();
    await dialog.getByText(t('check.required')).first().waitFor();
    await world.album.see(computer, 'officer-missing');
    await dialog
      .getByRole('combobox', { name: startsWith(t('officer.county')) })
      .selectOption(OFFICER.county);
    for (const id of ['name', 'account', 'email', 'phone'] as const)
      await dialog.getByRole('textbox', { name: startsWith(t(`accounts.column.${id}`)) }).fill(OFFICER[id]);
    await dialog.getByRole('textbox', { name: startsWith(t('letter.number')) }).fill('府教學字第1150009號');
    await dialog
      .getByRole('textbox', { name: startsWith(t('letter.date')) })
      .fill(formatRocDate(world.school.today).replace(/（.*$/, ''));
    await world.album.see(computer, 'officer-filled');
    await dialog.getByRole('button', { name: t('officer.next') }).click();
    await dialog.getByRole('button', { name: t('officer.create') }).waitFor();
    await world.album.see(computer, 'officer-sheet');
    await dialog.getByRole('button', { name: t('officer.create') }).click();
    await dialog.waitFor({ state: 'hidden' });
    const link = await world.letters.newestLinkTo(OFFICER.email, 'approved');
    await world.letters.openLink(link);
    await world.letters.sendPassword('Shanyue&Lu4');
    await world.letters.page
      .getByRole('alert')
      .getByText(t('check.passwordLength', { min: 12, max: 128 }))
      .waitFor();
    await world.letters.followLink(link, GOOD_PASSWORD);
    await signInAs(newcomer(), { account: OFFICER.account, password: GOOD_PASSWORD });
    expect(await menuOf(newcomer())).toEqual(
      (['home', 'outbox', 'settings'] as const).map((key) => t(`menu.${key}`)),
    );
    await world.album.see(newcomer().computer, 'officer-home');
    await signOut(newcomer());
  });
});

describe('帳號紀錄', () => {
  test('管理者 reads all of it', async () => {
    const { page, computer } = admin;
    await openMenu(admin, 'accountHistory');
    await lineOf(admin, 'officer.create', OFFICER.name).waitFor();
    await world.album.see(computer, 'history-admin');
    await page.getByRole('textbox', { name: startsWith(t('filter.text')) }).fill(COUNTY_PRIMARY.name);
    await lineOf(admin, 'request.approve', COUNTY_PRIMARY.name).waitFor();
    await expect.poll(() => page.getByText(OFFICER.name).count(), SOON).toBe(0);
    await world.album.shoot(computer, 'history-admin-narrowed');
  });
});

test('axe and the widths found nothing', () => {
  expect(world.album.problems).toEqual([]);
});

test('the windows complain of nothing', () => {
  expect(world.school.complaints()).toEqual([]);
});
