import { Loader } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useSession } from '../bridge/session.tsx';
import { useText } from '../bridge/text.ts';
import { Frame } from './frame/frame.tsx';
import { WindowKeys } from './keys/window-keys.tsx';
import { MustDo } from './must-do.tsx';
import { RouterNavigation } from './router-navigation.tsx';
import css from './signed-in.module.css';
import { useArrival } from './use-arrival.ts';

/**
 * Everything behind 登入: frame, keys and the page of the address; while something has to be done first,
 * all of it lies behind that and takes no press.
 */
export function SignedIn() {
  const t = useText();
  const { account, mustDo } = useSession();
  if (account === null) return null;
  return (
    <RouterNavigation>
      <Arrival />
      <div className={css['behind']} inert={mustDo !== null}>
        <Frame account={account}>
          <Suspense fallback={<Loader aria-label={t('frame.loading')} />}>
            <Outlet />
          </Suspense>
        </Frame>
      </div>
      {mustDo === null ? (
        <WindowKeys account={account} />
      ) : (
        <MustDo key={mustDo} account={account} what={mustDo} />
      )}
    </RouterNavigation>
  );
}

function Arrival(): null {
  useArrival();
  return null;
}
