import type { FieldFailure } from '../../../shared/failure.ts';
import { fieldLabel } from '../../../shared/forms/format-value.ts';
import { fieldsOf, type FormDef } from '../../../shared/forms/form.ts';
import { useText } from '../../bridge/text.ts';
import { ProblemList } from './problem-list.tsx';

interface Props {
  readonly form: FormDef;
  readonly problems: readonly FieldFailure[];
  /** Grows with each 提交 that was stopped; the first line then takes the focus. */
  readonly attempt: number;
  readonly onOpen: (fieldId: string) => void;
}

/** What is missing or wrong in a case form, each line a link to its field. */
export function ErrorSummary({ form, ...rest }: Props) {
  const t = useText();
  const fields = new Map(fieldsOf(form).map((field) => [field.id, field]));
  const labelOf = (path: string): string => {
    const field = fields.get(path);
    return field === undefined ? path : fieldLabel(form, field, t);
  };
  return <ProblemList {...rest} labelOf={labelOf} />;
}
