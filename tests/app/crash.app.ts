import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leavingAnswers, trackingAnswers } from './story/answers.ts';
import type { Person } from './story/person.ts';
import { t } from './story/words.ts';
import { textField } from './support/field.ts';
import { waitUntilKept } from './support/kept.ts';
import { killAll, killCore } from './support/processes.ts';
import { Promises, workOn } from './support/promises.ts';
import { getStudent, openSchool, type School } from './support/school.ts';
import { SOON, visible } from './support/visible.ts';

/** Kills in a row, and the longest time into the work at which one comes (milliseconds). */
const KILLS = 10;
const LATEST_MS = 5000;

let school: School;
let teacher: Person;
const page = () => teacher.page;
const student = (index: number) => getStudent(school.samples.xr.ordinary, index);
const appPid = (): number => teacher.computer.app.process().pid ?? 0;

beforeAll(async () => {
  school = await openSchool();
  teacher = await school.person('xr-teacher1');
  await teacher.computer.start();
  await teacher.signIn();
});

afterAll(() => school.close());

describe('kill -9 of the core process alone', () => {
  test('[I1] with the filing open: one is asked to sign in, and comes back to what was typed', async () => {
    const answers = leavingAnswers(school.leftOn);
    await teacher.startFiling(student(0).identity_number);
    await teacher.next();
    await teacher.fillWindow(0, answers);
    await waitUntilKept(page(), '05-5321234');
    killCore(appPid());
    await page().getByText(t('signIn.ended')).waitFor();
    await teacher.signIn(true, t('fileCase.title'));
    expect(await textField(page(), 'address').inputValue()).toBe(answers['address']);
    expect(await textField(page(), 'guardianPhone').inputValue()).toBe(answers['guardianPhone']);
    await teacher.next();
    await teacher.fillWindow(1, answers);
    await teacher.next();
    await teacher.submit();
    expect(await visible(page().getByRole('dialog', { name: t('tracking.window') }))).toBe(true);
  });

  test('[I1] with the tracking window open: the case is there, and so are its words', async () => {
    await teacher.writeTracking(trackingAnswers('打到一半的追蹤說明'));
    await waitUntilKept(page(), '打到一半的追蹤說明');
    killCore(appPid());
    await page().getByText(t('signIn.ended')).waitFor();
    await teacher.signIn(true, student(0).name);
    await page()
      .getByRole('dialog', { name: t('tracking.window') })
      .waitFor();
    expect(await textField(page(), 'description').inputValue()).toBe('打到一半的追蹤說明');
    await teacher.sendTracking();
    await teacher.waitForSync();
    expect(await visible(page().getByRole('tab', { name: t('case.tracking', { n: 1 }), exact: true }))).toBe(
      true,
    );
  });

  test('[I1] while nobody is signed in: the window goes on by itself', async () => {
    await teacher.button('topBar.signOut').click();
    await page()
      .getByRole('heading', { name: t('signIn.title') })
      .waitFor();
    const image = page().getByRole('img', { name: t('signIn.captchaImage') });
    const before = await image.getAttribute('src');
    killCore(appPid());
    // The new core is told to the window, which asks everything again; the image too.
    await expect.poll(() => image.getAttribute('src'), SOON).not.toBe(before);
    await teacher.signIn();
    expect(school.complaints()).toEqual([]);
  });
});

describe('kill -9 of everything', () => {
  test(`[I1] [I2] at ${KILLS} random moments of filing and tracking: what the screen called saved is there`, async () => {
    const promises = new Promises();
    const moments = Array.from({ length: KILLS }, () => Math.floor(Math.random() * LATEST_MS));
    console.log(`kills after ${moments.join(', ')} ms`);
    for (const [turn, moment] of moments.entries()) {
      // Ends by the kill at the latest, so its fault is none.
      const working = workOn(teacher, student(turn + 1), school.leftOn, promises).catch(() => undefined);
      await Promise.race([working, new Promise((done) => setTimeout(done, moment))]);
      killAll(appPid());
      await teacher.computer.kill();
      await working;
      await teacher.computer.start();
      await teacher.signIn();
      expect(await promises.broken(teacher), `killed after ${moment} ms`).toEqual([]);
    }
    expect(promises.names.length).toBeGreaterThan(0);
  });

  test('[I3] all of it arrives, each case once', async () => {
    await teacher.waitForSync();
    const counselor = await school.person('xr-counselor');
    await counselor.computer.start();
    await counselor.signIn();
    await teacher.openList();
    await counselor.openList();
    await expect.poll(() => namesIn(counselor), SOON).toEqual(await namesIn(teacher));
    const names = await namesIn(counselor);
    expect(new Set(names).size).toBe(names.length);
  });
});

const namesIn = async ({ page: shown }: Person): Promise<readonly string[]> => {
  const rows = shown.getByRole('row').filter({ has: shown.getByRole('link') });
  const names = await rows
    .getByRole('gridcell')
    .getByRole('link', { name: /^[^：]+$/ })
    .allInnerTexts();
  return names.toSorted();
};
