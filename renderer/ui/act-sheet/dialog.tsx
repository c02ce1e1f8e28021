import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../bridge/text.ts';
import { useFocusBack } from './use-focus-back.ts';

interface Props {
  readonly title: string;
  readonly size: 'lg' | 'xl';
  /** False where a click beside it would be an accident. */
  readonly closeByClickBeside?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A window over the page, for as long as it is rendered: the focus stays in it and returns after it. */
export function Dialog({ title, size, closeByClickBeside = true, onClose, children }: Props) {
  const t = useText();
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
      size={size}
      title={title}
      returnFocus={false}
      closeOnClickOutside={closeByClickBeside}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      {children}
    </Modal>
  );
}
