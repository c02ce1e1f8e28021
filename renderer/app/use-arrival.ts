import { useEffect } from 'react';
import { useNavigation, type Place } from '../bridge/navigation.tsx';
import { useText } from '../bridge/text.ts';
import type { Translate } from '../../shared/text/index.ts';

/** Title of the window: the kind of page, never whom it is about (security §4). */
const titleOf = (t: Translate, place: Place): string =>
  place.page === 'cases' ? t(`regime.${place.regime}`) : t(`place.${place.page}`);

/** When one comes to a page, it is seen from its top, the window is named after it and its title has the focus. */
export function useArrival(): void {
  const t = useText();
  const { place } = useNavigation();
  const title = titleOf(t, place);
  useEffect(() => {
    document.title = t('app.windowTitle', { page: title });
  }, [t, title]);
  useEffect(() => {
    const main = document.getElementById('main');
    if (main === null) return;
    main.scrollTop = 0;
    if (main.contains(document.activeElement)) return;
    main.querySelector<HTMLElement>('h1[tabindex]')?.focus();
  }, [title]);
}
