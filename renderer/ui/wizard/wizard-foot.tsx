import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../bridge/text.ts';
import classes from './wizard.module.css';

interface Props {
  /** Null on the first step. */
  readonly onBack: (() => void) | null;
  /** What stands on the right, the primary button last. */
  readonly children: ReactNode;
}

/** 上一步 on the left, what goes on on the right; always in the same place. */
export function WizardFoot({ onBack, children }: Props) {
  const t = useText();
  return (
    <div className={classes['foot']}>
      {onBack !== null && (
        <Button variant="default" onClick={onBack}>
          {t('wizard.back')}
        </Button>
      )}
      <div className={classes['end']}>{children}</div>
    </div>
  );
}
