import { Button, Group, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { useCoreAct, useKnown } from '../../bridge/queries.ts';
import { useSession } from '../../bridge/session.tsx';
import { useText } from '../../bridge/text.ts';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { parseCentralAddress } from './central-address.ts';
import { EntryCard } from '../../ui/entry/entry-card.tsx';
import css from './sign-in.module.css';

/** The address of central: asked at the first start; `onDone` is there when it is being changed. */
export function CentralPage({ onDone }: { readonly onDone?: () => void }) {
  const t = useText();
  const { centralUrl, centralFixed } = useSession();
  const [typed, setTyped] = useState(centralUrl ?? '');
  const [wrong, setWrong] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { act, busy } = useCoreAct('central.set');
  const known = useKnown('session.get');
  const input = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const url = parseCentralAddress(typed);
    setWrong(url === null);
    setFailure(null);
    if (url === null) {
      input.current?.focus();
      return;
    }
    const result = await act({ url });
    if (!result.ok) {
      setFailure(result.failure);
      return;
    }
    known({}, result.value);
    onDone?.();
  };

  return (
    <EntryCard title={t('central.title')}>
      <p className={css['purpose']}>{t('central.purpose')}</p>
      {failure === null ? null : <FailureNotice failure={failure} />}
      {centralFixed ? <Notice tone="info">{t('central.fixed')}</Notice> : null}
      <form className={css['form']} onSubmit={submit} noValidate>
        <TextInput
          ref={input}
          label={t('central.url')}
          description={t('central.hint')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={wrong ? t('central.invalid') : null}
          maxLength={300}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          readOnly={centralFixed}
          required
          autoFocus
        />
        <Group justify="flex-end">
          {onDone === undefined ? null : (
            <Button variant="default" onClick={onDone}>
              {t('central.cancel')}
            </Button>
          )}
          <Button type="submit" loading={busy} disabled={centralFixed}>
            {t('central.submit')}
          </Button>
        </Group>
      </form>
    </EntryCard>
  );
}
