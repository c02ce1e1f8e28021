import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { aScannedPdf } from '../../helpers/pdf-builder.ts';
import { aCsv, aWorkbook } from '../../helpers/sheets.ts';

/** A file as Playwright hands it to a file field. */
export interface PickedForTest {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A4 at 150 dpi. */
const [WIDTH, HEIGHT] = [1240, 1754];

/** One page of a scanned form: its title, lines of writing and a red stamp. */
function pageSvg(title: string, lines: readonly string[], page: number): string {
  const escaped = (text: string) => text.replaceAll(/[<>&"]/g, (found) => `&#${found.codePointAt(0) ?? 0};`);
  const rows = lines.map(
    (text, index) =>
      `<text x="140" y="${330 + index * 90}" font-size="40">${escaped(text)}</text>
       <line x1="130" x2="1110" y1="${350 + index * 90}" y2="${350 + index * 90}" stroke="#999"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"
    font-family="Noto Sans TC, Noto Sans CJK TC, Noto Serif CJK TC, sans-serif">
    <rect width="100%" height="100%" fill="#fbfaf7"/>
    <text x="620" y="200" font-size="52" text-anchor="middle">${escaped(title)}</text>
    ${rows.join('')}
    <g stroke="#c02020" fill="none" stroke-width="9" transform="rotate(-4 860 1420)">
      <rect x="700" y="1260" width="320" height="320"/>
      <text x="860" y="1450" font-size="90" text-anchor="middle" fill="#c02020" stroke="none">核章</text>
    </g>
    <text x="620" y="1700" font-size="30" text-anchor="middle">${page}</text>
  </svg>`;
}

/** A stamped form as a scanner writes it: pictures of pages in a PDF. */
export async function aPdfScan(
  name = '申請單.pdf',
  title = '帳號申請單（掃描）',
  lines: readonly string[] = [],
  pages = 2,
): Promise<PickedForTest> {
  const pictures = await Promise.all(
    Array.from({ length: pages }, async (_, index) => ({
      jpeg: await sharp(Buffer.from(pageSvg(title, lines, index + 1)))
        .jpeg({ quality: 70 })
        .toBuffer(),
      width: WIDTH,
      height: HEIGHT,
    })),
  );
  return { name, mimeType: 'application/pdf', buffer: aScannedPdf(pictures) };
}

/** A list as CSV with a byte order mark, as spreadsheets save it. */
export const aCsvFile = (name: string, rows: readonly (readonly string[])[]): PickedForTest => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), aCsv(rows)]),
});

export const anXlsxFile = async (
  name: string,
  rows: readonly (readonly string[])[],
): Promise<PickedForTest> => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: await aWorkbook(rows),
});

/**
 * Picks a file of the disk, and lets something happen to it before the window gets to read it: the event
 * that tells the window is held back as long as that takes. `field` is the id of the file field.
 */
export async function pickWhile(
  page: Page,
  field: string,
  path: string,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const input = page.locator(`[data-field="${field}"] input[type=file]`);
  await input.evaluate((element) => {
    const hold = (event: Event) => event.stopImmediatePropagation();
    window.addEventListener('change', hold, { capture: true });
    window.addEventListener('input', hold, { capture: true });
    element.addEventListener(
      'let-go',
      () => {
        window.removeEventListener('change', hold, { capture: true });
        window.removeEventListener('input', hold, { capture: true });
        element.dispatchEvent(new Event('change', { bubbles: true }));
      },
      { once: true },
    );
  });
  await input.setInputFiles(path);
  await meanwhile();
  await input.dispatchEvent('let-go', { bubbles: false });
}
