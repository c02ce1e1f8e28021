import { Button, Group } from '@mantine/core';
import type { AccountPaper } from '../../../shared/contract/account-paper.ts';
import { useText } from '../../bridge/text.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { paperPersonOf, type Entries } from './entries.ts';
import type { Registered } from './use-register.ts';
import css from './register.module.css';

interface Props {
  readonly registered: Registered;
  readonly entries: Entries;
  readonly onPaper: (paper: AccountPaper) => void;
  readonly onBack: () => void;
}

/** After 提交申請: what the person does next, and which papers that takes. */
export function RegisterDone({ registered, entries, onPaper, onBack }: Props) {
  const t = useText();
  const { reviewer, school } = registered;
  const primary = entries.way === 'primary';
  const person = paperPersonOf({ ...entries, school });
  const next = primary
    ? [t(`register.letter.${school.jurisdiction}`), t('register.next.agency')]
    : [t(reviewer === 'primary' ? 'register.next.primary' : 'register.next.agency')];
  return (
    <div className={css['form']}>
      <Notice tone="info">
        {t('register.received', { name: entries.name.trim(), school: school.name })}
      </Notice>
      <h2 className={css['heading']}>{t('register.nextTitle')}</h2>
      <ol className={css['steps']}>
        {[...next, t('register.next.mail', { email: entries.email.trim() })].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Group justify="space-between">
        <Group>
          {primary ? (
            <>
              <Button onClick={() => onPaper({ form: 'letter', about: 'primary', person })}>
                {t('register.printLetter')}
              </Button>
              <Button variant="default" onClick={() => onPaper({ form: 'accountForm', person })}>
                {t('register.printFilled')}
              </Button>
            </>
          ) : null}
        </Group>
        <Button variant={primary ? 'default' : 'filled'} onClick={onBack}>
          {t('register.back')}
        </Button>
      </Group>
    </div>
  );
}
