import { rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FILE_MAX } from '../../shared/domain/account/request.ts';
import { aPdfOf } from '../helpers/file-builders.ts';
import { hostileFiles, ODD_NAMES } from '../helpers/hostile-files.ts';
import { aDocument } from '../helpers/pdf-builder.ts';
import {
  fillRegistration,
  openRegister,
  pickFile,
  reviewRegistration,
  typeCaptcha,
  type Applicant,
} from './story/account-person.ts';
import { startsWith, t } from './story/words.ts';
import { openAccountWorld, type AccountWorld } from './support/account-world.ts';
import { pasteUnits, typeAndLeave, wrongWith } from './support/field.ts';
import { aPdfScan, pickWhile } from './support/files.ts';
import { importSchool } from './support/link-mails.ts';
import { SOON } from './support/visible.ts';

const COUNTY_SCHOOL = { code: '999702', county: '雲林縣', school: '雲峰示範高級中學' } as const;
const COUNTY_PRIMARY: Applicant = {
  county: COUNTY_SCHOOL.county,
  school: COUNTY_SCHOOL.school,
  name: '廖美華',
  account: 'yf-liao',
  email: 'liao@xuelu.example',
  phone: '05-5550702#101',
};

let world: AccountWorld;
/** Whoever sits down at the computer that all new people share. */
const newcomer = () => world.newcomer;

beforeAll(async () => {
  world = await openAccountWorld('accounts-bad-input');
  await importSchool(world.school.central, COUNTY_SCHOOL);
});

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => world.shootAll());
});

afterAll(() => world.close());

describe('主要通報人申請: what is typed and picked', () => {
  test('[security 7.32] files that are none are told before anything is sent', async () => {
    const { page, computer } = newcomer();
    await openRegister(newcomer());
    await fillRegistration(newcomer(), COUNTY_PRIMARY, { file: null });
    await world.album.see(computer, 'register-primary');
    await newcomer().button('register.submit').click();
    await wrongWith(page, 'file').getByText(t('fileProblem.missing')).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await world.album.see(computer, 'register-primary-missing');
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
    await world.album.shoot(computer, 'register-primary-file-refused');
  });

  test('[security 7.33] a file that vanishes or changes while it is read is told; what was typed stays', async () => {
    const { page } = newcomer();
    const file = world.album.file('消失.pdf');
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
    const { page } = newcomer();
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
    await world.album.see(newcomer().computer, 'register-primary-long-name');
  });

  test('[security 7.32] a scan with a password is refused by central, with the reason; all that was typed stays', async () => {
    const { page } = newcomer();
    const encrypted = (await hostileFiles()).find(({ title }) => title === 'encrypted');
    await pickFile(page, 'file', {
      name: encrypted?.name ?? '',
      mimeType: 'application/pdf',
      buffer: encrypted?.content ?? Buffer.alloc(0),
    });
    await typeCaptcha(newcomer());
    const sheet = await reviewRegistration(newcomer());
    await sheet.getByRole('button', { name: t('register.submit'), exact: true }).click();
    await expect
      .poll(() => wrongWith(page, 'file').allInnerTexts(), SOON)
      .toEqual([t('fileProblem.encrypted')]);
    await world.album.see(newcomer().computer, 'register-primary-encrypted');
    for (const id of ['name', 'account', 'email', 'phone'] as const)
      expect(await page.getByRole('textbox', { name: startsWith(t(`register.${id}`)) }).inputValue()).toBe(
        COUNTY_PRIMARY[id],
      );
  });

  test('[security 7.19] an address with a line break inside, one of 321 characters, a name that is none', async () => {
    const { page } = newcomer();
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
});

test('axe and the widths found nothing', () => {
  expect(world.album.problems).toEqual([]);
});

test('the windows complain of nothing', () => {
  expect(world.school.complaints()).toEqual([]);
});
