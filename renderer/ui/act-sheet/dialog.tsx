import { Modal } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useText } from '../../bridge/text.ts';

interface Props {
  readonly title: string;
  readonly size: 'lg' | 'xl';
  /** False where a click beside it would be an accident. */
  readonly closeByClickBeside?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Puts the focus back where it was; if that is gone, on the title of the page. */
function returnFocus(before: Element | null): void {
  const active = document.activeElement;
  if (active !== null && active !== document.body) return;
  const gone = before === null || before === document.body || !before.isConnected;
  const target = gone ? document.querySelector('h1') : before;
  if (target instanceof HTMLElement) target.focus();
}

/** A window over the page, for as long as it is rendered: the focus stays in it and returns after it. */
export function Dialog({ title, size, closeByClickBeside = true, onClose, children }: Props) {
  const t = useText();
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      setTimeout(() => returnFocus(before));
    };
  }, []);
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
