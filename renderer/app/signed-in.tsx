import { Loader } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useSession } from '../bridge/session.tsx';
import { useText } from '../bridge/text.ts';
import { Frame } from './frame/frame.tsx';
import { WindowKeys } from './keys/window-keys.tsx';
import { RouterNavigation } from './router-navigation.tsx';
import { useArrival } from './use-arrival.ts';

/** Everything behind 登入: frame, keys and the page of the address. */
export function SignedIn() {
  const t = useText();
  const { account } = useSession();
  if (account === null) return null;
  return (
    <RouterNavigation>
      <Arrival />
      <Frame account={account}>
        <Suspense fallback={<Loader aria-label={t('frame.loading')} />}>
          <Outlet />
        </Suspense>
      </Frame>
      <WindowKeys account={account} />
    </RouterNavigation>
  );
}

function Arrival(): null {
  useArrival();
  return null;
}
