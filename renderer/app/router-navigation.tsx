import { useRouter, useRouterState, type AnyRouteMatch } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import type { z } from 'zod';
import { NavigationProvider, type Navigation, type Place } from '../bridge/navigation.tsx';
import { OfCase, OfPrint, OfRegime, WithDraft, WithOpen } from './route-shapes.ts';

/** The address of each place, checked against the routes by the compiler. */
function useLinks() {
  const router = useRouter();
  return useMemo(() => {
    const { buildLocation } = router;
    return (place: Place) => {
      switch (place.page) {
        case 'home':
          return buildLocation({ to: '/' });
        case 'cases':
          return buildLocation({ to: '/cases/$regime', params: { regime: place.regime } });
        case 'newCase':
          return buildLocation({
            to: '/cases/$regime/new',
            params: { regime: place.regime },
            search: { draftId: place.draftId },
          });
        case 'editCase':
          return buildLocation({
            to: '/case/$caseId/edit',
            params: { caseId: place.caseId },
            search: { draftId: place.draftId },
          });
        case 'case':
          return buildLocation({
            to: '/case/$caseId',
            params: { caseId: place.caseId },
            search: { open: place.open },
          });
        case 'print':
          return buildLocation({
            to: '/case/$caseId/print/$form',
            params: { caseId: place.caseId, form: place.form },
          });
        case 'accounts':
          return buildLocation({ to: '/accounts' });
        case 'approvals':
          return buildLocation({ to: '/approvals' });
        case 'imports':
          return buildLocation({ to: '/imports' });
        case 'accountHistory':
          return buildLocation({ to: '/account-history' });
        case 'roleChange':
          return buildLocation({ to: '/role-change' });
        case 'outbox':
          return buildLocation({ to: '/outbox' });
        case 'settings':
          return buildLocation({ to: '/settings' });
        default:
          return place satisfies never;
      }
    };
  }, [router]);
}

const present = <K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, T>);

/** What lies at an address of this shape; of another shape nothing does, and that counts as 首頁. */
function placed<S extends z.ZodType>(shape: S, params: unknown, make: (found: z.output<S>) => Place): Place {
  const found = shape.safeParse(params);
  return found.success ? make(found.data) : { page: 'home' };
}

/** Where one is. The router's own search also holds what the route does not know, so it is parsed here. */
function placeOf({ routeId, params, search }: Pick<AnyRouteMatch, 'routeId' | 'params' | 'search'>): Place {
  const draft = () => present('draftId', WithDraft.parse(search).draftId);
  switch (routeId) {
    case '/cases/$regime':
      return placed(OfRegime, params, (found) => ({ page: 'cases', ...found }));
    case '/cases/$regime/new':
      return placed(OfRegime, params, (found) => ({ page: 'newCase', ...found, ...draft() }));
    case '/case/$caseId/edit':
      return placed(OfCase, params, (found) => ({ page: 'editCase', ...found, ...draft() }));
    case '/case/$caseId':
      return placed(OfCase, params, (found) => ({
        page: 'case',
        ...found,
        ...present('open', WithOpen.parse(search).open),
      }));
    case '/case/$caseId/print/$form':
      return placed(OfPrint, params, (found) => ({ page: 'print', ...found }));
    case '/accounts':
      return { page: 'accounts' };
    case '/approvals':
      return { page: 'approvals' };
    case '/imports':
      return { page: 'imports' };
    case '/account-history':
      return { page: 'accountHistory' };
    case '/role-change':
      return { page: 'roleChange' };
    case '/outbox':
      return { page: 'outbox' };
    case '/settings':
      return { page: 'settings' };
    default:
      return { page: 'home' };
  }
}

/** Gives the pages their `useGo` and `useNavigation` on top of the router. */
export function RouterNavigation({ children }: { readonly children: ReactNode }) {
  const router = useRouter();
  const linkTo = useLinks();
  const match = useRouterState({ select: ({ matches }) => matches.at(-1) });
  const value = useMemo<Navigation>(
    () => ({
      go: (place) => router.history.push(linkTo(place).href),
      back: () => router.history.back(),
      href: (place) => router.history.createHref(linkTo(place).href),
      place: match === undefined ? { page: 'home' } : placeOf(match),
    }),
    [router, linkTo, match],
  );
  return <NavigationProvider value={value}>{children}</NavigationProvider>;
}
