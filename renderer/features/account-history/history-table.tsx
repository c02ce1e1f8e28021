import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { AuditLine } from '../../../shared/contract/account-shapes.ts';
import { useFormat, useText } from '../../bridge/text.ts';
import { actionWords, actorWords, fieldWords, outcomeWords, subjectWords } from './history-words.ts';
import css from './account-history.module.css';

interface Props {
  readonly rows: readonly AuditLine[];
  readonly busy: boolean;
}

const COLUMNS = ['at', 'actor', 'action', 'subject', 'fields', 'outcome'] as const;

/** Who did what to which account, when: to be read, so a plain table. */
export function HistoryTable({ rows, busy }: Props) {
  const t = useText();
  const format = useFormat();
  return (
    <table className={css['table']} aria-label={t('menu.accountHistory')} aria-busy={busy}>
      <thead>
        <tr>
          {COLUMNS.map((id) => (
            <th key={id} scope="col" data-column={id}>
              {t(`history.column.${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.seq}>
            <td>{format.dateTime(row.at)}</td>
            <td>{actorWords(t, row)}</td>
            <td>{actionWords(t, row)}</td>
            <td>{subjectWords(t, row)}</td>
            <td>{fieldWords(t, row)}</td>
            <td>
              <span className={css['outcome']} data-ok={row.outcome === 'ok' || undefined}>
                {row.outcome === 'ok' ? (
                  <IconCircleCheck size="1.1em" aria-hidden />
                ) : (
                  <IconCircleX size="1.1em" aria-hidden />
                )}
                {outcomeWords(t, row)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
