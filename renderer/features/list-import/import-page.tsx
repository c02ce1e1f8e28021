import { Button, Loader } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ImportKind } from '../../../shared/domain/import/heads.ts';
import { findText } from '../../../shared/forms/format-value.ts';
import { checkSentence } from '../../bridge/failure-text.ts';
import { useText } from '../../bridge/text.ts';
import { FieldFrame } from '../../ui/form/field-frame.tsx';
import { RadioRows } from '../../ui/form/option-rows.tsx';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { goodNews } from '../../ui/toast/toast.ts';
import { ColumnGuide } from './column-guide.tsx';
import { FateTable } from './fate-table.tsx';
import { countFates } from './fates.ts';
import { ImportSheet } from './import-sheet.tsx';
import { ListDrop } from './list-drop.tsx';
import { useImport, type ImportState } from './use-import.ts';
import css from './list-import.module.css';

/** 名單匯入 of 管理者: schools, or 校內人員. First the fate of each line, then it is written. */
export function ImportPage() {
  const t = useText();
  const { kind, state, failure, busy, pick, choose, again, send } = useImport();
  const [asking, setAsking] = useState(false);
  const counts = state.step === 'judged' ? countFates(state.rows) : null;
  const ready = counts === null ? 0 : counts.create + counts.update;
  const write = async (): Promise<void> => {
    if (!(await send())) return;
    setAsking(false);
    goodNews(t('imports.written', { count: ready }));
  };
  return (
    <Page
      title={t('menu.imports')}
      purpose={t('imports.purpose')}
      action={
        ready === 0 ? null : (
          <Button onClick={() => setAsking(true)}>{t('imports.import', { count: ready })}</Button>
        )
      }
    >
      <KindField kind={kind} onChoose={choose} />
      <ColumnGuide kind={kind} />
      <ListDrop onPick={(file) => void pick(file)} />
      <Outcome kind={kind} state={state} onAgain={again} />
      {asking && counts !== null ? (
        <ImportSheet
          kind={kind}
          counts={counts}
          busy={busy}
          failure={failure}
          onImport={() => void write()}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Page>
  );
}

function KindField({
  kind,
  onChoose,
}: {
  readonly kind: ImportKind;
  readonly onChoose: (kind: ImportKind) => void;
}) {
  const t = useText();
  return (
    <FieldFrame group label={t('imports.kind')} hint={undefined} required problem={undefined}>
      {(wiring) => (
        <RadioRows
          options={(['schools', 'staff'] as const).map((code) => ({
            code,
            label: t(`imports.kind.${code}`),
          }))}
          value={kind}
          required
          wiring={wiring}
          onChoose={(code) => onChoose(code === 'staff' ? 'staff' : 'schools')}
        />
      )}
    </FieldFrame>
  );
}

interface OutcomeProps {
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly onAgain: () => void;
}

function Outcome({ kind, state, onAgain }: OutcomeProps) {
  const t = useText();
  switch (state.step) {
    case 'none':
      return null;
    case 'checking':
      return (
        <p role="status" className={css['checking']}>
          <Loader size="sm" aria-hidden /> {t('imports.checking', { name: state.name })}
        </p>
      );
    case 'unread':
      return (
        <Notice tone="error">
          {t('imports.unread', { name: state.name, why: t(`sheetProblem.${state.problem}`) })}
        </Notice>
      );
    case 'refused':
      return <Refused state={state} onAgain={onAgain} />;
    case 'judged':
    case 'done':
      return (
        <section className={css['outcome']} aria-label={t('imports.lines')}>
          <OutcomeTitle
            key={`title ${state.step} ${state.list.name}`}
            title={t(state.step === 'done' ? 'imports.doneTitle' : 'imports.judgedTitle', {
              name: state.list.name,
            })}
          />
          {state.step === 'judged' ? <Notice tone="info">{t('imports.nothingYet')}</Notice> : null}
          <FateTable
            key={`${state.step} ${state.list.name}`}
            kind={kind}
            rows={state.rows}
            done={state.step === 'done'}
          />
        </section>
      );
    default:
      return state satisfies never;
  }
}

/** Comes into sight and is read out when it comes: on a small screen it stands below the fold. */
function OutcomeTitle({ title }: { readonly title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // After a sheet has given the focus back.
    const timer = setTimeout(() => {
      heading.current?.focus({ preventScroll: true });
      heading.current?.scrollIntoView({ block: 'start' });
    });
    return () => clearTimeout(timer);
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} className={css['title']}>
      {title}
    </h2>
  );
}

/** The file as a whole was not taken: what is wrong with it, or with its heads. */
function Refused({
  state,
  onAgain,
}: {
  readonly state: ImportState & { readonly step: 'refused' };
  readonly onAgain: () => void;
}) {
  const t = useText();
  const { failure, list } = state;
  const sheet = findText(`sheetProblem.${failure.detail?.['reason']}`, t);
  if (failure.code === 'FILE_REFUSED' && sheet !== undefined) {
    return (
      <FailureNotice failure={failure} sentence={t('imports.unread', { name: list.name, why: sheet })} />
    );
  }
  if (failure.fields === undefined || failure.fields.length === 0) {
    return <AccountFailure failure={failure} retry={onAgain} />;
  }
  return (
    <Notice tone="error">
      {t('imports.heads', { name: list.name })}
      <ul className={css['heads']}>
        {failure.fields.map((field) => (
          <li key={`${field.code} ${field.detail?.['head'] ?? ''}`}>{checkSentence(t, field, field.path)}</li>
        ))}
      </ul>
    </Notice>
  );
}
