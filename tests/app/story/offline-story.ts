import { leavingAnswers, trackingAnswers } from './answers.ts';
import type { Recorder } from './recorder.ts';
import type { Cast } from './cast.ts';
import { t } from './words.ts';

/** Central stops; filing, tracking, reporting, closing and printing go on; a kill loses nothing; then all arrives. */
export async function offlineStory(recorder: Recorder, cast: Cast): Promise<void> {
  const { central, primary, samples, leftOn } = cast;
  const student = samples.xr.ordinary[1];
  const second = samples.xr.ordinary[2];
  if (student === undefined || second === undefined) throw new Error('the demo has too few students');
  const answers = leavingAnswers(leftOn);

  await recorder.step('central 停止：離線狀態', async () => {
    await central.stop();
    await primary.openList();
    await primary.page
      .getByText(new RegExp(t('sync.offline')))
      .first()
      .waitFor({ timeout: 60_000 });
    await recorder.picture(primary.page, 'offline');
  });
  await recorder.step('離線填報：連線後檢查', async () => {
    await primary.startFiling(student.identity_number, typed(student));
    await recorder.picture(primary.page, 'offline-window-1');
    await primary.fillFiling(answers);
    await primary.submit();
  });
  await recorder.step('離線追蹤', async () => {
    await primary.writeTracking(trackingAnswers('電話聯絡家長，學生在親戚家。'));
    await primary.sendTracking();
    await recorder.picture(primary.page, 'offline-case');
  });
  await recorder.step('離線通報與建議結案、結案', async () => {
    await primary.openAct('report');
    await primary.confirmAct('report');
    await primary.toCase();
    await primary.addTracking();
    await primary.writeTracking(trackingAnswers('學生確定放棄學籍，家長已辦理手續。', 'GIVES_UP_STATUS'));
    await primary.sendTracking();
    await primary.openAct('close');
    await primary.confirmAct('close');
    await primary.toCase();
    await recorder.picture(primary.page, 'offline-closed');
  });
  await recorder.step('離線列印：離線列印，待系統確認', async () => {
    await primary.savePdf('tracking', recorder.file('離線列印.pdf'));
    await recorder.picture(primary.page, 'offline-print');
  });
  await recorder.step('填到一半時 kill -9', async () => {
    await primary.startFiling(second.identity_number, typed(second));
    await primary.next();
    await primary.fillWindow(0, answers);
    await primary.page
      .getByText(/已暫存/)
      .first()
      .waitFor();
    // The draft is saved every few seconds; the kill comes after the screen said so.
    await primary.page.waitForTimeout(2500);
    await recorder.picture(primary.page, 'before-kill');
    await primary.computer.kill();
  });
  await recorder.step('重新開啟，離線以保險庫登入，草稿與待送出都在', async () => {
    await primary.computer.start();
    await primary.signIn(false);
    await primary.page.getByText(second.name).first().waitFor();
    await recorder.picture(primary.page, 'after-kill');
    await primary.page
      .getByRole('link', { name: t('menu.outbox') })
      .first()
      .click();
    await primary.page.getByRole('heading', { level: 1, name: t('menu.outbox') }).waitFor();
    await primary.page.getByText(new RegExp(student.name)).first().waitFor();
    await recorder.picture(primary.page, 'outbox');
  });
  await recorder.step('從草稿接著填，提交', async () => {
    await primary.page
      .getByRole('link', { name: t('menu.home') })
      .first()
      .click();
    await primary.page
      .getByRole('button', { name: t('home.goOn') })
      .or(primary.page.getByRole('link', { name: new RegExp(t('home.goOn')) }))
      .first()
      .click();
    const address = primary.page.getByRole('textbox', { name: new RegExp(`^${t('field.address')}`) });
    await address.waitFor();
    if ((await address.inputValue()) !== answers['address']) throw new Error('the draft lost what was typed');
    await primary.next();
    await primary.fillWindow(1, answers);
    await primary.next();
    await primary.submit();
    await primary.writeTracking(trackingAnswers('離線期間第一次聯絡。'));
    await primary.sendTracking();
  });
  await recorder.step('central 恢復：依序送達，各一次', async () => {
    await central.startAgain();
    await primary.waitForSync();
    await primary.openCase(student.name);
    await primary.page.getByText(t('state.senior-high.CLOSED')).first().waitFor();
    await primary.page.getByRole('tab', { name: t('timeline.title') }).click();
    await recorder.picture(primary.page, 'arrived');
  });
}

/** What a person types while the register cannot be asked. */
const typed = ({ name, birth_date: birthDate }: { name: string; birth_date: string }) => ({
  name,
  birthDate,
});
