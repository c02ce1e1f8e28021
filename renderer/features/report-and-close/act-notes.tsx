import type { CaseView } from '../../../shared/contract/core.ts';
import type { CaseAct } from '../../../shared/domain/case/action.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { useText } from '../../bridge/text.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { closingReason, enrolmentRule, leadsToClosing } from './act-facts.ts';

interface Props {
  readonly regime: Regime;
  readonly act: CaseAct;
  readonly view: CaseView;
  readonly failure: Failure | null;
}

/** What this very case adds to the consequences: its closing reason, the enrolment check, warnings. */
export function ActNotes({ regime, act, view, failure }: Props) {
  const t = useText();
  const reason = closingReason(regime, act, view);
  const rule = enrolmentRule(regime, reason);
  return (
    <>
      {reason !== null && <p>{t('act.closingReason', { label: t(`closeReason.${reason}`) })}</p>}
      {rule !== null && <Notice tone="info">{t(`act.enrolment.${rule}`)}</Notice>}
      {failure?.code === 'ENROLMENT_MISMATCH' && (
        <Notice tone="attention">{t('act.enrolment.differs')}</Notice>
      )}
      {leadsToClosing(regime, act, view) && (
        <Notice tone="attention">
          {t('act.leadsToClosing', { label: t(`closeReason.${view.suggestedReason ?? ''}`) })}
        </Notice>
      )}
    </>
  );
}
