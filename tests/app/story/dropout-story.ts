import { dropoutAnswers } from './answers.ts';
import { Person } from './person.ts';
import type { Recorder } from './recorder.ts';
import type { Cast } from './cast.ts';
import { t } from './words.ts';

/** 中輟 through the same screens: slip, report, found, return, closing. */
export async function dropoutStory(recorder: Recorder, cast: Cast, people: Person[]): Promise<void> {
  const { central, samples, today, leftOn } = cast;
  const student = samples.zx.ordinary[0];
  if (student === undefined) throw new Error('the demo has no pupil');
  const office = await Person.at(central, 'zx-office', 'compulsory');
  people.push(office);

  await recorder.step('國小：填單', async () => {
    await office.computer.start();
    await office.signIn();
    await office.startFiling(student.identity_number);
    await office.fillFiling(dropoutAnswers(leftOn));
    await office.submit();
    await office.page.getByRole('heading', { level: 1, name: student.name }).waitFor();
    await recorder.picture(office.page, 'dropout-slip');
  });
  await recorder.step('國小：中輟通報、尋獲、受理復學、復學', async () => {
    const dialog = office.page.getByRole('dialog', { name: t('tracking.window') });
    if (await dialog.isVisible()) await office.page.keyboard.press('Escape');
    await office.openAct('report');
    await office.confirmAct('report');
    await office.toCase();
    await office.openAct('find');
    await office.confirmAct('find', { foundOn: today, foundBy: 'PARENTS', notifiedBy: 'PHONE' });
    await office.toCase();
    await office.openAct('acceptReturn');
    await office.confirmAct('acceptReturn', { appliedOn: today });
    await office.toCase();
    await office.openAct('confirmReturn');
    await office.confirmAct('confirmReturn', { returnedOn: today, placedClass: '五年二班' });
    await office.toCase();
  });
  await recorder.step('國小：個案結案', async () => {
    await office.openAct('close');
    await office.confirmAct('close', { closeReason: 'MOVED_AFTER_RETURN' });
    await office.toCase();
    await office.waitForSync();
    await office.page.getByText(t('state.compulsory.CLOSED')).first().waitFor();
    await office.page.getByRole('tab', { name: t('timeline.title') }).click();
    await recorder.picture(office.page, 'dropout-timeline');
    await office.openList();
    await recorder.picture(office.page, 'dropout-list');
  });
}
