import { useQueryClient } from '@tanstack/react-query';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { menuFor, menuRow } from '../../../shared/domain/account/menu.ts';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import { askCore, coreKey, useCoreQuery } from '../../bridge/queries.ts';

/** Regimes whose list the account may open, in the order of the menu. */
export const listedRegimes = (account: SessionAccount): readonly RegimeId[] =>
  menuFor(account.roles).flatMap((key) => menuRow(key).regime ?? []);

/** Regimes in which this account may begin a filing; 輔導人員 may in none [A:423]. */
export function useFilingRegimes(account: SessionAccount): readonly RegimeId[] {
  const listed = listedRegimes(account);
  const seniorHigh = useCoreQuery(
    'case.start',
    { regime: 'senior-high' },
    { enabled: listed.includes('senior-high') },
  );
  const compulsory = useCoreQuery(
    'case.start',
    { regime: 'compulsory' },
    { enabled: listed.includes('compulsory') },
  );
  const starts = { 'senior-high': seniorHigh.data, compulsory: compulsory.data };
  return listed.filter((regime) => starts[regime]?.verdicts.submit.allowed === true);
}

/** The same asked at the moment of a key press, which may come before the first answer; a failure is none. */
export function useAskFilingRegimes(account: SessionAccount): () => Promise<readonly RegimeId[]> {
  const client = useQueryClient();
  return async () => {
    const answers = await Promise.all(
      listedRegimes(account).map(async (regime) => {
        const input = { regime };
        const start = await client
          .ensureQueryData({
            queryKey: coreKey('case.start', input),
            queryFn: () => askCore('case.start', input),
          })
          .catch(() => null);
        return { regime, allowed: start?.verdicts.submit.allowed === true };
      }),
    );
    return answers.flatMap(({ regime, allowed }) => (allowed ? [regime] : []));
  };
}
