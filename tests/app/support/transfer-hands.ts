import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { getDocumentProxy } from 'unpdf';
import { expect } from 'vitest';
import { DEMO_ACCOUNTS } from '../../../central/demo/demo-accounts.ts';
import type { IsoDate } from '../../../shared/domain/calendar/iso-date.ts';
import { formatRocDate } from '../../../shared/domain/calendar/roc-date-format.ts';
import { chooseRequest, openMenu, pickFile } from '../story/account-person.ts';
import type { Person } from '../story/person.ts';
import { startsWith, t } from '../story/words.ts';
import type { Album } from './album.ts';
import type { PickedForTest } from './files.ts';
import { pdfText } from './pdf.ts';
import { SOON } from './visible.ts';

/** 文號／日期 of the school's letter, as 國教署 types them. */
interface LetterTyped {
  readonly number: string;
  /** As on paper: `115/11/20`. */
  readonly date: string;
}

/** 權限異動申請, under the title of whoever opens it. */
export async function openRoleChange(person: Person, way: 'transfer' | 'promotion'): Promise<void> {
  const { page } = person;
  await page
    .getByRole('navigation', { name: t('menu.label') })
    .getByRole('link', { name: t('menu.roleChange'), exact: true })
    .click();
  await page.getByRole('heading', { level: 1, name: t(`roleChange.${way}Title`) }).waitFor();
}

/** 移交清單 on the page, when all of it is there. */
export async function handoverPart(page: Page): Promise<Locator> {
  const part = page.getByRole('region', { name: t('papers.handover') });
  await part.getByRole('heading', { level: 3 }).first().waitFor();
  return part;
}

export const successorList = (page: Page): Locator =>
  page.getByRole('combobox', { name: startsWith(t('roleChange.successorId')) });

/** Chooses the one of this account name. */
export async function chooseSuccessor(page: Page, account: string): Promise<void> {
  const option = successorList(page).getByRole('option', { name: new RegExp(`^${account}\\s`) });
  await successorList(page).selectOption((await option.getAttribute('value')) ?? '');
}

/** 提交申請 on the page, up to the sheet of what follows. */
export async function reviewChange({ page }: Person): Promise<Locator> {
  const form = page.getByRole('form', { name: t('roleChange.data') });
  await form.getByRole('button', { name: t('register.submit'), exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.waitFor();
  return sheet;
}

/** The same and 提交申請 on the sheet; what comes of it is for the caller to see. */
export async function submitChange(person: Person): Promise<void> {
  const sheet = await reviewChange(person);
  await sheet.getByRole('button', { name: t('register.submit'), exact: true }).click();
  await sheet.waitFor({ state: 'hidden' });
}

/** Both scans into their fields. */
export async function pickScans(
  page: Page,
  transferForm: PickedForTest | null,
  appointment: PickedForTest | null = null,
): Promise<void> {
  if (transferForm !== null) await pickFile(page, 'transferForm', transferForm);
  if (appointment !== null) await pickFile(page, 'appointment', appointment);
}

/** The preview of a paper that is open: saved as a PDF to `file`. */
async function savePreview({ page, computer }: Person, file: string): Promise<void> {
  const preview = page.getByRole('dialog');
  await preview.locator('.sheet-page').first().waitFor();
  await preview.locator('.sheet-measure').waitFor({ state: 'detached' });
  await computer.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, file);
  await preview.getByRole('button', { name: t('print.save'), exact: true }).click();
  await preview.getByText(t('print.saved')).waitFor();
}

async function closePreview({ page }: Person): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Width and height of every page of a PDF in whole points. */
async function pageSizes(file: string): Promise<readonly (readonly [number, number])[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(file)));
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { width, height } = (await pdf.getPage(index + 1)).getViewport({ scale: 1 });
      return [Math.round(width), Math.round(height)] as const;
    }),
  );
}

/** 申請審核, at the request of this name, with its scan drawn. */
export async function openRequest(reviewer: Person, name: string): Promise<void> {
  await openMenu(reviewer, 'approvals');
  await chooseRequest(reviewer, name);
  await scanDrawn(reviewer.page);
}

/** Waits until the page of the scan that is open has its picture. */
export async function scanDrawn(page: Page): Promise<Locator> {
  const picture = page.getByRole('region', { name: t('scan.label') }).getByRole('img');
  await picture.waitFor();
  await expect
    .poll(() => picture.evaluate((it) => it instanceof HTMLImageElement && it.naturalWidth > 0), SOON)
    .toBe(true);
  return picture;
}

export async function typeLetter(page: Page, { number, date }: LetterTyped): Promise<void> {
  await page.getByRole('textbox', { name: startsWith(t('letter.number')) }).fill(number);
  await page.getByRole('textbox', { name: startsWith(t('letter.date')) }).fill(date);
}

/** 核准 or 退件 up to the sheet of what follows. */
export async function openDecision(reviewer: Person, decision: 'approve' | 'return'): Promise<Locator> {
  await reviewer.button(`approvals.${decision}`).click();
  const sheet = reviewer.page.getByRole('dialog');
  await sheet.waitFor();
  return sheet;
}

export const decide = (sheet: Locator, decision: 'approve' | 'return'): Promise<void> =>
  sheet.getByRole('button', { name: t(`approvals.${decision}`), exact: true }).click();

/** Width and height, and the colour at the middle of the upper edge, of a picture as it is drawn. */
export const pictureFacts = (picture: Locator) =>
  picture.evaluate((it) => {
    if (!(it instanceof HTMLImageElement)) throw new TypeError('no picture');
    const canvas = document.createElement('canvas');
    const { naturalWidth: width, naturalHeight: height } = it;
    [canvas.width, canvas.height] = [width, height];
    const pen = canvas.getContext('2d');
    pen?.drawImage(it, 0, 0);
    const at = (x: number, y: number) => [...(pen?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3);
    return {
      width,
      height,
      top: at(width >> 1, height >> 4),
      bottom: at(width >> 1, height - (height >> 4)),
    };
  });

/** An upright 聘書, blue above and red below, as a telephone stores it: lying, with the turn beside it (EXIF 6). */
export async function aTurnedJpeg(name: string): Promise<PickedForTest> {
  const upright = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1270" font-family="Noto Sans TC, sans-serif">
      <rect width="100%" height="100%" fill="#fff"/>
      <rect width="100%" height="180" fill="#1040c0"/><rect y="1090" width="100%" height="180" fill="#c02020"/>
      <text x="450" y="430" font-size="110" text-anchor="middle">聘書</text>
      <text x="450" y="640" font-size="48" text-anchor="middle">茲聘請 本校主要通報人</text>
    </svg>`,
  );
  const lying = await sharp(upright)
    .rotate(-90)
    .jpeg({ quality: 85 })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer: lying };
}

const A4 = [595, 842] as const;

/** Opens a paper of the page, saves it and looks at it: A4, and its text. */
export async function printPaper(
  album: Album,
  person: Person,
  button: string,
  name: string,
): Promise<string> {
  const file = album.file(`${name}.pdf`);
  await person.button(button).click();
  await savePreview(person, file);
  await album.see(person.computer, `paper-${name}`);
  await closePreview(person);
  for (const size of await pageSizes(file)) expect(size).toEqual(A4);
  return pdfText(file);
}

/** What a school of the demo would write on its letter today. */
export const aLetterOf = (today: IsoDate): LetterTyped => ({
  number: '雲縣教字第1150000123號',
  date: formatRocDate(today).replace(/（.*$/, ''),
});

/** 姓名 of an account of the demo. */
export const nameOf = (wanted: string): string =>
  DEMO_ACCOUNTS.find(({ account }) => account === wanted)?.name ?? '';
