import type { CaseAct } from '../../../shared/domain/case/action.ts';
import type { FormValues } from '../../../shared/forms/values.ts';
import { dropoutAnswers } from '../story/answers.ts';
import type { Person } from '../story/person.ts';
import { t } from '../story/words.ts';
import { getStudent, type School } from './school.ts';
import type { See } from './sights.ts';

/** An office of a 國小: the sheets that only the compulsory regime has. */
export async function tourOffice(see: See, school: School, office: Person): Promise<void> {
  const { computer } = office;
  const { samples, leftOn, today } = school;
  const student = getStudent(samples.zx.ordinary, 0);
  await computer.start();
  await office.signIn();
  await office.startFiling(student.identity_number);
  await office.next();
  await office.fillWindow(0, dropoutAnswers(leftOn));
  await office.next();
  await office.fillWindow(1, dropoutAnswers(leftOn));
  await see('compulsory, filing, case', computer);
  await office.next();
  await office.submit();
  await office.page.getByRole('heading', { level: 1, name: student.name }).waitFor();

  const act = async (name: CaseAct & SheetAct, values: FormValues): Promise<void> => {
    await office.openAct(name);
    await see(`compulsory, sheet, ${name}`, computer);
    await office.confirmAct(name, values);
    await office.toCase();
  };
  await act('report', {});
  const found = { foundOn: today, foundBy: 'PARENTS', notifiedBy: 'PHONE' };
  await act('find', found);
  await act('loseAgain', { lostOn: today, reason: '離家，電話未接。' });
  await office.openAct('find');
  await office.confirmAct('find', found);
  await office.toCase();
  await act('acceptReturn', { appliedOn: today });
  await act('confirmReturn', { returnedOn: today, placedClass: '五年二班' });
  await act('close', { closeReason: 'MOVED_AFTER_RETURN' });
  await office.page.getByRole('tab', { name: t('timeline.title') }).click();
  await see('compulsory, timeline', computer);
}

type SheetAct = 'report' | 'find' | 'loseAgain' | 'acceptReturn' | 'confirmReturn' | 'close';
