import { removeInvisible } from '../../../shared/domain/plain-text/invisible.ts';
import { useText } from '../../bridge/text.ts';

/** Says that invisible characters will be taken out (security 7.3); undefined when there are none. */
export function useInvisibleNotice(text: string): string | undefined {
  const t = useText();
  return removeInvisible(text).removed === 'invisible' ? t('check.invisibleRemoved') : undefined;
}
