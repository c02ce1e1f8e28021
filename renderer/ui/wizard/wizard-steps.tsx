import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useText } from '../../bridge/text.ts';
import classes from './wizard.module.css';

export interface WizardStep {
  readonly id: string;
  readonly title: string;
  /** Fields that are missing or wrong; null where nothing is counted. */
  readonly open: number | null;
  /** Cannot be gone to yet. */
  readonly locked: boolean;
}

interface Props {
  readonly steps: readonly WizardStep[];
  readonly active: number;
  readonly onStep: (index: number) => void;
}

/** The windows of a wizard in their order, each with what is still open. */
export function WizardSteps({ steps, active, onStep }: Props) {
  const t = useText();
  const state = ({ open, locked }: WizardStep) => {
    if (locked) return t('wizard.locked');
    if (open === null) return '';
    return open === 0 ? t('wizard.complete') : t('wizard.open', { n: open });
  };
  return (
    <nav aria-label={t('wizard.steps')}>
      <ol className={classes['steps']}>
        {steps.map((step, index) => (
          <li key={step.id} className={classes['step']}>
            <UnstyledButton
              className={classes['button'] ?? ''}
              disabled={step.locked}
              aria-current={index === active ? 'step' : undefined}
              onClick={() => onStep(index)}
            >
              <span className={classes['number']} aria-hidden="true">
                {step.open === 0 && !step.locked ? <IconCheck size="1.1rem" /> : index + 1}
              </span>
              <span>
                {step.title}
                <span className={classes['open']}>{state(step)}</span>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </nav>
  );
}
