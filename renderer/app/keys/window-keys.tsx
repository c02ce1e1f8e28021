import { useState } from 'react';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { useNavigation } from '../../bridge/navigation.tsx';
import { useKey } from '../../ui/keys/use-key.ts';
import { digitOf } from '../../ui/keys/matches.ts';
import { menuItems } from '../frame/menu-pages.ts';
import { HelpModal } from './help-modal.tsx';
import { KeyModal } from './key-modal.tsx';
import { Search } from './search.tsx';
import { listedRegimes, useAskFilingRegimes, useFilingRegimes } from './use-filing-regimes.ts';

/** What the keys of the whole window do, and the dialogs they open. */
export function WindowKeys({ account }: { readonly account: SessionAccount }) {
  const { go, place } = useNavigation();
  const [dialog, setDialog] = useState<'help' | 'keys' | 'search' | null>(null);
  const items = menuItems(account.roles);
  const filing = useFilingRegimes(account);
  useKey('search', () => setDialog('search'));
  useKey('help', () => setDialog('help'));
  useKey('keys', () => setDialog('keys'));
  useKey('menu', (event) => {
    const item = items[(digitOf(event) ?? 0) - 1];
    if (item !== undefined) go(item.place);
  });
  const askFiling = useAskFilingRegimes(account);
  const begin = async (): Promise<void> => {
    const may = await askFiling();
    // In a list of the other regime 新增填報 means that one.
    const regime = place.page === 'cases' && may.includes(place.regime) ? place.regime : may[0];
    if (regime !== undefined) go({ page: 'newCase', regime });
  };
  useKey('newCase', () => void begin());
  const close = (): void => setDialog(null);
  return (
    <>
      {dialog === 'help' ? <HelpModal onClose={close} onKeys={() => setDialog('keys')} /> : null}
      {dialog === 'keys' ? <KeyModal onClose={close} /> : null}
      {dialog === 'search' ? (
        <Search items={items} listed={listedRegimes(account)} filing={filing} onClose={close} />
      ) : null}
    </>
  );
}
