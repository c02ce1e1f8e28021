import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useText } from '../../bridge/text.ts';
import css from './filter-bar.module.css';

/** How long after the last stroke the list follows. */
const PAUSE_MS = 200;

interface Props {
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Literal text in 姓名, 學號, 通報字號; while an input method composes, the list waits for the word. */
export function FilterText({ text, onText }: Props) {
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
      className={css['text']}
      label={t('filter.text')}
      placeholder={t('filter.textHint')}
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
