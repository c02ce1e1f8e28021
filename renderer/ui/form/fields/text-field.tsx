import { TextInput } from '@mantine/core';
import { FieldFrame } from '../field-frame.tsx';
import { oneOf, type FieldProps } from '../field-props.ts';
import { useInvisibleNotice } from '../invisible-notice.ts';

/** One line of text. Nothing is cut: what is too long stays and is told. */
export function TextField(props: FieldProps<'text'>) {
  const text = oneOf(props.value);
  const notice = useInvisibleNotice(text);
  return (
    <FieldFrame {...props} notice={notice}>
      {(wiring) => (
        <TextInput
          id={wiring.id}
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
