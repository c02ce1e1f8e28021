import { CENTRAL_DOOR, type CentralCall } from '../../../shared/contract/central.ts';
import type { MountedRoute } from './routes.ts';
import { PAGE_ROWS } from './rows-pages.ts';

export const CALLS = Object.keys(CENTRAL_DOOR) as CentralCall[];
export const keyOf = ({ method, url }: MountedRoute): string => `${method} ${url}`;
export const doorKey = (name: CentralCall): string =>
  `${CENTRAL_DOOR[name].method} ${CENTRAL_DOOR[name].path}`;

/** Routes that no row speaks of, and rows whose route is not mounted. */
export function unlistedOf(routes: readonly MountedRoute[]): string[] {
  const listed = new Set([...CALLS.map(doorKey), ...Object.keys(PAGE_ROWS)]);
  const mounted = new Set(routes.map(keyOf));
  const isListed = (key: string) =>
    listed.has(key) || (key.startsWith('HEAD ') && listed.has(key.replace('HEAD', 'GET')));
  return [
    ...[...mounted].filter((key) => !isListed(key)).map((key) => `no row speaks of ${key}`),
    ...[...listed].filter((key) => !mounted.has(key)).map((key) => `${key} is not mounted`),
  ];
}
