import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_ACCOUNTS } from '../../central/demo/demo-accounts.ts';
import { aRegistration, schoolIdOf } from '../helpers/account-builders.ts';
import { formatRocDate } from '../../shared/domain/calendar/roc-date-format.ts';
import { openMenu, pickFile, signInAs, trySignIn } from './story/account-person.ts';
import { leavingAnswers, trackingAnswers } from './story/answers.ts';
import { Person } from './story/person.ts';
import { startsWith, t } from './story/words.ts';
import { Album } from './support/album.ts';
import { aPdfScan, type PickedForTest } from './support/files.ts';
import { waitUntilKept } from './support/kept.ts';
import { LetterBox } from './support/letter-box.ts';
import { CentralAsker } from './support/link-mails.ts';
import { pdfText } from './support/pdf.ts';
import { startProxy, type Proxy } from './support/proxy.ts';
import { getStudent, openSchool, type School } from './support/school.ts';
import {
  aTurnedJpeg,
  chooseSuccessor,
  closePreview,
  decide,
  handoverPart,
  openDecision,
  openRequest,
  openRoleChange,
  pageSizes,
  pickScans,
  pictureFacts,
  reviewChange,
  savePreview,
  scanDrawn,
  submitChange,
  typeLetter,
} from './support/transfer-hands.ts';

const A4 = [595, 842] as const;
const NEW_PASSWORD = 'Xinzhutong#88';
const DRAFTED = '雲林縣斗六市暫存路二段45號';
/** 輔導人員 of the other school. */
const COUNSELOR = DEMO_ACCOUNTS.find(({ account }) => account === 'qh-counselor')?.name ?? '';
const RETURNED_FOR = '移轉申請表未蓋學校關防，請用印後重新掃描上傳。';

let school: School;
let letters: LetterBox;
let primary: Person;
let admin: Person;
/** Who becomes 主通, at a computer with a line of its own. */
let heir: Person;
let heirLine: Proxy;
const album = new Album('accounts-handover');
const paper = (name: string): string => album.file(`${name}.pdf`);
const student = (index: number) => getStudent(school.samples.xr.ordinary, index);
const letter = () => ({
  number: '雲縣教字第1150000123號',
  date: formatRocDate(school.today).replace(/（.*$/, ''),
});
const outbox = async ({ page }: Person) => {
  await page.getByRole('link', { name: t('menu.outbox'), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: t('menu.outbox') }).waitFor();
};

async function fileCase(person: Person, index: number): Promise<void> {
  await person.startFiling(student(index).identity_number);
  await person.fillFiling(leavingAnswers(school.leftOn));
  await person.submit();
  await person.page.getByRole('dialog', { name: t('tracking.window') }).waitFor();
  await person.page.keyboard.press('Escape');
}

async function track(person: Person, index: number, text: string): Promise<void> {
  await person.openCase(student(index).name);
  await person.addTracking();
  await person.writeTracking(trackingAnswers(text));
  await person.sendTracking();
}

/** Opens a paper of the page, saves it, looks at its pages. */
async function print(person: Person, button: string, name: string): Promise<string> {
  await person.button(button).click();
  await person.page.getByRole('dialog').locator('.sheet-page').first().waitFor();
  await savePreview(person, paper(name));
  await album.see(person.computer, `paper-${name}`);
  await closePreview(person);
  for (const size of await pageSizes(paper(name))) expect(size).toEqual(A4);
  return pdfText(paper(name));
}

beforeAll(async () => {
  school = await openSchool();
  letters = await LetterBox.open(school.central);
  heirLine = await startProxy(school.central.url);
  primary = await school.behindProxy('xr-primary');
  admin = await school.person('admin');
  const login = school.central.accounts.find(({ account }) => account === 'xr-teacher1');
  heir = await Person.newAt({ ...school.central, url: heirLine.url }, login ?? admin.account, 'senior-high');
  const asker = new CentralAsker(school.central);
  const newcomer = aRegistration({ schoolId: schoolIdOf('xr'), name: '高心怡' });
  await asker.ask('registration.create', { ...newcomer, ...(await asker.captcha()) });
});

afterAll(async () => {
  await heir.computer.close();
  await heirLine.close();
  await letters.close();
  await school.close();
});

describe('before: what everybody has left lying', () => {
  test('the heir, a 導師: a case of his own, a draft, a record that has not gone', async () => {
    await heir.computer.start();
    await signInAs(heir, heir.account);
    await fileCase(heir, 2);
    await heir.waitForSync();
    await heir.startFiling(student(3).identity_number);
    await heir.next();
    await heir.page.getByRole('textbox', { name: startsWith(t('field.address')) }).fill(DRAFTED);
    await waitUntilKept(heir.page, DRAFTED);
    heirLine.weather = 'cut';
    await track(heir, 2, '尚未送出的導師紀錄');
    await heir.computer.close();
    heirLine.weather = 'clear';
  });

  test('the 主通: two cases, and a record that does not go', async () => {
    await primary.computer.start();
    await signInAs(primary, primary.account);
    await fileCase(primary, 0);
    await fileCase(primary, 1);
    await primary.waitForSync();
    school.proxy.only = '/v1/operations';
    school.proxy.weather = 'cut';
    await track(primary, 0, '移交前最後一筆紀錄');
  });
});

describe('學校主要通報人 轉移帳號 [A:137–203]', () => {
  test('移交清單: cases with their next date, what has not gone and its warning, applications', async () => {
    await openRoleChange(primary, 'transfer');
    const list = await handoverPart(primary.page);
    for (const index of [0, 1, 2]) await list.getByText(student(index).name).first().waitFor();
    expect(await list.getByText(t('term.adult')).count()).toBe(3);
    await list.getByText(t('roleChange.sendFirst')).waitFor();
    await list.getByText(t('papers.handover.unsent', { count: 1 })).waitFor();
    await list.getByText('高心怡').waitFor();
    await album.see(primary.computer, 'transfer');
    await list.scrollIntoViewIfNeeded();
    await list.getByText('高心怡').scrollIntoViewIfNeeded();
    await album.see(primary.computer, 'transfer-below');
  });

  test('papers: 移交清單, blank and filled 移轉申請表', async () => {
    const list = await print(primary, 'roleChange.printHandover', '移交清單');
    for (const text of [student(0).name, '年滿18歲', '高心怡', '尚未送出（1筆）'])
      expect(list).toContain(text);
    const blank = await print(primary, 'roleChange.printBlank', '空白移轉申請表');
    expect(blank).toContain('主通帳號移轉申請表');
    expect(blank).not.toContain('xr-teacher1');
    await chooseSuccessor(primary.page, 'xr-teacher1');
    const filled = await print(primary, 'roleChange.printFilled', '移轉申請表');
    for (const text of ['xr-primary', 'xr-teacher1', '旭日示範高級中學', '學校關防'])
      expect(filled).toContain(text);
  });

  test('[scenario 6] refused without 移轉申請表, accepted with it and without 聘書', async () => {
    const { page } = primary;
    await page
      .getByRole('form')
      .getByRole('button', { name: t('register.submit'), exact: true })
      .click();
    await page.getByText(t('fileProblem.missing')).first().waitFor();
    await album.see(primary.computer, 'transfer-form-missing');
    await pickFile(page, 'transferForm', await aPdfScan('移轉申請表.pdf', '主通帳號移轉申請表（掃描）'));
    const sheet = await reviewChange(primary);
    await album.see(primary.computer, 'transfer-sheet');
    await sheet.getByRole('button', { name: t('register.submit'), exact: true }).click();
    await page.getByRole('button', { name: t('register.printLetter') }).waitFor();
    await album.see(primary.computer, 'transfer-pending');
    const letterText = await print(primary, 'register.printLetter', '函稿');
    for (const text of ['函（稿）', '受文者', '附件']) expect(letterText).toContain(text);
  });

  test('until the approval the old 主通 goes on working', async () => {
    school.proxy.weather = 'clear';
    await outbox(primary);
    await primary.button('outbox.retry').click();
    await primary.page.getByText(t('outbox.empty.title')).waitFor();
    await primary.openCase(student(0).name);
    await primary.openAct('report');
    await primary.confirmAct('report');
    await primary.toCase();
    await primary.waitForSync();
    school.proxy.weather = 'cut';
    await track(primary, 1, '核可前沒有送出的紀錄');
  });
});

describe('核准 by 國教署 [A:153–156]', () => {
  test('原主通 → 新主通 with differences marked, the scan beside it; 文號／日期', async () => {
    await admin.computer.start();
    await signInAs(admin, admin.account);
    await openRequest(admin, '林志明');
    const parties = admin.page.getByRole('table', { name: t('approvals.parties') });
    for (const text of ['陳怡君', 'xr-primary', '林志明', 'xr-teacher1'])
      await parties.getByText(text).first().waitFor();
    expect(await parties.locator('tr[data-differs]').count()).toBe(5);
    await album.see(admin.computer, 'approval');
    await typeLetter(admin.page, letter());
    const sheet = await openDecision(admin, 'approve');
    await album.see(admin.computer, 'approval-sheet');
    await decide(sheet, 'approve');
    await admin.page.getByText(t('approvals.done.approve', { name: '林志明' })).waitFor();
    await album.see(admin.computer, 'approval-done');
  });

  test('the session of the old one ends at the next request, and he is not let in', async () => {
    const { page } = primary;
    await page.getByRole('link', { name: t('menu.approvals'), exact: true }).click();
    await page.getByRole('heading', { name: t('signIn.title') }).waitFor();
    await album.see(primary.computer, 'old-ended');
    await trySignIn(primary, primary.account);
    await page.getByText(t('failure.ACCOUNT_DISABLED')).waitFor();
    await album.see(primary.computer, 'old-refused');
  });

  test('[I9] what the old one had not sent is not lost: without central his vault opens, and there it is', async () => {
    school.proxy.only = null;
    const { page } = primary;
    await page.getByRole('textbox', { name: startsWith(t('signIn.account')) }).waitFor();
    await primary.computer.close();
    await primary.computer.start();
    await page.waitForTimeout(1500);
    await album.see(primary.computer, 'old-offline');
    await primary.page.getByText(t('signIn.offline')).waitFor();
    await primary.signIn(false);
    await outbox(primary);
    await primary.page
      .getByText(t('outbox.what', { action: t('action.sendTracking'), name: student(1).name }))
      .waitFor();
    await album.see(primary.computer, 'old-offline-outbox');
    await primary.computer.close();
  });

  test('mails to both; the new one follows the link and comes in at his own computer: nothing is lost', async () => {
    const old = await letters.newestMailTo('xr-primary@xuelu.example', 'demoted');
    expect(old).toContain('一級主管');
    await album.shootPage(letters.page, 'mail-old');
    const link = await letters.newestLinkTo('xr-teacher1@xuelu.example', 'promoted');
    await album.shootPage(letters.page, 'mail-new');
    await letters.openLink(link);
    await album.shootPage(letters.page, 'link');
    await letters.sendPassword(NEW_PASSWORD);
    await letters.page.getByRole('heading', { name: t('linkPage.done.password.title') }).waitFor();
    await album.shootPage(letters.page, 'link-done');

    await heir.computer.start();
    heir = await signInAs(heir, { ...heir.account, password: NEW_PASSWORD });
    await album.see(heir.computer, 'new-home');
    await heir.page
      .getByText(DRAFTED)
      .or(heir.page.getByText(student(3).name))
      .first()
      .waitFor();
    await heir.waitForSync();
    await outbox(heir);
    await heir.page.getByText(t('outbox.empty.title')).waitFor();
    await heir.openList();
    for (const index of [0, 1, 2]) await heir.page.getByRole('link', { name: student(index).name }).waitFor();
    await album.see(heir.computer, 'new-list');
    await heir.openCase(student(2).name);
    await heir.page.getByText('尚未送出的導師紀錄').first().waitFor();
    await heir.openAct('report');
    await heir.confirmAct('report');
    await heir.toCase();
  });

  test('帳號管理: the old one is 一級主管, 停用', async () => {
    await openMenu(heir, 'accounts');
    const row = heir.page.getByRole('row').filter({ hasText: 'xr-primary' });
    await row.getByText(t('role.HEAD')).waitFor();
    await row.getByText(t('accountStatus.disabled')).waitFor();
    await album.see(heir.computer, 'new-accounts');
  });
});

describe('申請權限提升為 學校主要通報人 [A:205–246]', () => {
  let counselor: Person;
  let second: Person;
  let appointment: PickedForTest;

  test('[scenario 8] files alone; without central it says so calmly, and comes back by itself or a button', async () => {
    counselor = await school.behindProxy('qh-counselor');
    school.proxy.weather = 'clear';
    await counselor.computer.start();
    await signInAs(counselor, counselor.account);
    school.proxy.weather = 'cut';
    await openRoleChange(counselor, 'promotion');
    await counselor.page.getByText(t('accountFailure.OFFLINE')).waitFor();
    await album.see(counselor.computer, 'promotion-offline');
    school.proxy.weather = 'clear';
    await counselor.button('notice.retry').click();
    await counselor.page.getByText(t('roleChange.appointment')).waitFor();
    expect(await counselor.page.getByRole('combobox').count()).toBe(0);
    await album.see(counselor.computer, 'promotion');
  });

  test('what was picked stays over a lost line', async () => {
    appointment = await aTurnedJpeg('聘書.jpg');
    await pickScans(counselor.page, await aPdfScan('移轉申請表.pdf'), appointment);
    school.proxy.weather = 'cut';
    await submitChange(counselor);
    await counselor.page.getByText(t('accountFailure.OFFLINE')).waitFor();
    await album.see(counselor.computer, 'promotion-offline-at-submit');
    school.proxy.weather = 'clear';
    for (const name of ['移轉申請表.pdf', '聘書.jpg']) await counselor.page.getByText(name).waitFor();
    await submitChange(counselor);
    await counselor.page.getByRole('button', { name: t('register.printLetter') }).waitFor();
    await album.see(counselor.computer, 'promotion-pending');
    await print(counselor, 'register.printLetter', '提升函稿');
  });

  test('聘書 turned by EXIF stands upright before 國教署; 退件 with its reason', async () => {
    await openRequest(admin, COUNSELOR);
    await admin.page.getByRole('button', { name: t('fileKind.appointment') }).click();
    const picture = await scanDrawn(admin.page);
    const { width, height, top, bottom } = await pictureFacts(picture);
    expect(height).toBeGreaterThan(width);
    expect([top[2], bottom[0]].every((part) => (part ?? 0) > 150)).toBe(true);
    expect([top[0], bottom[2]].every((part) => (part ?? 255) < 90)).toBe(true);
    await album.see(admin.computer, 'promotion-approval');
    const sheet = await openDecision(admin, 'return');
    await sheet.getByRole('textbox').fill(RETURNED_FOR);
    await album.see(admin.computer, 'promotion-return');
    await decide(sheet, 'return');
    await admin.page.getByText(t('approvals.done.return', { name: COUNSELOR })).waitFor();
    expect(await letters.newestMailTo('qh-counselor@xuelu.example', 'returned')).toContain(RETURNED_FOR);
  });

  test('the reason stands on the page, and it is submitted again', async () => {
    await openMenu(counselor, 'settings');
    await openRoleChange(counselor, 'promotion');
    await counselor.page.getByText(new RegExp(RETURNED_FOR)).waitFor();
    await album.see(counselor.computer, 'promotion-returned');
    await pickScans(counselor.page, await aPdfScan('移轉申請表（用印）.pdf'), appointment);
    await submitChange(counselor);
    await counselor.page.getByRole('button', { name: t('register.printLetter') }).waitFor();
  });

  test('two windows of 國教署 approve at once: one of them, the other is told in words', async () => {
    second = await school.person('admin');
    await second.computer.start();
    await signInAs(second, second.account);
    const sheets = [];
    for (const reviewer of [admin, second]) {
      await openMenu(reviewer, 'settings');
      await openRequest(reviewer, COUNSELOR);
      await typeLetter(reviewer.page, letter());
      sheets.push(await openDecision(reviewer, 'approve'));
    }
    await Promise.all(sheets.map((sheet) => decide(sheet, 'approve')));
    const done = ({ page }: Person) => page.getByText(t('approvals.done.approve', { name: COUNSELOR }));
    const late = ({ page }: Person) => page.getByText(t('accountFailure.ALREADY_DECIDED'));
    for (const one of [admin, second]) await done(one).or(late(one)).waitFor();
    const told = await Promise.all([admin, second].map((one) => late(one).count()));
    expect(told.toSorted()).toEqual([0, 1]);
    await album.see((told[0] === 1 ? admin : second).computer, 'promotion-already-decided');
    expect(await letters.count('qh-counselor@xuelu.example', 'promoted')).toBe(1);
    expect(await letters.count('qh-primary@xuelu.example', 'demoted')).toBe(1);
  });

  test('the applicant comes in anew as 主通', async () => {
    await counselor.page.getByRole('link', { name: t('menu.settings'), exact: true }).click();
    await counselor.page.getByRole('heading', { name: t('signIn.title') }).waitFor();
    const link = await letters.newestLinkTo('qh-counselor@xuelu.example', 'promoted');
    await letters.followLink(link, NEW_PASSWORD);
    counselor = await signInAs(counselor, { ...counselor.account, password: NEW_PASSWORD });
    await openMenu(counselor, 'accounts');
  });
});

describe('at the end', () => {
  test('axe finds nothing on any of the screens, in light and dark', () => {
    expect(album.problems).toEqual([]);
  });
  test('the windows complain of nothing', () => {
    expect([...school.complaints(), ...heir.computer.complaints]).toEqual([]);
  });
});
