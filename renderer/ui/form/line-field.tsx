import { PasswordInput, TextInput } from '@mantine/core';
import type { ClipboardEvent } from 'react';
import type { FieldFailure } from '../../../shared/failure.ts';
import { useText } from '../../bridge/text.ts';
import { FieldFrame, type Wiring } from './field-frame.tsx';
import { useInvisibleNotice } from './invisible-notice.ts';

interface Props {
  /** Name of the field in failures; `focusField` finds it by this. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onLeave?: () => void;
  readonly problem: FieldFailure | undefined;
  /** Told calmly below the field. */
  readonly notice?: string | undefined;
  readonly inputMode?: 'text' | 'email' | 'tel' | 'numeric';
  /** Typed unseen, with an eye to show it; never offered to be remembered (security §4). */
  readonly secret?: boolean;
  /** Has the focus when the page comes; `dialog`: when the dialog comes that it stands in. */
  readonly autoFocus?: boolean | 'dialog';
  readonly onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void;
}

/** One line of a form that is no case form. Nothing is cut: what is too long stays and is told. */
export function LineField(props: Props) {
  const { id, label, hint, required = false, value, onLeave, problem, notice, secret = false } = props;
  const invisible = useInvisibleNotice(secret ? '' : value);
  return (
    <div data-field={id} onBlur={onLeave}>
      <FieldFrame
        label={label}
        hint={hint}
        required={required}
        problem={problem}
        notice={notice ?? invisible}
      >
        {(wiring) => <LineInput {...props} wiring={wiring} />}
      </FieldFrame>
    </div>
  );
}

function LineInput(props: Props & { readonly wiring: Wiring }) {
  const t = useText();
  const { wiring, value, onChange, onPaste, required, inputMode, autoFocus, secret, label } = props;
  const common = {
    id: wiring.id,
    value,
    error: wiring.invalid,
    'aria-required': required,
    autoComplete: 'off',
    autoCapitalize: 'none',
    spellCheck: false,
    ...(inputMode === undefined ? {} : { inputMode }),
    ...(autoFocus === true ? { autoFocus: true } : {}),
    // The dialog gives it, and gives it back afterwards.
    ...(autoFocus === 'dialog' ? { 'data-autofocus': true } : {}),
    ...(onPaste === undefined ? {} : { onPaste }),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange(event.currentTarget.value),
  };
  if (secret !== true) return <TextInput {...common} attributes={{ input: wiring.aria }} />;
  return (
    <PasswordInput
      {...common}
      attributes={{ innerInput: wiring.aria }}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t('form.show', { label }) }}
    />
  );
}
