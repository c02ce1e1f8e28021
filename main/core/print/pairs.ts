import type { PrintBlock } from '../../../shared/contract/print.ts';
import { formatRocDate } from '../../../shared/domain/calendar/roc-date-format.ts';
import type { StudentFacts } from '../../../shared/domain/student/student.ts';
import { isShown } from '../../../shared/forms/condition.ts';
import { fieldLabel, formatValue } from '../../../shared/forms/format-value.ts';
import type { FormDef, SectionDef } from '../../../shared/forms/form.ts';
import type { FormValues } from '../../../shared/forms/values.ts';
import type { Translate } from '../../../shared/text/index.ts';

export type Pair = Extract<PrintBlock, { kind: 'fields' }>['pairs'][number];

export const pair = (label: string, value: string, span: Pair['span'] = 2): Pair => ({
  label,
  value: value === '' ? '—' : value,
  span,
});

/** The answers of one section as they stand on the review page; what is not asked is left out. */
export const sectionPairs = (form: FormDef, section: SectionDef, values: FormValues, t: Translate): Pair[] =>
  section.fields
    .filter((field) => field.kind !== 'copy' && isShown(field, values))
    .map((field) =>
      pair(fieldLabel(form, field, t), formatValue(field, values[field.id], t), field.span ?? 4),
    );

/** Register data of the student 學籍資料, empty ones as a dash. */
export const studentPairs = (student: StudentFacts, t: Translate): Pair[] => {
  const coded = (table: string, code: string | null) => (code === null ? '' : t(`${table}.${code}`));
  return [
    pair(t('field.name'), student.name),
    pair(t('field.identityNumber'), student.identityNumber),
    pair(t('field.birthDate'), formatRocDate(student.birthDate)),
    pair(t('field.sex'), coded('sex', student.sex)),
    pair(t('field.studentNumber'), student.studentNumber ?? ''),
    pair(t('field.schoolSystem'), coded('schoolSystem', student.schoolSystem)),
    pair(t('field.department'), student.department ?? ''),
    pair(
      `${t('field.grade')}／${t('field.className')}`,
      [coded('grade', student.grade), student.className ?? ''].filter((part) => part !== '').join('　'),
    ),
  ];
};
