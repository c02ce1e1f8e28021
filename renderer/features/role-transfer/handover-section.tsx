import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AccountPaper } from '../../../shared/contract/account-paper.ts';
import type { Handover } from '../../../shared/contract/core.ts';
import { formatRocDate, formatRocDateTime } from '../../../shared/domain/calendar/roc-date-format.ts';
import { useNavigation } from '../../bridge/navigation.tsx';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import css from './role-transfer.module.css';

const TITLE_ID = 'handover-title';

/** 移交清單: what the outgoing 主通 leaves behind, to be looked at before 提交申請 and to be printed. */
export function HandoverSection({ onPaper }: { readonly onPaper: (paper: AccountPaper) => void }) {
  const t = useText();
  const { data, error, isPending, refetch } = useCoreQuery('handover.get', {});
  return (
    <section className={css['section']} aria-label={t('papers.handover')}>
      <div className={css['head']}>
        <h2 id={TITLE_ID} tabIndex={-1} className={css['title']}>
          {t('papers.handover')}
        </h2>
        <Button variant="default" data-shortcut="print" onClick={() => onPaper({ form: 'handover' })}>
          {t('roleChange.printHandover')}
        </Button>
      </div>
      <p className={css['purpose']}>{t('roleChange.handoverPurpose')}</p>
      {error === null ? null : <AccountFailure failure={error} retry={() => void refetch()} />}
      {isPending ? <Loader aria-label={t('roleChange.loading')} /> : null}
      {data === undefined ? null : <Lists handover={data} />}
    </section>
  );
}

/** Above the form, since the list below it may be long: how much there is to hand over. */
export function HandoverSummary() {
  const t = useText();
  const { data } = useCoreQuery('handover.get', {});
  if (data === undefined) return null;
  const { cases, unsent, approvals } = data;
  const counts = { cases: cases.length, unsent: unsent.length };
  return (
    <Notice
      tone={unsent.length > 0 ? 'attention' : 'info'}
      action={
        <Button variant="default" onClick={() => document.getElementById(TITLE_ID)?.focus()}>
          {t('roleChange.toHandover')}
        </Button>
      }
    >
      {approvals === null
        ? t('roleChange.summaryOffline', counts)
        : t('roleChange.summary', { ...counts, approvals: approvals.length })}
    </Notice>
  );
}

function Lists({ handover }: { readonly handover: Handover }) {
  const t = useText();
  const { go, href } = useNavigation();
  const { cases, unsent, helpers, approvals } = handover;
  return (
    <>
      <Part title={t('papers.handover.cases', { count: cases.length })} none={t('papers.handover.noCases')}>
        {cases.map(({ row, due, dueFor }) => {
          const place = { page: 'case', caseId: row.caseId } as const;
          return (
            <li key={row.caseId}>
              <a
                className={css['link']}
                href={href(place)}
                onClick={(event) => {
                  event.preventDefault();
                  go(place);
                }}
              >
                {row.caseNumber ?? t('print.noCaseNumber')}　{row.name}
              </a>
              <span>{t(`state.${row.regime}.${row.state}`)}</span>
              <span>
                {due === null
                  ? t('roleChange.noDue')
                  : t('roleChange.due', {
                      date: formatRocDate(due),
                      what: dueFor === null ? '' : t(`term.${dueFor}`),
                    })}
              </span>
            </li>
          );
        })}
      </Part>
      <Part
        title={t('papers.handover.unsent', { count: unsent.length })}
        none={t('papers.handover.noUnsent')}
        notice={
          unsent.length === 0 ? null : (
            <Notice
              tone="attention"
              action={
                <Button variant="default" onClick={() => go({ page: 'outbox' })}>
                  {t('menu.outbox')}
                </Button>
              }
            >
              {t('roleChange.sendFirst')}
            </Notice>
          )
        }
      >
        {unsent.map((item) => (
          <li key={item.opId}>
            <span>{item.name}</span>
            <span>{t(`action.${item.action}`)}</span>
            <span>{t(`delivery.${item.delivery}`)}</span>
          </li>
        ))}
      </Part>
      <Part
        title={t('papers.handover.helpers', { count: helpers.length })}
        none={t('papers.handover.noHelpers')}
      >
        {helpers.map(({ caseId, name }) => (
          <li key={`${caseId} ${name}`}>
            <span>{name}</span>
          </li>
        ))}
      </Part>
      <Part
        title={t('papers.handover.approvals', { count: approvals?.length ?? 0 })}
        none={t(approvals === null ? 'papers.handover.approvalsUnknown' : 'papers.handover.noApprovals')}
      >
        {(approvals ?? []).map(({ requestId, kind, name, createdAt }) => (
          <li key={requestId}>
            <span>{name}</span>
            <span>{t(`requestKind.${kind}`)}</span>
            <span>{formatRocDateTime(createdAt)}</span>
          </li>
        ))}
      </Part>
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly none: string;
  readonly notice?: ReactNode;
  readonly children: readonly ReactNode[];
}

function Part({ title, none, notice = null, children }: PartProps) {
  return (
    <>
      <h3 className={css['part']}>{title}</h3>
      {notice}
      {children.length === 0 ? (
        <p className={css['purpose']}>{none}</p>
      ) : (
        <ul className={css['list']}>{children}</ul>
      )}
    </>
  );
}
