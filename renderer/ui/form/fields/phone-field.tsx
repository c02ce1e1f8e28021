import { TextInput } from '@mantine/core';
import { FieldFrame } from '../field-frame.tsx';
import { oneOf, type FieldProps } from '../field-props.ts';
import { useInvisibleNotice } from '../invisible-notice.ts';

/** 電話/手機: one or more numbers with `;` between them, kept as typed until they are stored. */
export function PhoneField(props: FieldProps<'phone'>) {
  const text = oneOf(props.value);
  const notice = useInvisibleNotice(text);
  return (
    <FieldFrame {...props} notice={notice}>
      {(wiring) => (
        <TextInput
          id={wiring.id}
          type="tel"
          value={text}
          error={wiring.invalid}
          aria-required={props.required}
          attributes={{ input: wiring.aria }}
          autoComplete="off"
          onChange={(event) => props.change(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
