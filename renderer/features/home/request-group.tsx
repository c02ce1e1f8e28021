import { IconChevronRight } from '@tabler/icons-react';
import type { RequestLine } from '../../../shared/contract/account-shapes.ts';
import { menuFor } from '../../../shared/domain/account/menu.ts';
import type { Role } from '../../../shared/domain/account/role.ts';
import { useNavigation } from '../../bridge/navigation.tsx';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useFormat, useText } from '../../bridge/text.ts';
import { RequestStatusWord } from '../../ui/tone/account-word.tsx';
import css from './home.module.css';

/** Lines of requests; the others are counted. */
const SHOWN = 5;

export interface WaitingRequests {
  readonly rows: readonly RequestLine[];
  readonly total: number;
}

const NONE: WaitingRequests = { rows: [], total: 0 };

/**
 * Requests that wait for whoever reviews them; none for everybody else, and none while central cannot be
 * asked. Undefined until it has answered.
 */
export function useWaitingRequests(roles: readonly Role[]): WaitingRequests | undefined {
  const reviews = menuFor(roles).includes('approvals');
  const { data, error } = useCoreQuery(
    'request.list',
    { status: 'pending', kind: null, page: 1, size: SHOWN },
    { enabled: reviews },
  );
  return reviews && error === null ? data : NONE;
}

/** 待審核申請: each line leads to the queue. */
export function RequestGroup({ rows, total }: WaitingRequests) {
  const t = useText();
  const format = useFormat();
  const { href } = useNavigation();
  const queue = href({ page: 'approvals' });
  return (
    <section className={css['group']} aria-labelledby="desk-requests">
      <h3 id="desk-requests" className={css['heading']}>
        {t('home.requests')}
        <span className={css['count']}>{t('home.count', { count: total })}</span>
      </h3>
      <ul className={css['lines']}>
        {rows.map((row) => (
          <li key={row.requestId}>
            <a className={css['line']} href={queue}>
              <span className={css['name']}>{row.name}</span>
              <span className={css['kind']}>{t(`requestKind.${row.kind}`)}</span>
              <span className={css['date']}>{format.shortDate(row.createdAt)}</span>
              <span className={css['state']}>
                <RequestStatusWord status={row.status} />
              </span>
              <span className={css['act']}>
                {t('home.review')}
                <IconChevronRight size="1.1em" aria-hidden />
              </span>
            </a>
          </li>
        ))}
      </ul>
      {total > rows.length ? (
        <a className={css['more']} href={queue}>
          {t('home.more', { count: total - rows.length })}
        </a>
      ) : null}
    </section>
  );
}
