import { IconCircleCheck, IconFileText, IconLock, IconPlayerPlayFilled } from '@tabler/icons-react';
import type { CaseRow } from '../../../shared/contract/core.ts';
import { placeOfAct } from '../../bridge/act-place.ts';
import { useNavigation } from '../../bridge/navigation.tsx';
import { useText } from '../../bridge/text.ts';
import { mainActOf } from './main-act.ts';
import css from './case-table.module.css';

interface Props {
  readonly row: CaseRow;
  /** Only the acts of the row one stands in are stops of the Tab key. */
  readonly tabIndex: 0 | -1;
}

/** 填報表單: opens the case [A:583]. */
export function FormCell({ row, tabIndex }: Props) {
  const t = useText();
  const { href } = useNavigation();
  return (
    <a
      className={css['act']}
      href={href({ page: 'case', caseId: row.caseId })}
      tabIndex={tabIndex}
      aria-label={t('cases.formNamed', { name: row.name })}
    >
      <IconFileText size="1.1em" aria-hidden />
      {t('cases.form')}
    </a>
  );
}

/** 通報結案: ▶ may be done, 🔒 says why not, ✅ is closed [A:583–616]. */
export function MainCell({ row, tabIndex }: Props) {
  const t = useText();
  const { go } = useNavigation();
  const main = mainActOf(row);
  if (main.kind === 'none') return <span aria-hidden>–</span>;
  if (main.kind === 'closed') {
    return (
      <span className={css['done']}>
        <IconCircleCheck size="1.25em" aria-hidden />
        <span className="only-read">{t('cases.closed')}</span>
      </span>
    );
  }
  const act = t(`action.${main.action}`);
  if (main.kind === 'act') {
    return (
      <button
        type="button"
        className={css['go']}
        tabIndex={tabIndex}
        aria-label={t('cases.actNamed', { act, name: row.name })}
        onClick={() => go(placeOfAct(main.action, row.caseId))}
      >
        <IconPlayerPlayFilled size="0.9em" aria-hidden />
        {act}
      </button>
    );
  }
  const reason = t(`lock.${main.reason}`);
  return (
    <button
      type="button"
      className={css['locked']}
      tabIndex={tabIndex}
      aria-disabled
      data-reason={reason}
      aria-label={t('lock.named', { act, reason })}
    >
      <IconLock size="1em" aria-hidden />
      {act}
    </button>
  );
}
