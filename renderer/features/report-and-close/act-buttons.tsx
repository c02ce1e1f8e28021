import { Group } from '@mantine/core';
import type { CaseView } from '../../../shared/contract/core.ts';
import type { CaseAct } from '../../../shared/domain/case/action.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { useText } from '../../bridge/text.ts';
import { LockButton } from '../../ui/lock/lock-button.tsx';
import { actsOf } from './act-facts.ts';

interface Props {
  readonly view: CaseView;
  readonly onAct: (act: CaseAct) => void;
}

/** 通報結案 and 更多功能 of one case: each a real button; a lock tells its reason [A:583–616]. */
export function ActButtons({ view, onAct }: Props) {
  const t = useText();
  const { main, more } = actsOf(REGIMES[view.row.regime]);
  const first = main.find((act) => view.row.verdicts[act].allowed);
  const button = (act: CaseAct) => (
    <LockButton
      key={act}
      label={t(`action.${act}`)}
      verdict={view.row.verdicts[act]}
      variant={act === first ? 'filled' : 'default'}
      onPress={() => onAct(act)}
    />
  );
  return (
    <>
      <Group gap="sm" role="group" aria-label={t('case.mainActs')}>
        {main.map(button)}
      </Group>
      {more.length > 0 && (
        <Group gap="sm" role="group" aria-label={t('case.moreActs')}>
          {more.map(button)}
        </Group>
      )}
    </>
  );
}
