import type { KeyboardEvent, ReactNode } from 'react';

interface Props {
  /** Name of the form for screen readers. */
  readonly label: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** Chromium marks keys that an input method takes with this code even where `isComposing` is late. */
const TAKEN_BY_INPUT_METHOD = 229;

/** Whether the key belongs to an input method: its Enter picks a word and is no 提交. */
export const isComposing = (event: Pick<globalThis.KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD;

/** A form that Enter in a line submits, except the Enter of an input method (interface.md). */
export function SubmitForm({ label, onSubmit, children }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    const inLine = event.target instanceof HTMLInputElement;
    if (event.key === 'Enter' && inLine && isComposing(event.nativeEvent)) event.preventDefault();
  };
  return (
    <form
      noValidate
      aria-label={label}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
