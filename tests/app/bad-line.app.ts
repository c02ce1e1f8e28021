import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchApp } from '../helpers/launch-app.ts';
import { leavingAnswers, trackingAnswers } from './story/answers.ts';
import type { Person } from './story/person.ts';
import { startsWith, t } from './story/words.ts';
import { getStudent, openSchool, type School } from './support/school.ts';
import { SOON, visible } from './support/visible.ts';

/** What would run if a name were anything but text. */
const HOSTILE = `<img src=x onerror="document.title='hit'">`;

let school: School;
let primary: Person;
const page = () => primary.page;
const student = (index: number) => getStudent(school.samples.xr.ordinary, index);
/** Until a person brings it up, nothing is sent. */
const openOutbox = async () => {
  await page()
    .getByRole('link', { name: t('menu.outbox'), exact: true })
    .click();
  await page()
    .getByRole('heading', { level: 1, name: t('menu.outbox') })
    .waitFor();
};
const file = async (index: number, typedName?: string) => {
  const { identity_number: number, birth_date: birthDate } = student(index);
  await primary.startFiling(number, typedName === undefined ? undefined : { name: typedName, birthDate });
  await primary.fillFiling(leavingAnswers(school.leftOn));
  await primary.submit();
  await page()
    .getByRole('dialog', { name: t('tracking.window') })
    .waitFor();
  await page().keyboard.press('Escape');
};

beforeAll(async () => {
  school = await openSchool();
  primary = await school.behindProxy('xr-primary');
  await primary.computer.start();
  await primary.signIn();
  await file(0);
  await primary.waitForSync();
});

afterAll(() => school.close());

describe('network equipment answers in the place of central', () => {
  test.each(['portal', 'redirect', 'empty', 'truncated', 'bomb'] as const)(
    '[security 7.36] %s: said so, the operation waits, and arrives when the line is free',
    async (weather) => {
      school.proxy.weather = weather;
      await primary.openCase(student(0).name);
      await primary.addTracking();
      await primary.writeTracking(trackingAnswers(`線路：${weather}`));
      await primary.sendTracking();
      await openOutbox();
      await page().getByRole('listitem').getByText(t('failure.INTERCEPTED')).waitFor();
      school.proxy.weather = 'clear';
      await primary.button('outbox.retry').click();
      expect(await visible(page().getByText(t('outbox.empty.title')))).toBe(true);
      await primary.waitForSync();
    },
  );

  test('[security 7.35] the answer is lost after central has done it: it is done once', async () => {
    school.proxy.weather = 'answerLost';
    await primary.openCase(student(0).name);
    await primary.addTracking();
    await primary.writeTracking(trackingAnswers('線路：answerLost'));
    const before = school.proxy.count('/v1/operations');
    await primary.sendTracking();
    await expect.poll(() => school.proxy.count('/v1/operations'), SOON).toBeGreaterThan(before);
    school.proxy.weather = 'clear';
    await openOutbox();
    await primary.button('outbox.retry').click();
    await page().getByText(t('outbox.empty.title')).waitFor();
    const other = await school.person('xr-counselor');
    await other.computer.start();
    await other.signIn();
    await other.openCase(student(0).name);
    const six = other.page.getByRole('tab', { name: t('case.tracking', { n: 6 }), exact: true });
    expect(await visible(six)).toBe(true);
    await other.computer.close();
  });

  test('[security 7.36] the look-up becomes 「連線後檢查」', async () => {
    school.proxy.weather = 'portal';
    await primary.startFiling(student(1).identity_number, { name: '某生', birthDate: student(1).birth_date });
    expect(await visible(page().getByText(t('fileCase.checkLater')))).toBe(true);
    school.proxy.weather = 'clear';
  });

  test('[security 7.36] who was never here is told to come with a connection', async () => {
    school.proxy.weather = 'portal';
    const stranger = await school.behindProxy('xr-counselor');
    await stranger.computer.start();
    await stranger.page.getByText(t('signIn.offline')).waitFor();
    await stranger.page.getByRole('textbox', { name: startsWith(t('signIn.account')) }).fill('xr-counselor');
    await stranger.page.getByLabel(startsWith(t('signIn.password'))).fill(stranger.account.password);
    await stranger.button('signIn.submit').click();
    expect(await visible(stranger.page.getByText(t('failure.OFFLINE_FIRST_SIGN_IN')))).toBe(true);
    await stranger.computer.close();
    school.proxy.weather = 'clear';
  });

  test('[security 7.36] it is not taken for central when its address is typed', async () => {
    school.proxy.weather = 'portal';
    const { app, page: first } = await launchApp();
    await first.getByRole('textbox', { name: startsWith(t('central.url')) }).fill(school.proxy.url);
    await first.getByRole('button', { name: t('central.submit') }).click();
    expect(await visible(first.getByText(t('failure.NOT_CENTRAL')))).toBe(true);
    school.proxy.weather = 'clear';
    await first.getByRole('button', { name: t('central.submit') }).click();
    await first.getByRole('img', { name: t('signIn.captchaImage') }).waitFor();
    await app.close();
  });
});

describe('what was typed of a student while the register could not be asked', () => {
  test.each([
    ['[security 7.13] script', HOSTILE, 2],
    ['[security 7.17] 60 characters outside the basic plane', '𡍼'.repeat(60), 3],
    ['[security 7.17] one character', '喆', 4],
  ])('%s as a name is text in list and outbox, and comes back as a draft', async (_what, name, index) => {
    school.proxy.weather = 'cut';
    await file(index, name);
    await primary.openList();
    await page().getByRole('link', { name, exact: true }).waitFor();
    await openOutbox();
    await page()
      .getByText(t('outbox.what', { action: t('action.submit'), name }), { exact: true })
      .waitFor();
    school.proxy.weather = 'clear';
    await primary.button('outbox.retry').click();
    await page()
      .getByText(new RegExp(t('failure.REGISTER_DIFFERS')))
      .waitFor();
    await primary.button('outbox.withdraw').click();
    await primary.button('outbox.sheet.do').click();
    await primary.button('outbox.openDraft').click();
    await page()
      .getByRole('heading', { level: 1, name: t('fileCase.title') })
      .waitFor();
    expect(await page().locator('img[src="x"]').count()).toBe(0);
    expect(await page().title()).not.toContain('hit');
  });

  test('the windows complain of nothing', () => {
    expect(school.complaints()).toEqual([]);
  });
});
