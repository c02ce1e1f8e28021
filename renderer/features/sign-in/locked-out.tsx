import type { Failure } from '../../../shared/failure.ts';
import { useText } from '../../bridge/text.ts';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';

/** Five wrong tries: how long it lasts, where the service says it (security §1). */
export function LockedOut({ failure }: { readonly failure: Failure }) {
  const t = useText();
  const minutes = Number(failure.detail?.['minutes']);
  if (!(minutes > 0)) return <FailureNotice failure={failure} />;
  return <Notice tone="error">{t('signIn.lockedOut', { minutes })}</Notice>;
}
