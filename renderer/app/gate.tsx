import { useQueryClient } from '@tanstack/react-query';
import { createHashHistory, RouterProvider, type RouterHistory } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../bridge/session.tsx';
import { CentralPage } from '../features/sign-in/central-page.tsx';
import { forgetNews } from '../ui/toast/toast.ts';
import { EntryPages } from './entry-pages.tsx';
import { LeavingProvider } from './leaving.tsx';
import { createAppRouter } from './router.tsx';

/** Asks for central, then for the person, then shows the pages. */
export function Gate() {
  const session = useSession();
  const [history] = useState(() => createHashHistory());
  const { ended, byPerson } = useLeaving(() => history.replace('/'));
  if (session.state === 'centralUnknown') return <CentralPage />;
  if (session.state === 'signedOut') return <EntryPages ended={ended} />;
  return (
    <LeavingProvider byPerson={byPerson}>
      <Pages key={session.account?.accountId} history={history} />
    </LeavingProvider>
  );
}

/** The pages of one session; the addresses outlive it. */
function Pages({ history }: { readonly history: RouterHistory }) {
  const [router] = useState(() => createAppRouter(history));
  return <RouterProvider router={router} />;
}

/**
 * What remains when a session ends. Answers are forgotten at once (they are personal data). After 登出,
 * or when somebody else signs in, the next one begins at 首頁; who comes back after the time-out finds
 * the page as it was.
 */
function useLeaving(toHome: () => void) {
  const { state, account } = useSession();
  const client = useQueryClient();
  const lastAccount = useRef<string | null>(null);
  const leftByPerson = useRef(false);
  const [ended, setEnded] = useState(false);
  const home = useRef(toHome);
  const accountId = state === 'signedIn' ? (account?.accountId ?? null) : null;

  useEffect(() => {
    if (accountId === null) {
      if (lastAccount.current === null) return;
      setEnded(!leftByPerson.current);
      if (leftByPerson.current) home.current();
      // What is on the screen now, the captcha among it, belongs to nobody yet.
      client.removeQueries({ type: 'inactive' });
      forgetNews();
      return;
    }
    if (lastAccount.current !== null && lastAccount.current !== accountId) home.current();
    lastAccount.current = accountId;
    leftByPerson.current = false;
    setEnded(false);
  }, [accountId, client]);

  const byPerson = useCallback(() => {
    leftByPerson.current = true;
  }, []);
  return { ended, byPerson };
}
