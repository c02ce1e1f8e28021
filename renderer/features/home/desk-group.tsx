import { IconChevronRight } from '@tabler/icons-react';
import type { CaseRow } from '../../../shared/contract/core.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { placeOfAct } from '../../bridge/act-place.ts';
import { useNavigation } from '../../bridge/navigation.tsx';
import type { CoreOutput } from '../../bridge/queries.ts';
import { useFormat, useText } from '../../bridge/text.ts';
import { StateWord } from '../../ui/tone/state-word.tsx';

import css from './home.module.css';

export type DeskGroupData = CoreOutput<'desk.list'>['groups'][number];

/** What waits for one act; each line leads to the act itself. */
export function DeskGroup({ group }: { readonly group: DeskGroupData }) {
  const t = useText();
  const { href } = useNavigation();
  const { regime, action, rows, total } = group;
  const id = `desk-${regime}-${action}`;
  return (
    <section className={css['group']} aria-labelledby={id}>
      <h3 id={id} className={css['heading']}>
        {t(`desk.${action}`)}
        <span className={css['count']}>{t('home.count', { count: total })}</span>
        <span className={css['regime']}>{t(`regime.${regime}`)}</span>
      </h3>
      <ul className={css['lines']}>
        {rows.map((row) => (
          <li key={row.caseId}>
            <DeskLine row={row} group={group} />
          </li>
        ))}
      </ul>
      {total > rows.length ? (
        <a className={css['more']} href={href({ page: 'cases', regime })}>
          {t('home.more', { count: total - rows.length })}
        </a>
      ) : null}
    </section>
  );
}

function DeskLine({ row, group }: { readonly row: CaseRow; readonly group: DeskGroupData }) {
  const t = useText();
  const format = useFormat();
  const { href } = useNavigation();
  const state = REGIMES[row.regime].states[row.state];
  return (
    <a className={css['line']} href={href(placeOfAct(group.action, row.caseId))}>
      <span className={css['name']}>{row.name}</span>
      <span className={css['kind']}>{row.category === '' ? '' : t(`categoryShort.${row.category}`)}</span>
      <span className={css['date']}>{format.shortDate(row.filedAt)}</span>
      <span className={css['state']}>
        {state === null ? null : <StateWord row={state} word={t(`state.${row.regime}.${row.state}`)} />}
      </span>
      <span className={css['act']}>
        {t(`action.${group.action}`)}
        <IconChevronRight size="1.1em" aria-hidden />
      </span>
    </a>
  );
}
