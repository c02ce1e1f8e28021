import { Button, Group } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useText } from '../../bridge/text.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { fingerprint } from './fingerprint.ts';
import css from './faults.module.css';

/** A fault of the program itself: what is certain, an id to report, and ways on. */
export function FaultPage({ error, reset }: Pick<ErrorComponentProps, 'error' | 'reset'>) {
  const t = useText();
  return (
    <main className={css['fault']}>
      <h1>{t('fault.title')}</h1>
      <Notice tone="error">
        {t('failure.UNEXPECTED')} {t('failure.reportId', { reportId: fingerprint(error) })}
      </Notice>
      <Group>
        <Button onClick={reset}>{t('notice.retry')}</Button>
        <Button variant="default" onClick={() => window.location.reload()}>
          {t('fault.reload')}
        </Button>
      </Group>
    </main>
  );
}
