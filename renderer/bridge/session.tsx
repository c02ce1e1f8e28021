import { createContext, useContext, type ReactNode } from 'react';
import type { SessionView } from '../../shared/contract/core.ts';
import type { Failure } from '../../shared/failure.ts';
import { useCoreQuery } from './queries.ts';

const SessionContext = createContext<SessionView | null>(null);

interface Props {
  readonly children: ReactNode;
  /** Shown until the core has answered, and when it can not. */
  readonly pending: (failure: Failure | null) => ReactNode;
}

/** Knows who is signed in, and renews it by `session.changed`. */
export function SessionProvider({ children, pending }: Props) {
  const { data, error } = useCoreQuery('session.get', {});
  if (data === undefined) return pending(error);
  return <SessionContext.Provider value={data}>{children}</SessionContext.Provider>;
}

/** Who is signed in, until when, and how. Throws outside a SessionProvider. */
export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession stands outside SessionProvider');
  return session;
}
