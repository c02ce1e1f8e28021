import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { CaseView } from '../../../shared/contract/core.ts';
import type { CaseAct } from '../../../shared/domain/case/action.ts';
import { findText } from '../../../shared/forms/format-value.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { useGo } from '../../bridge/navigation.tsx';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import classes from '../../ui/act-sheet/act-sheet.module.css';
import { Notice } from '../../ui/notice/notice.tsx';
import { DeliveryWord } from '../../ui/tone/delivery-word.tsx';
import { closingReason, PAPERS } from './act-facts.ts';

interface Props {
  readonly view: CaseView;
  readonly act: CaseAct;
  readonly onClose: () => void;
}

/** What happened and what is next: paper, a filing that must follow, the next case that waits. */
export function AfterAct({ view, act, onClose }: Props) {
  const t = useText();
  const happened = useRef<HTMLParagraphElement>(null);
  useEffect(() => happened.current?.focus(), []);
  const go = useGo();
  const regime = REGIMES[view.row.regime];
  const { caseId } = view.row;
  const now = useCoreQuery('case.get', { caseId });
  const desk = useCoreQuery('desk.list', {});
  const delivery = now.data?.row.delivery;
  const reason = closingReason(regime, act, view);
  const mustFollow = reason === null ? undefined : findText(`act.afterReason.${reason}`, t);
  const wanted = PAPERS[act];
  const paper = wanted !== undefined && regime.papers[wanted] !== undefined ? wanted : undefined;
  const next = desk.data?.groups
    .find((group) => group.regime === regime.id && group.action === act)
    ?.rows.find((row) => row.caseId !== caseId);
  return (
    <>
      <div className={classes['stack']}>
        <p ref={happened} tabIndex={-1}>
          {t('act.happened', { done: t(`done.${act}`), name: view.student.name })}
        </p>
        {delivery !== undefined && <DeliveryWord delivery={delivery} />}
        {delivery !== undefined && delivery !== 'received' && <p>{t('act.sentLater')}</p>}
        {mustFollow !== undefined && (
          <Notice
            tone="attention"
            action={
              <Button variant="default" onClick={() => go({ page: 'newCase', regime: regime.id })}>
                {t('act.fileNext')}
              </Button>
            }
          >
            {mustFollow}
          </Notice>
        )}
      </div>
      <div className={classes['foot']}>
        <Button variant="default" onClick={onClose}>
          {t('act.toCase')}
        </Button>
        {next !== undefined && (
          <Button variant="default" onClick={() => go({ page: 'case', caseId: next.caseId, open: act })}>
            {t('act.next', { name: next.name })}
          </Button>
        )}
        {paper !== undefined && (
          <Button onClick={() => go({ page: 'print', caseId, form: paper })}>
            {t(`act.print.${paper}`)}
          </Button>
        )}
      </div>
    </>
  );
}
