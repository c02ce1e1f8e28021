import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { menuFor, menuRow } from '../../../shared/domain/account/menu.ts';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import { askCore, coreKey, type CoreOutput } from '../../bridge/queries.ts';

/** Regimes whose list the account may open, in the order of the menu. */
export const listedRegimes = (account: SessionAccount): readonly RegimeId[] =>
  menuFor(account.roles).flatMap((key) => menuRow(key).regime ?? []);

const startQuery = (regime: RegimeId) => ({
  queryKey: coreKey('case.start', { regime }),
  queryFn: () => askCore('case.start', { regime }),
});

const mayFile = (start: CoreOutput<'case.start'> | null | undefined): boolean =>
  start?.verdicts.submit.allowed === true;

/** Regimes in which this account may begin a filing, as far as the core has answered; 輔導人員 may in none [A:423]. */
export function useFilingRegimes(account: SessionAccount): readonly RegimeId[] {
  const listed = listedRegimes(account);
  const starts = useQueries({ queries: listed.map(startQuery) });
  return listed.filter((_, index) => mayFile(starts[index]?.data));
}

/** The same asked at the moment of a key press, which may come before the first answer; a failure is none. */
export function useAskFilingRegimes(account: SessionAccount): () => Promise<readonly RegimeId[]> {
  const client = useQueryClient();
  return async () => {
    const listed = listedRegimes(account);
    const starts = await Promise.all(
      listed.map((regime) => client.ensureQueryData(startQuery(regime)).catch(() => null)),
    );
    return listed.filter((_, index) => mayFile(starts[index]));
  };
}
