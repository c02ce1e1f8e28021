import { Button, Loader } from '@mantine/core';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { RequestDetail } from '../../../shared/contract/account-shapes.ts';
import { checkLetter } from '../../../shared/domain/account/letter.ts';
import type { Failure } from '../../../shared/failure.ts';
import { todayInTaipei } from '../../bridge/now.ts';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useRemembered } from '../../bridge/remembered.ts';
import { useText } from '../../bridge/text.ts';
import { focusField } from '../../ui/form/focus-field.ts';
import { useTyped } from '../../ui/form/use-typed.ts';
import { isDialogOpen } from '../../ui/keys/dialog-open.ts';
import { useKey } from '../../ui/keys/use-key.ts';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { RequestStatusWord } from '../../ui/tone/account-word.tsx';
import { DecideSheet } from './decide-sheet.tsx';
import type { Decision, TypedLetter } from './decision.ts';
import { LetterFields } from './letter-fields.tsx';
import { ScanViewer } from './scan-viewer.tsx';
import { TypedData } from './typed-data.tsx';
import css from './account-approval.module.css';

interface Props {
  readonly requestId: string;
  /** Keys of one letter are on. */
  readonly keys: boolean;
  /** Takes the focus when one comes to the request. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly arriving: RefObject<boolean>;
  readonly onDone: (detail: RequestDetail, decision: Decision) => void;
  readonly onGone: (failure: Failure) => void;
}

/** The request that is looked at, as central has it now. */
export function RequestPane(props: Props) {
  const t = useText();
  const query = useCoreQuery('request.get', { requestId: props.requestId });
  // Nothing is decided on an answer from before: it may be old by now.
  const detail = query.isFetchedAfterMount ? query.data : undefined;
  if (detail !== undefined) return <RequestView {...props} detail={detail} />;
  if (query.error !== null && !query.isFetching) {
    return <AccountFailure failure={query.error} retry={() => void query.refetch()} />;
  }
  return <Loader aria-label={t('frame.loading')} />;
}

function RequestView(props: Props & { readonly detail: RequestDetail }) {
  const { detail, keys, heading, arriving, onDone, onGone } = props;
  const t = useText();
  const root = useRef<HTMLDivElement>(null);
  const [deciding, setDeciding] = useState<Decision | null>(null);
  const { letter, change } = useLetter(detail);
  useEffect(() => {
    if (!arriving.current) return;
    arriving.current = false;
    heading.current?.focus();
  }, [arriving, heading]);

  const approve = (): void => {
    if (!letter.passes()) {
      const first = letter.problems[0]?.path;
      if (first !== undefined) focusField(root.current, first);
      return;
    }
    setDeciding('approve');
  };
  const byKey = (act: () => void) => (): void => {
    if (!isDialogOpen()) act();
  };
  useKey('approve', byKey(approve), keys && detail.mayDecide);
  useKey(
    'returnRequest',
    byKey(() => setDeciding('return')),
    keys && detail.mayDecide,
  );
  return (
    <div ref={root} className={css['request']}>
      <div className={css['head']}>
        <h2 ref={heading} tabIndex={-1} className={css['title']}>
          {t('approvals.one', { kind: t(`requestKind.${detail.kind}`), name: detail.name })}
        </h2>
        <RequestStatusWord status={detail.status} />
        {detail.mayDecide ? (
          <span className={css['acts']}>
            <Button variant="default" aria-keyshortcuts="R" onClick={() => setDeciding('return')}>
              {t('approvals.return')}
            </Button>
            <Button aria-keyshortcuts="A" onClick={approve}>
              {t('approvals.approve')}
            </Button>
          </span>
        ) : null}
      </div>
      {detail.status === 'pending' && !detail.mayDecide ? (
        <Notice tone="info">{t('approvals.notYours')}</Notice>
      ) : null}
      <div className={css['beside']} data-scans={detail.files.length > 0 || undefined}>
        <ScanViewer files={detail.files} keys={keys} />
        <div className={css['data']}>
          {detail.mayDecide && detail.needsLetter ? <LetterFields form={letter} change={change} /> : null}
          <TypedData detail={detail} />
          {detail.files.length === 0 ? <p className={css['sub']}>{t('approvals.noFiles')}</p> : null}
        </div>
      </div>
      {deciding === null ? null : (
        <DecideSheet
          detail={detail}
          decision={deciding}
          letter={letter.values}
          onClose={() => setDeciding(null)}
          onDone={(decision) => {
            setDeciding(null);
            onDone(detail, decision);
          }}
          onGone={(failure) => {
            setDeciding(null);
            onGone(failure);
          }}
          onRefused={({ fields = [] }) => {
            setDeciding(null);
            letter.refuse(fields);
          }}
        />
      )}
    </div>
  );
}

/** 文號／日期 as typed; they stay while one looks at another request. */
function useLetter({ requestId, needsLetter }: RequestDetail) {
  const [kept, keep] = useRemembered<TypedLetter>(`approvals.letter.${requestId}`, () => ({
    letterNumber: '',
    letterDate: '',
  }));
  const letter = useTyped(kept, ({ letterNumber: number, letterDate: date }) => {
    if (!needsLetter) return [];
    const checked = checkLetter({ number, date }, todayInTaipei());
    return checked.ok ? [] : checked.fields;
  });
  const change = (patch: Partial<TypedLetter>): void => {
    letter.change(patch);
    keep({ ...letter.values, ...patch });
  };
  return { letter, change };
}
