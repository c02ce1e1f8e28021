import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aRegistration, schoolIdOf } from '../helpers/account-builders.ts';
import { openMenu, pickFile, signInAs, trySignIn } from './story/account-person.ts';
import { leavingAnswers, trackingAnswers } from './story/answers.ts';
import { Person } from './story/person.ts';
import { startsWith, t } from './story/words.ts';
import { Album } from './support/album.ts';
import { aPdfScan } from './support/files.ts';
import { waitUntilKept } from './support/kept.ts';
import { LetterBox } from './support/letter-box.ts';
import { CentralAsker } from './support/link-mails.ts';
import { tryOffline } from './support/password-hands.ts';
import { startProxy, type Proxy } from './support/proxy.ts';
import { getStudent, openSchool, type School } from './support/school.ts';
import {
  aLetterOf,
  chooseSuccessor,
  decide,
  handoverPart,
  nameOf,
  openDecision,
  openRequest,
  openRoleChange,
  printPaper,
  reviewChange,
  typeLetter,
} from './support/transfer-hands.ts';
import { visible } from './support/visible.ts';

const NEW_PASSWORD = 'Xinzhutong#88';
const DRAFTED = '雲林縣斗六市暫存路二段45號';
const OUTGOING = nameOf('xr-primary');

let school: School;
let letters: LetterBox;
let primary: Person;
let admin: Person;
/** Who becomes 主通, at a computer with a line of its own. */
let heir: Person;
let heirLine: Proxy;
const album = new Album('accounts-handover');
const student = (index: number) => getStudent(school.samples.xr.ordinary, index);
/** How a record of a student stands in 待送出. */
const waiting = (index: number): string =>
  t('outbox.what', { action: t('action.sendTracking'), name: student(index).name });
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
    await outbox(heir);
    expect(await visible(heir.page.getByText(waiting(2)))).toBe(true);
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
    await outbox(primary);
    expect(await visible(primary.page.getByText(waiting(0)))).toBe(true);
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
    const list = await printPaper(album, primary, 'roleChange.printHandover', '移交清單');
    for (const text of [student(0).name, '年滿18歲', '高心怡', '尚未送出（1筆）'])
      expect(list).toContain(text);
    const blank = await printPaper(album, primary, 'roleChange.printBlank', '空白移轉申請表');
    expect(blank).toContain('主通帳號移轉申請表');
    expect(blank).not.toContain('xr-teacher1');
    await chooseSuccessor(primary.page, 'xr-teacher1');
    const filled = await printPaper(album, primary, 'roleChange.printFilled', '移轉申請表');
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
    const letterText = await printPaper(album, primary, 'register.printLetter', '函稿');
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
    await outbox(primary);
    expect(await visible(primary.page.getByText(waiting(1)))).toBe(true);
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
    await parties.scrollIntoViewIfNeeded();
    await album.shoot(admin.computer, 'approval-parties');
    await typeLetter(admin.page, aLetterOf(school.today));
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
    expect(await visible(page.getByText(t('failure.ACCOUNT_DISABLED')))).toBe(true);
    await album.see(primary.computer, 'old-refused');
  });

  test('[SY12] nor is he without central: the lease has ended, and the page says that nothing is gone', async () => {
    school.proxy.only = null;
    await primary.computer.close();
    await primary.computer.start();
    await tryOffline(primary, primary.account);
    expect(await visible(primary.page.getByText(t('vaultLocked.lease')))).toBe(true);
    await album.see(primary.computer, 'old-offline');
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
    for (const index of [0, 1, 2])
      await heir.page.getByRole('link', { name: student(index).name, exact: true }).waitFor();
    await album.see(heir.computer, 'new-list');
    await heir.openCase(student(2).name);
    await heir.page.getByRole('tab', { name: t('case.tracking', { n: 1 }), exact: true }).click();
    await heir.page.getByText('尚未送出的導師紀錄').first().waitFor();
    await heir.openAct('report');
    await heir.confirmAct('report');
    await heir.toCase();
  });

  test('帳號管理: the old one is 一級主管, 停用', async () => {
    await openMenu(heir, 'accounts');
    const row = heir.page.getByRole('row').filter({ hasText: 'xr-primary' });
    await row.getByText(t('role.HEAD')).waitFor();
    expect(await visible(row.getByText(t('accountStatus.disabled')))).toBe(true);
    await album.see(heir.computer, 'new-accounts');
  });

  test('[I9] 啟用 as 一級主管: what he had not sent is still at his computer, and told why it did not go', async () => {
    const { page } = heir;
    await page.getByRole('button', { name: t('accounts.openNamed', { name: OUTGOING }) }).click();
    await page.getByRole('radio', { name: t('accounts.status.enable'), exact: true }).check();
    await heir.button('accounts.update').click();
    await heir.button('accounts.verb.enable').click();
    await page.getByText(t('accounts.done.enable', { name: OUTGOING })).waitFor();
    await letters.page.goto(await letters.newestLinkTo('xr-primary@xuelu.example', 'enabled'));
    await letters.page.getByRole('button', { name: t('linkPage.verify.submit') }).click();
    await letters.page.getByRole('heading', { name: t('linkPage.done.verify.title') }).waitFor();
    school.proxy.weather = 'clear';
    await primary.computer.start();
    await signInAs(primary, primary.account);
    await outbox(primary);
    await primary.page.getByText(waiting(1)).waitFor();
    expect(await visible(primary.page.getByText(t('failure.REVOKED')))).toBe(true);
    await album.see(primary.computer, 'old-revoked');
    await primary.button('outbox.withdraw').click();
    await primary.button('outbox.sheet.do').click();
    await primary.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await album.see(primary.computer, 'old-withdrawn');
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
