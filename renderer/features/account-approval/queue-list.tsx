import { useRef, type KeyboardEvent } from 'react';
import type { RequestLine } from '../../../shared/contract/account-shapes.ts';
import { useFormat, useText } from '../../bridge/text.ts';
import { RequestStatusWord } from '../../ui/tone/account-word.tsx';
import { targetOf } from '../../ui/rows/use-row-keys.ts';
import css from './account-approval.module.css';

interface Props {
  readonly rows: readonly RequestLine[];
  readonly shown: RequestLine | undefined;
  readonly onChoose: (requestId: string) => void;
  /** Enter: to the request itself. */
  readonly onEnter: () => void;
}

/** The list: kind, name, school, day. One stop of the Tab key; ↑↓ move, Enter goes to the request. */
export function QueueList({ rows, shown, onChoose, onEnter }: Props) {
  const t = useText();
  const list = useRef<HTMLUListElement>(null);
  const active = rows.findIndex(({ requestId }) => requestId === shown?.requestId);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onEnter();
      return;
    }
    const to = targetOf(event.key, active, rows.length);
    const row = to === undefined ? undefined : rows[to];
    if (to === undefined || row === undefined) return;
    event.preventDefault();
    onChoose(row.requestId);
    list.current?.querySelectorAll<HTMLElement>('button')[to]?.focus();
  };
  return (
    <ul ref={list} className={css['list']} aria-label={t('approvals.list')} onKeyDown={onKeyDown}>
      {rows.map((row, index) => (
        <li key={row.requestId}>
          <QueueLine row={row} current={index === active} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  readonly row: RequestLine;
  readonly current: boolean;
  readonly onChoose: (requestId: string) => void;
}

function QueueLine({ row, current, onChoose }: LineProps) {
  const t = useText();
  const format = useFormat();
  return (
    <button
      type="button"
      className={css['line']}
      aria-current={current ? 'true' : undefined}
      tabIndex={current ? 0 : -1}
      onClick={() => onChoose(row.requestId)}
    >
      <span className={css['top']}>
        <strong>{row.name}</strong>
        <RequestStatusWord status={row.status} />
      </span>
      <span>{t(`requestKind.${row.kind}`)}</span>
      <span className={css['sub']}>
        {row.school.name} · {format.shortDate(row.createdAt)}
      </span>
    </button>
  );
}
