import { useText } from '../../../bridge/text.ts';
import { FieldFrame } from '../field-frame.tsx';
import { manyOf, type FieldProps } from '../field-props.ts';
import { CheckRows } from '../option-rows.tsx';
import { toggleCode } from '../toggle-code.ts';

/** Several codes of a table as large check rows. */
export function ChoicesField(props: FieldProps<'choices'>) {
  const t = useText();
  const { field, change } = props;
  const codes = manyOf(props.value);
  return (
    <FieldFrame {...props} group>
      {(wiring) => (
        <div role="group" aria-labelledby={wiring.labelId} aria-describedby={wiring.described}>
          <CheckRows
            options={field.codes.map((code) => ({ code, label: t(`${field.table}.${code}`) }))}
            values={codes}
            described={wiring.described}
            invalid={wiring.invalid}
            onToggle={(code) => change(toggleCode(codes, code, field.exclusive))}
          />
        </div>
      )}
    </FieldFrame>
  );
}
