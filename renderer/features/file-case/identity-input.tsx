import { TextInput } from '@mantine/core';
import { useLayoutEffect, useRef, useState, type ChangeEvent } from 'react';
import { groupIdentityNumber, normaliseIdentityNumber } from '../../../shared/domain/identity/normalise.ts';
import { removeInvisible } from '../../../shared/domain/plain-text/invisible.ts';
import type { FieldFailure } from '../../../shared/failure.ts';
import { useText } from '../../bridge/text.ts';
import { FieldFrame } from '../../ui/form/field-frame.tsx';

interface Props {
  /** Normalised. */
  readonly number: string;
  readonly problem: FieldFailure | undefined;
  readonly onType: (number: string) => void;
}

/** Place in the grouped text behind so many characters of the number. */
const caretBehind = (grouped: string, characters: number): number => {
  let seen = 0;
  for (let place = 0; place < grouped.length; place += 1) {
    if (seen === characters) return place;
    if (grouped.charAt(place) !== ' ') seen += 1;
  }
  return grouped.length;
};

/** 身份證字號: in groups, upper-case and half-width as it is typed (security 7.2); the caret stays. */
export function IdentityInput({ number, problem, onType }: Props) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);
  /** While an input method composes, its text is left alone. */
  const [composed, setComposed] = useState<string | null>(null);
  const [removed, setRemoved] = useState(false);
  const shown = composed ?? groupIdentityNumber(number);
  useLayoutEffect(() => {
    if (caret.current !== null) input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  const take = (text: string, place: number) => {
    const next = normaliseIdentityNumber(text);
    caret.current = caretBehind(
      groupIdentityNumber(next),
      normaliseIdentityNumber(text.slice(0, place)).length,
    );
    setComposed(null);
    setRemoved(removeInvisible(text).removed === 'invisible');
    onType(next);
  };
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    const { value, selectionStart } = event.currentTarget;
    if (event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing) setComposed(value);
    else take(value, selectionStart ?? value.length);
  };
  return (
    <FieldFrame
      label={t('fileCase.identityNumber')}
      hint={t('hint.identityNumber')}
      required
      problem={problem}
      notice={removed ? t('check.invisibleRemoved') : undefined}
    >
      {(wiring) => (
        <TextInput
          ref={input}
          id={wiring.id}
          value={shown}
          error={wiring.invalid}
          aria-required
          attributes={{ input: wiring.aria }}
          autoComplete="off"
          spellCheck={false}
          maw="20rem"
          onChange={change}
          onCompositionEnd={(event) =>
            take(event.currentTarget.value, event.currentTarget.selectionStart ?? Infinity)
          }
        />
      )}
    </FieldFrame>
  );
}
