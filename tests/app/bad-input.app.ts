import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../shared/domain/calendar/iso-date.ts';
import { formatRocDate } from '../../shared/domain/calendar/roc-date-format.ts';
import { leavingAnswers, trackingAnswers } from './story/answers.ts';
import type { Person } from './story/person.ts';
import { startsWith, t } from './story/words.ts';
import { pasteUnits, textField, toldOf, typeAndLeave, wrongWith } from './support/field.ts';
import { pdfText, withoutBlanks } from './support/pdf.ts';
import { getStudent, openSchool, type School } from './support/school.ts';
import { SOON, visible } from './support/visible.ts';

const LOOK_UP = '/v1/students/lookup';
/** What would run, or be worked out, if text were anything but text. */
const HOSTILE = `<img src=x onerror="document.title='hit'">{{7*7}}`;
/** 300 characters as people count them: emoji, a 字 outside the basic plane, marks that join. */
const THREE_HUNDRED = `${HOSTILE}👩‍🏫𡍼é`;

let school: School;
let teacher: Person;
const page = () => teacher.page;
const student = () => getStudent(school.samples.xr.ordinary, 0);
const number = () => page().getByRole('textbox', { name: startsWith(t('fileCase.identityNumber')) });
const lookUp = () => teacher.button('fileCase.lookUp').click();
const says = (key: string, blanks: Record<string, string | number> = {}) =>
  page().getByText(t(`check.${key}`, blanks));

/** Nothing of it became an element, and nothing ran. */
async function expectOnlyText(): Promise<void> {
  expect(await page().locator('img[src="x"]').count()).toBe(0);
  expect(await page().title()).not.toContain('hit');
  expect(await page().locator('body').innerText()).toContain(HOSTILE);
}

beforeAll(async () => {
  school = await openSchool();
  teacher = await school.behindProxy('xr-teacher1');
  await teacher.computer.start();
});

afterAll(() => school.close());

describe('登入', () => {
  const image = () => page().getByRole('img', { name: t('signIn.captchaImage') });
  const tryWith = async (password: string, answer: string): Promise<string | null> => {
    const before = await image().getAttribute('src');
    await page()
      .getByRole('textbox', { name: startsWith(t('signIn.account')) })
      .fill(teacher.account.account);
    await page()
      .getByLabel(startsWith(t('signIn.password')))
      .fill(password);
    await page()
      .getByRole('textbox', { name: startsWith(t('signIn.captcha')) })
      .fill(answer);
    await teacher.button('signIn.submit').click();
    return before;
  };

  test('[security 7.31] a wrong captcha with the right password is refused, with a new image', async () => {
    await image().waitFor();
    const before = await tryWith(teacher.account.password, 'wrong2');
    await page().getByText(t('failure.WRONG_CAPTCHA')).waitFor();
    await expect.poll(() => image().getAttribute('src'), SOON).not.toBe(before);
  });

  test('[security 7.31] a captcha is good for one try, also for the right password', async () => {
    const used = await school.central.newestCaptcha();
    const before = await tryWith('Wrong#Password1', used);
    await page().getByText(t('failure.WRONG_CREDENTIALS')).waitFor();
    await expect.poll(() => image().getAttribute('src'), SOON).not.toBe(before);
    await tryWith(teacher.account.password, used);
    await page().getByText(t('failure.WRONG_CAPTCHA')).waitFor();
    await expect
      .poll(
        () =>
          page()
            .getByRole('textbox', { name: startsWith(t('signIn.captcha')) })
            .inputValue(),
        SOON,
      )
      .toBe('');
    await teacher.signIn();
  });
});

describe('視窗1: 身分證字號', () => {
  test('[security 7.1] a wrong check digit is told, and no look-up is sent', async () => {
    await page().keyboard.press('Control+n');
    await number().fill('A123456788');
    await lookUp();
    await says('identityChecksum').waitFor();
    expect(school.proxy.count(LOOK_UP)).toBe(0);
  });

  test.each([
    ['A12345678O', 'identityDigit', { position: 10 }],
    ['A1I3456789', 'identityDigit', { position: 3 }],
    ['A323456789', 'identitySecond', { position: 2 }],
    ['A12345678', 'identityLength', { expected: 10, length: 9 }],
  ])('[security 7.5] %s: %s', async (typed, code, blanks) => {
    await number().fill(typed);
    await lookUp();
    await says(code, blanks).waitFor();
    expect(school.proxy.count(LOOK_UP)).toBe(0);
  });

  test('[security 7.3] zero-width and bidi characters are taken out and told', async () => {
    await number().fill('A12\u200B345\u202E6789');
    await says('invisibleRemoved').waitFor();
    expect(await number().inputValue()).toBe('A12 3456 789');
  });

  test('[security 7.2] full-width, lower case, blanks and dashes are put right as one types; the look-up finds', async () => {
    const [head = '', ...rest] = student().identity_number;
    const wide = [...rest]
      .map((digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0))
      .join('');
    await number().fill(` ${head.toLowerCase()}${wide.slice(0, 4)}－${wide.slice(4)}　`);
    expect((await number().inputValue()).replaceAll(' ', '')).toBe(student().identity_number);
    await lookUp();
    await page().getByText(student().name).first().waitFor();
    expect(school.proxy.count(LOOK_UP)).toBe(1);
  });
});

describe('視窗2 and 視窗3', () => {
  test('[security 7.12] blanks alone are nothing: 必填', async () => {
    await teacher.next();
    await typeAndLeave(textField(page(), 'address'), ' 　 ');
    await expect.poll(() => wrongWith(page(), 'address').innerText(), SOON).toBe(t('check.required'));
  });

  test.each([
    ['NUL', 0, 'U+0000'],
    ['half a surrogate pair', 0xd83d, 'U+D83D'],
    ['U+FFFE', 0xfffe, 'U+FFFE'],
  ])(
    '[security 7.16] %s is refused with its position, and what was typed stays',
    async (_what, unit, codePoint) => {
      await pasteUnits(textField(page(), 'address'), '斗六', unit, '市');
      const sentence = t('check.textForbidden', { position: 3, codePoint });
      await expect.poll(() => wrongWith(page(), 'address').innerText(), SOON).toBe(sentence);
      expect(await textField(page(), 'address').inputValue()).toHaveLength(4);
    },
  );

  test('[security 7.3] invisible characters in a text are told', async () => {
    await typeAndLeave(textField(page(), 'address'), '斗六\u200B市');
    await expect.poll(() => toldOf(page(), 'address').innerText(), SOON).toBe(t('check.invisibleRemoved'));
  });

  test('[security 7.18] of a list of phones the bad part is named', async () => {
    await typeAndLeave(textField(page(), 'guardianPhone'), '05-5321234;+886912345678;09ab;0922-333-444');
    const sentence = t('check.phonePart', { position: 3, part: '09ab' });
    await expect.poll(() => wrongWith(page(), 'guardianPhone').innerText(), SOON).toBe(sentence);
  });

  test('[security 7.17] a name of 61 characters is too long, one of 60 outside the basic plane is not', async () => {
    await typeAndLeave(textField(page(), 'guardianName'), '𡍼'.repeat(61));
    await expect
      .poll(() => wrongWith(page(), 'guardianName').innerText(), SOON)
      .toBe(t('check.textTooLong', { max: 60, count: 61 }));
    await typeAndLeave(textField(page(), 'guardianName'), '𡍼'.repeat(60));
    await expect.poll(() => wrongWith(page(), 'guardianName').count(), SOON).toBe(0);
  });

  test('[security 7.8] [security 7.10] dates that are none, in the other calendar, or not yet', async () => {
    await teacher.fillWindow(0, leavingAnswers(school.leftOn));
    await textField(page(), 'address').fill(HOSTILE);
    await textField(page(), 'guardianName').fill(HOSTILE);
    await teacher.next();
    const { enrolled_on: enrolledOn } = student();
    const roc = (date: string) => formatRocDate(date).replace(/（.*$/, '');
    for (const [typed, code, blanks] of [
      ['112/02/29', 'dateMissing', {}],
      ['2024/03/01', 'rocYearWestern', { year: 2024, rocYear: 113 }],
      ['0/01/01', 'rocYearZero', {}],
      ['下星期', 'dateFormat', {}],
      [roc(addDays(school.today, 1)), 'dateFuture', {}],
      [
        roc(addDays(enrolledOn ?? '', -1)),
        'dateBefore',
        { field: t('field.enrolledOn'), date: formatRocDate(enrolledOn ?? '') },
      ],
    ] as const) {
      await typeAndLeave(textField(page(), 'leftOn'), typed);
      await expect
        .poll(() => wrongWith(page(), 'leftOn').innerText(), { ...SOON, message: typed })
        .toBe(t(`check.${code}`, blanks));
    }
    await typeAndLeave(textField(page(), 'leftOn'), '113/02/29');
    await expect
      .poll(() => wrongWith(page(), 'leftOn').allInnerTexts(), SOON)
      .not.toContain(t('check.dateMissing'));
  });
});

describe('text is text', () => {
  test('[security 7.13] [security 7.20] on the review page; a double click on 提交 files one case', async () => {
    await teacher.fillWindow(1, leavingAnswers(school.leftOn));
    await teacher.next();
    await page()
      .getByRole('heading', { level: 2, name: t('fileCase.step.review') })
      .waitFor();
    await expectOnlyText();
    await teacher.button('action.submit').dblclick();
    await page()
      .getByRole('dialog', { name: t('tracking.window') })
      .waitFor();
  });

  test('[security 7.11] [security 7.20] 301 characters are too many, 300 are not, with emoji and 𡍼; Enter twice sends one record', async () => {
    const dialog = page().getByRole('dialog', { name: t('tracking.window') });
    const description = textField(page(), 'description');
    const used = [...THREE_HUNDRED.normalize('NFC')].length;
    await teacher.writeTracking(trackingAnswers(THREE_HUNDRED + '字'.repeat(301 - used)));
    await expect
      .poll(() => wrongWith(page(), 'description').innerText(), SOON)
      .toBe(t('check.textTooLong', { max: 300, count: 301 }));
    await dialog.getByRole('button', { name: t('action.submit'), exact: true }).click();
    await dialog.getByText(t('form.openFields', { n: 1 })).waitFor();
    await description.fill(THREE_HUNDRED + '字'.repeat(300 - used));
    await dialog.getByText(t('form.counter', { used: 300, max: 300 })).waitFor();
    await dialog.getByRole('button', { name: t('action.submit'), exact: true }).focus();
    await Promise.all([page().keyboard.press('Enter'), page().keyboard.press('Enter')]);
    await dialog.waitFor({ state: 'hidden' });
    await teacher.waitForSync();
    await page()
      .getByRole('tab', { name: t('case.tracking', { n: 1 }), exact: true })
      .waitFor();
  });

  test('[security 7.13] [security 7.20] in record, timeline and list, where all was done once', async () => {
    await expectOnlyText();
    await page()
      .getByRole('tab', { name: t('timeline.title') })
      .click();
    const timeline = page().getByRole('tabpanel', { name: t('timeline.title') });
    await timeline.getByText(t('done.sendTracking'), { exact: true }).waitFor();
    await expectOnlyText();
    expect(await timeline.getByText(t('done.submit'), { exact: true }).count()).toBe(1);
    expect(await timeline.getByText(t('done.sendTracking'), { exact: true }).count()).toBe(1);
    await teacher.openList();
    await page()
      .getByText(t('cases.total', { count: 1 }))
      .waitFor();
  });

  test('[security 7.13] on paper and in the PDF', async () => {
    for (const paper of ['report', 'tracking'] as const) {
      await teacher.openCase(student().name);
      const file = join(teacher.computer.folder, `${paper}.pdf`);
      await teacher.savePdf(paper, file);
      await expectOnlyText();
      expect(await pdfText(file)).toContain(withoutBlanks(HOSTILE));
    }
  });
});

describe('whose case it is', () => {
  test('[security 7.21] the same student again: the open case is shown, and filing stops', async () => {
    await page().keyboard.press('Control+n');
    await number().fill(student().identity_number);
    await lookUp();
    await page().getByText(t('failure.DUPLICATE_CASE')).waitFor();
    expect(await teacher.button('wizard.next').count()).toBe(0);
    await teacher.button('fileCase.openExisting').click();
    await page().getByRole('heading', { level: 1, name: student().name }).waitFor();
  });

  test('[security 7.27] another teacher finds nothing at the address of the case, its form and its paper', async () => {
    const address = new URL(page().url()).hash.replace(/\?.*$/, '');
    const other = await school.person('xr-teacher2');
    await other.computer.start();
    await other.signIn();
    await other.waitForSync();
    for (const place of [address, `${address}/edit`, `${address}/print/report`]) {
      await other.page.evaluate((hash) => location.assign(hash), place);
      await other.page.getByText(t('failure.NOT_FOUND')).waitFor();
      expect(await other.page.locator('body').innerText()).not.toContain(student().name);
    }
    await other.computer.close();
  });

  test.each(['#/case/1', '#/case/../x', '#/cases/other', '#/case/%00/print/report', '#/nowhere?draftId=1'])(
    '[security 7.49] the address %s leads nowhere and harms nothing',
    async (address) => {
      await page().evaluate((hash) => location.assign(hash), address);
      expect(await visible(page().getByRole('heading', { level: 1, name: t('lost.title') }))).toBe(true);
      await page()
        .getByRole('link', { name: t('lost.home') })
        .click();
      await page()
        .getByRole('heading', { level: 1, name: t('menu.home') })
        .waitFor();
    },
  );

  test.each(['%', '_', '\\', "' OR 1=1 --", '"'])(
    '[security 7.15] searching for %s finds what contains it',
    async (text) => {
      await teacher.openList();
      await page()
        .getByRole('textbox', { name: t('filter.text') })
        .fill(text);
      expect(await visible(page().getByText(t('cases.noneFound.title')))).toBe(true);
      await page()
        .getByRole('textbox', { name: t('filter.text') })
        .fill(student().name);
      await page().getByRole('link', { name: student().name, exact: true }).waitFor();
    },
  );
});
