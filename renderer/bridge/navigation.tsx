import { createContext, useContext, type ReactNode } from 'react';
import type { CaseAct } from '../../shared/domain/case/action.ts';
import type { RegimeId } from '../../shared/regime/regime-id.ts';

/** Where one can be in the window; `renderer/app/routes.tsx` gives each its address. */
export type Place =
  | { readonly page: 'home' }
  | { readonly page: 'cases'; readonly regime: RegimeId }
  | { readonly page: 'newCase'; readonly regime: RegimeId; readonly draftId?: string }
  | { readonly page: 'editCase'; readonly caseId: string; readonly draftId?: string }
  /** `open`: the tracking window or the sheet of an act opens by itself. */
  | { readonly page: 'case'; readonly caseId: string; readonly open?: 'tracking' | CaseAct }
  | { readonly page: 'print'; readonly caseId: string; readonly form: 'report' | 'tracking' }
  | { readonly page: 'accounts' }
  | { readonly page: 'approvals' }
  | { readonly page: 'imports' }
  | { readonly page: 'accountHistory' }
  | { readonly page: 'roleChange' }
  | { readonly page: 'outbox' }
  | { readonly page: 'settings' };

export interface Navigation {
  readonly go: (place: Place) => void;
  /** One step back, as with Alt+←. */
  readonly back: () => void;
  /** Address for a real link, so that it can be reached by Tab and read as a link. */
  readonly href: (place: Place) => string;
  readonly place: Place;
}

const NavigationContext = createContext<Navigation | null>(null);

export function NavigationProvider(props: { readonly value: Navigation; readonly children: ReactNode }) {
  return <NavigationContext.Provider value={props.value}>{props.children}</NavigationContext.Provider>;
}

/** Throws outside a NavigationProvider. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('useNavigation stands outside NavigationProvider');
  return navigation;
}

/** Goes to a place. */
export const useGo = (): ((place: Place) => void) => useNavigation().go;
