import type { CaseView } from '../../../shared/contract/core.ts';
import { groupIdentityNumber } from '../../../shared/domain/identity/normalise.ts';
import { textOf } from '../../../shared/forms/values.ts';
import { useFormat, useText } from '../../bridge/text.ts';
import { Answers } from '../../ui/form/answers.tsx';

/** 通報字號, 學生姓名, 身分證字號, 電話/手機, 出生日期: filled in by the system [A:700–706]. */
export function TrackingHead({ view }: { readonly view: CaseView }) {
  const t = useText();
  const format = useFormat();
  const { student, row } = view;
  const facts = {
    caseNumber: row.caseNumber ?? t('case.noNumber'),
    name: student.name,
    identityNumber: groupIdentityNumber(student.identityNumber),
    studentPhone: textOf(view.values, 'studentPhone'),
    birthDate: format.date(student.birthDate),
  };
  return (
    <Answers rows={Object.entries(facts).map(([id, text]) => ({ id, label: t(`field.${id}`), text }))} />
  );
}
