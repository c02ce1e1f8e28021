import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useCoreAct, useKnown } from '../bridge/queries.ts';

interface Leaving {
  /** Called before 登出, so that the sign-in page need not explain why the session ended. */
  readonly byPerson: () => void;
}

const LeavingContext = createContext<Leaving>({ byPerson: () => undefined });

export function LeavingProvider(props: { readonly byPerson: () => void; readonly children: ReactNode }) {
  const { byPerson, children } = props;
  const value = useMemo(() => ({ byPerson }), [byPerson]);
  return <LeavingContext.Provider value={value}>{children}</LeavingContext.Provider>;
}

/** 登出: what waits stays in the vault and goes out after the next sign-in. */
export function useSignOut(): { readonly signOut: () => void; readonly busy: boolean } {
  const { byPerson } = useContext(LeavingContext);
  const { act, busy } = useCoreAct('session.signOut');
  const known = useKnown('session.get');
  const signOut = (): void => {
    byPerson();
    void act({}).then((result) => {
      if (result.ok) known({}, result.value);
    });
  };
  return { signOut, busy };
}
