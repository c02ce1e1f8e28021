import { leavingAnswers, trackingAnswers } from './answers.ts';
import type { Recorder } from './recorder.ts';
import type { Cast } from './cast.ts';
import { t } from './words.ts';

const NOTE = '家長表示學生對科系沒有興趣，想先休息一陣子。已約家訪並請輔導室協助。';

/** Online: a teacher files, the primary reporter reports, the counsellor suggests closing, the case is closed. */
export async function leavingStory(recorder: Recorder, cast: Cast): Promise<void> {
  await teacherFiles(recorder, cast);
  await primaryReports(recorder, cast);
  await counselorSuggests(recorder, cast);
  await primaryCloses(recorder, cast);
}

const student = ({ samples }: Cast) => {
  const found = samples.xr.ordinary[0];
  if (found === undefined) throw new Error('the demo has no ordinary student');
  return found;
};

async function teacherFiles(recorder: Recorder, cast: Cast): Promise<void> {
  const { teacher, samples, leftOn } = cast;
  const { identity_number: identityNumber, name } = student(cast);
  await recorder.step('導師開啟應用程式', async () => {
    await teacher.computer.start();
    await teacher.page.getByRole('img', { name: t('signIn.captchaImage') }).waitFor();
    await recorder.picture(teacher.page, 'sign-in');
  });
  await recorder.step('導師登入', async () => {
    await teacher.signIn();
    await recorder.picture(teacher.page, 'home');
  });
  await recorder.step('已滿18歲的學生：顯示訊息並阻擋', async () => {
    await teacher.openList();
    await recorder.picture(teacher.page, 'empty-list');
    await teacher.page.keyboard.press('Control+n');
    const adult = samples.xr.adultToday[0];
    await teacher.page
      .getByRole('textbox', { name: new RegExp(t('fileCase.identityNumber')) })
      .fill(adult?.identity_number ?? '');
    await teacher.button('fileCase.lookUp').click();
    await teacher.page.getByText(t('failure.ADULT')).waitFor();
    await recorder.picture(teacher.page, 'adult-blocked');
  });
  await recorder.step('視窗1：身分證字號，學籍資料勾稽', async () => {
    await teacher.startFiling(identityNumber);
    await teacher.page.getByText(name).first().waitFor();
    await recorder.picture(teacher.page, 'window-1');
  });
  await recorder.step('視窗2與視窗3，檢視', async () => {
    const answers = leavingAnswers(leftOn);
    await teacher.next();
    await teacher.fillWindow(0, answers);
    await recorder.picture(teacher.page, 'window-2');
    await teacher.next();
    await teacher.fillWindow(1, answers);
    await recorder.picture(teacher.page, 'window-3');
    await teacher.next();
    await recorder.picture(teacher.page, 'review');
  });
  await recorder.step('提交後追蹤紀錄視窗自動開啟', async () => {
    await teacher.submit();
    await teacher.writeTracking(trackingAnswers(NOTE));
    await recorder.picture(teacher.page, 'tracking-window');
    await teacher.sendTracking();
    await teacher.waitForSync();
    await recorder.picture(teacher.page, 'case-tracking');
  });
}

async function primaryReports(recorder: Recorder, cast: Cast): Promise<void> {
  const { primary } = cast;
  const { name } = student(cast);
  await recorder.step('主通登入，首頁有待通報', async () => {
    await primary.computer.start();
    await primary.signIn();
    await primary.page.getByText(name).first().waitFor();
    await recorder.picture(primary.page, 'home-primary');
  });
  await recorder.step('主通通報', async () => {
    await primary.openList();
    await primary.page
      .getByRole('button', { name: t('cases.actNamed', { act: t('action.report'), name }) })
      .waitFor();
    await recorder.picture(primary.page, 'list-pending-report');
    await primary.page
      .getByRole('button', { name: t('cases.actNamed', { act: t('action.report'), name }) })
      .click();
    await primary.page.getByRole('dialog').waitFor();
    await recorder.picture(primary.page, 'report-sheet');
    await primary.confirmAct('report');
    await recorder.picture(primary.page, 'reported');
    await primary.toCase();
    await primary.waitForSync();
  });
  await recorder.step('尚無建議結案：結案上鎖並說明原因', async () => {
    await primary.openList();
    await primary.page
      .getByRole('gridcell', { name: new RegExp(t('state.senior-high.TRACKING')) })
      .first()
      .waitFor();
    const locked = t('lock.named', { act: t('action.close'), reason: t('lock.NO_CLOSE_SUGGESTION') });
    await primary.page.getByRole('button', { name: locked }).first().hover();
    await recorder.picture(primary.page, 'close-locked');
  });
}

async function counselorSuggests(recorder: Recorder, cast: Cast): Promise<void> {
  const { counselor } = cast;
  const { name } = student(cast);
  await recorder.step('輔導人員新增追蹤紀錄，建議結案', async () => {
    await counselor.computer.start();
    await counselor.signIn();
    await counselor.openCase(name);
    await counselor.addTracking();
    await counselor.writeTracking(trackingAnswers('學生已返校上課，狀況穩定，建議結案。', 'BACK_TO_SCHOOL'));
    await counselor.sendTracking();
    await counselor.waitForSync();
    await recorder.picture(counselor.page, 'pending-close');
  });
}

async function primaryCloses(recorder: Recorder, cast: Cast): Promise<void> {
  const { primary } = cast;
  const { name } = student(cast);
  await recorder.step('主通結案（學籍所在比對）', async () => {
    await primary.openList();
    const close = primary.page.getByRole('button', {
      name: t('cases.actNamed', { act: t('action.close'), name }),
    });
    await close.waitFor({ timeout: 60_000 });
    await close.click();
    await primary.page.getByRole('dialog').waitFor();
    await recorder.picture(primary.page, 'close-sheet');
    await primary.confirmAct('close');
    await primary.toCase();
    await primary.waitForSync();
    await primary.page.getByText(t('state.senior-high.CLOSED')).first().waitFor();
    await primary.page.getByRole('tab', { name: t('timeline.title') }).click();
    await recorder.picture(primary.page, 'timeline');
  });
  await recorder.step('列印學生通報紀錄表與學生追蹤紀錄表', async () => {
    await primary.savePdf('report', recorder.file('學生通報紀錄表.pdf'));
    await recorder.picture(primary.page, 'print-report');
    await primary.openCase(name);
    await primary.savePdf('tracking', recorder.file('學生追蹤紀錄表.pdf'));
    await recorder.picture(primary.page, 'print-tracking');
  });
}
