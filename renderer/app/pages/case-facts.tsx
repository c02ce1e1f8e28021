import type { CaseView } from '../../../shared/contract/core.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { useText } from '../../bridge/text.ts';
import { DeliveryWord } from '../../ui/tone/delivery-word.tsx';
import { StateWord } from '../../ui/tone/state-word.tsx';

/** Beside the name: 通報字號, state and where the work stands. */
export function CaseFacts({ view: { row } }: { readonly view: CaseView }) {
  const t = useText();
  const look = REGIMES[row.regime].states[row.state];
  return (
    <>
      <span>{row.caseNumber ?? t('case.noNumber')}</span>
      {look !== null && <StateWord row={look} word={t(`state.${row.regime}.${row.state}`)} />}
      <DeliveryWord delivery={row.delivery} />
    </>
  );
}
