import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MenuKey } from '../../shared/domain/account/menu.ts';
import { openMenu, signInAs } from './story/account-person.ts';
import type { Person } from './story/person.ts';
import { startsWith, t } from './story/words.ts';
import { Album } from './support/album.ts';
import { aPdfScan, type PickedForTest } from './support/files.ts';
import { Hands } from './support/hands.ts';
import { LetterBox } from './support/letter-box.ts';
import { openSchool, type School } from './support/school.ts';
import {
  aLetterOf,
  aTurnedJpeg,
  decide,
  nameOf,
  openDecision,
  openRequest,
  openRoleChange,
  pickScans,
  pictureFacts,
  printPaper,
  scanDrawn,
  submitChange,
  successorList,
  typeLetter,
} from './support/transfer-hands.ts';
import { visible } from './support/visible.ts';

const NEW_PASSWORD = 'Xinzhutong#88';
const RETURNED_FOR = '移轉申請表未蓋學校關防，請用印後重新掃描上傳。';
/** 輔導人員 of a school whose 主通 has left. */
const COUNSELOR = nameOf('qh-counselor');
/** Who takes over by keyboard. */
const HEIR = nameOf('mh-teacher1');

let school: School;
let letters: LetterBox;
let admin: Person;
/** The same 國教署 at another window. */
let second: Person;
const album = new Album('accounts-promotion');

beforeAll(async () => {
  school = await openSchool();
  letters = await LetterBox.open(school.central);
  admin = await school.person('admin');
  await admin.computer.start();
  await admin.signIn();
});

afterAll(async () => {
  await letters.close();
  await school.close();
});

describe('申請權限提升為 學校主要通報人 [A:205–246]', () => {
  let counselor: Person;
  let appointment: PickedForTest;

  test('[scenario 8] files alone; without central it says so calmly, and comes back by itself or a button', async () => {
    await openMenu(admin, 'approvals');
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
    for (const name of ['移轉申請表.pdf', '聘書.jpg'])
      expect(await visible(counselor.page.getByText(name))).toBe(true);
    await submitChange(counselor);
    await counselor.page.getByRole('button', { name: t('register.printLetter') }).waitFor();
    await album.see(counselor.computer, 'promotion-pending');
    await printPaper(album, counselor, 'register.printLetter', '提升函稿');
  });

  test('聘書 turned by EXIF stands upright before 國教署; 退件 with its reason', async () => {
    await admin.button('approvals.refresh').click();
    await openRequest(admin, COUNSELOR);
    const files = admin.page.getByRole('group', { name: t('scan.files') }).getByRole('button');
    expect(await files.allInnerTexts()).toEqual([t('fileKind.transferForm'), t('fileKind.appointment')]);
    await files.last().click();
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
    expect(await visible(counselor.page.getByText(new RegExp(RETURNED_FOR)))).toBe(true);
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
      await typeLetter(reviewer.page, aLetterOf(school.today));
      sheets.push(await openDecision(reviewer, 'approve'));
    }
    await Promise.all(sheets.map((sheet) => decide(sheet, 'approve')));
    const done = ({ page }: Person) => page.getByText(t('approvals.done.approve', { name: COUNSELOR }));
    const late = ({ page }: Person) => page.getByText(t('accountFailure.ALREADY_DECIDED'));
    await Promise.all([admin, second].map((one) => done(one).or(late(one)).waitFor()));
    const told = await Promise.all([admin, second].map((one) => late(one).count()));
    expect([...told].filter((count) => count > 0)).toHaveLength(1);
    await album.see((told[0] === 1 ? admin : second).computer, 'promotion-already-decided');
    await letters.newestMailTo('qh-counselor@xuelu.example', 'promoted');
    await letters.newestMailTo('qh-primary@xuelu.example', 'demoted');
    expect(await letters.count('qh-counselor@xuelu.example', 'promoted')).toBe(1);
    expect(await letters.count('qh-primary@xuelu.example', 'demoted')).toBe(1);
  });

  test('the applicant comes in anew as 主通', async () => {
    await counselor.page.getByRole('link', { name: t('menu.settings'), exact: true }).click();
    await counselor.page.getByRole('heading', { name: t('signIn.title') }).waitFor();
    const link = await letters.newestLinkTo('qh-counselor@xuelu.example', 'promoted');
    await letters.followLink(link, NEW_PASSWORD);
    counselor = await signInAs(
      counselor,
      { ...counselor.account, password: NEW_PASSWORD },
      t('menu.settings'),
    );
    await openMenu(counselor, 'accounts');
    const row = counselor.page.getByRole('row').filter({ hasText: 'qh-primary' });
    expect(await visible(row.getByText(t('accountStatus.disabled')))).toBe(true);
  });
});

describe('by keyboard alone', () => {
  let hands: Hands;
  const field = (key: string) => hands.page.getByRole('textbox', { name: startsWith(t(key)) });
  const button = (name: string) => hands.page.getByRole('button', { name, exact: true });

  async function comeIn({ page, account, computer }: Person): Promise<void> {
    hands = new Hands(page);
    await page.getByRole('img', { name: t('signIn.captchaImage') }).waitFor();
    await hands.enter(field('signIn.account'), account.account);
    await hands.enter(page.getByLabel(startsWith(t('signIn.password'))), account.password);
    await hands.enter(field('signIn.captcha'), await school.central.newestCaptcha());
    await hands.press('Enter');
    await page.getByRole('heading', { level: 1, name: t('menu.home') }).waitFor();
    expect(computer.running).toBe(true);
  }

  const openByKeys = async (item: MenuKey, title: string) => {
    await hands.push(hands.page.getByRole('link', { name: t(`menu.${item}`), exact: true }));
    await hands.page.getByRole('heading', { level: 1, name: title }).waitFor();
  };

  test('轉移帳號: account, scan, 提交申請', async () => {
    const outgoing = await school.person('mh-primary');
    await outgoing.computer.start();
    await comeIn(outgoing);
    await openByKeys('roleChange', t('roleChange.transferTitle'));
    await hands.enter(successorList(hands.page), 'mh-teacher1');
    const chooser = hands.page.waitForEvent('filechooser');
    await hands.push(hands.page.locator('[data-field="transferForm"] input[type=file]'));
    await (await chooser).setFiles(await aPdfScan('移轉申請表.pdf'));
    await hands.page.getByText('移轉申請表.pdf').waitFor();
    await hands.push(button(t('register.submit')));
    const sheet = hands.page.getByRole('dialog');
    await hands.push(sheet.getByRole('button', { name: t('register.submit'), exact: true }));
    await button(t('register.printLetter')).waitFor();
    expect(await hands.landed()).toBe(true);
    await hands.to(button(t('register.printLetter')));
    expect(hands.unseen).toEqual([]);
  });

  test('核准 with the keys of the queue', async () => {
    await second.computer.close();
    await second.computer.start();
    await comeIn(second);
    await openByKeys('approvals', t('menu.approvals'));
    await hands.page.getByRole('heading', { level: 2, name: HEIR }).waitFor();
    await hands.enter(field('letter.number'), aLetterOf(school.today).number);
    await hands.enter(field('letter.date'), aLetterOf(school.today).date);
    await hands.to(
      hands.page.getByRole('region', { name: t('scan.label') }).getByRole('region'),
      'Shift+Tab',
    );
    await hands.press('a');
    const sheet = hands.page.getByRole('dialog');
    await hands.push(sheet.getByRole('button', { name: t('approvals.approve'), exact: true }));
    await hands.page.getByText(t('approvals.done.approve', { name: HEIR })).waitFor();
    expect(hands.unseen).toEqual([]);
  });

  test('the link of the mail, and 登入 as 主通', async () => {
    const { page } = letters;
    await letters.openLink(await letters.newestLinkTo('mh-teacher1@xuelu.example', 'promoted'));
    const typed = new Hands(page);
    await typed.enter(page.getByLabel(startsWith(t('linkPage.password'))), NEW_PASSWORD);
    await typed.enter(page.getByLabel(startsWith(t('linkPage.repeat'))), NEW_PASSWORD);
    await typed.press('Enter');
    await page.getByRole('heading', { name: t('linkPage.done.password.title') }).waitFor();
    const heiress = await school.newcomer({ account: 'mh-teacher1', password: NEW_PASSWORD });
    await heiress.computer.start();
    await comeIn(heiress);
    await openByKeys('roleChange', t('roleChange.transferTitle'));
    expect(hands.unseen).toEqual([]);
  });
});

describe('at the end', () => {
  test('axe finds nothing on any of the screens, in light and dark', () => {
    expect(album.problems).toEqual([]);
  });
  test('the windows complain of nothing', () => {
    expect(school.complaints()).toEqual([]);
  });
});
