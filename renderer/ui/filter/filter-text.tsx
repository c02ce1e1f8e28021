import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useText } from '../../bridge/text.ts';

/** How long after the last stroke the list follows. */
const PAUSE_MS = 200;

interface Props {
  readonly label: string;
  /** In what the text is looked for. */
  readonly hint: string;
  readonly className?: string | undefined;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Literal text that narrows a list; while an input method composes, the list waits for the word. */
export function FilterText({ label, hint, className, text, onText }: Props) {
  const t = useText();
  const [typed, setTyped] = useState(text);
  const composing = useRef(false);
  const follow = useDebouncedCallback(onText, PAUSE_MS);
  const type = (next: string): void => {
    setTyped(next);
    if (!composing.current) follow(next);
  };
  return (
    <TextInput
      {...(className === undefined ? {} : { className })}
      label={label}
      placeholder={hint}
      leftSection={<IconSearch size="1.1em" aria-hidden />}
      rightSection={
        typed === '' ? null : (
          <CloseButton size="sm" aria-label={t('filter.clearText')} onClick={() => type('')} />
        )
      }
      value={typed}
      maxLength={60}
      autoComplete="off"
      onChange={(event) => type(event.currentTarget.value)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        follow(event.currentTarget.value);
      }}
    />
  );
}
