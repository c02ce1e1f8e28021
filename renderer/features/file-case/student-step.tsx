import { Button } from '@mantine/core';
import type { StudentFacts } from '../../../shared/domain/student/student.ts';
import { useText } from '../../bridge/text.ts';
import { StudentAnswers } from '../../ui/form/student-answers.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { StepTitle } from '../../ui/wizard/step-title.tsx';
import { WizardFoot } from '../../ui/wizard/wizard-foot.tsx';

interface Props {
  readonly student: StudentFacts;
  readonly onNext: () => void;
}

/** 視窗1 of a case that exists: its student stays, and is corrected in the register only. */
export function StudentStep({ student, onNext }: Props) {
  const t = useText();
  return (
    <>
      <StepTitle focus={false}>{t('section.student')}</StepTitle>
      <Notice tone="info">{t('fileCase.studentFixed')}</Notice>
      <StudentAnswers student={student} />
      <WizardFoot onBack={null}>
        <Button onClick={onNext}>{t('wizard.next')}</Button>
      </WizardFoot>
    </>
  );
}
