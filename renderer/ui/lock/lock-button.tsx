import { Button, Tooltip, type ButtonProps } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { Verdict } from '../../../shared/domain/case/action.ts';
import { useText } from '../../bridge/text.ts';
import css from './lock.module.css';

interface Props extends Omit<ButtonProps, 'onClick' | 'disabled'> {
  readonly label: string;
  readonly verdict: Verdict;
  readonly onPress: () => void;
}

/**
 * A button of an act. Locked, it can still be reached by Tab and says why, on hover and on focus
 * [A:1294–1296]; it is not `disabled`, because a disabled button tells nobody anything.
 */
export function LockButton({ label, verdict, onPress, ...look }: Props) {
  const t = useText();
  if (verdict.allowed)
    return (
      <Button {...look} onClick={onPress}>
        {label}
      </Button>
    );
  const reason = t(`lock.${verdict.reason}`);
  return (
    <Tooltip label={reason}>
      <Button
        {...look}
        variant="default"
        className={css['locked']}
        leftSection={<IconLock size="1em" aria-hidden />}
        aria-disabled
        aria-label={t('lock.named', { act: label, reason })}
      >
        {label}
      </Button>
    </Tooltip>
  );
}
