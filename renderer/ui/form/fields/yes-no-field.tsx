import { useText } from '../../../bridge/text.ts';
import { FieldFrame } from '../field-frame.tsx';
import { oneOf, type FieldProps } from '../field-props.ts';
import { RadioRows } from '../option-rows.tsx';

/** 是／否 */
export function YesNoField(props: FieldProps<'yesNo'>) {
  const t = useText();
  const options = ['yes', 'no'].map((code) => ({ code, label: t(`yesNo.${code}`) }));
  return (
    <FieldFrame {...props} group>
      {(wiring) => (
        <RadioRows
          options={options}
          value={oneOf(props.value)}
          required={props.required}
          wiring={wiring}
          onChoose={props.change}
        />
      )}
    </FieldFrame>
  );
}
