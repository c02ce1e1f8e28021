import { useRef } from 'react';
import type { AccountLine } from '../../../shared/contract/account-shapes.ts';
import { useRemembered } from '../../bridge/remembered.ts';
import { useText } from '../../bridge/text.ts';
import { useRowKeys } from '../../ui/rows/use-row-keys.ts';
import { AccountCell } from './account-cell.tsx';
import { columnsFor } from './columns.ts';
import css from './account-management.module.css';

interface Props {
  readonly rows: readonly AccountLine[];
  readonly agency: boolean;
  readonly busy: boolean;
  readonly onOpen: (accountId: string) => void;
}

/** One page of accounts; ↑↓ move, Enter is 查看. Long texts take a second line, so nothing scrolls sideways. */
export function AccountTable({ rows, agency, busy, onOpen }: Props) {
  const t = useText();
  const body = useRef<HTMLTableSectionElement>(null);
  const [remembered, setActive] = useRemembered('accounts.row', () => 0);
  const active = Math.min(remembered, Math.max(rows.length - 1, 0));
  const columns = columnsFor(agency);
  const onKeyDown = useRowKeys(body, {
    count: rows.length,
    active,
    onActive: setActive,
    onOpen: (index) => {
      const line = rows[index];
      if (line !== undefined) onOpen(line.accountId);
    },
    scrollTo: (index) => body.current?.children[index]?.scrollIntoView({ block: 'nearest' }),
  });
  return (
    <table
      role="grid"
      aria-label={t('menu.accounts')}
      aria-busy={busy}
      className={css['table']}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          {columns.map((id) => (
            <th key={id} scope="col" data-column={id}>
              {t(`accounts.column.${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((line, index) => (
          <tr
            key={line.accountId}
            data-index={index}
            data-active={index === active || undefined}
            tabIndex={index === active ? 0 : -1}
            onFocus={() => setActive(index)}
            onDoubleClick={() => onOpen(line.accountId)}
          >
            {columns.map((id) => (
              <td key={id}>
                <AccountCell
                  id={id}
                  line={line}
                  tabIndex={index === active ? 0 : -1}
                  onOpen={() => onOpen(line.accountId)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
