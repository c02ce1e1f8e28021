import type { Failure } from '../../../shared/failure.ts';
import { findText } from '../../../shared/forms/format-value.ts';
import { useText } from '../../bridge/text.ts';
import { FailureNotice } from './failure-notice.tsx';

interface Props {
  readonly failure: Failure;
  readonly retry?: () => void;
  readonly retryLabel?: string;
}

/**
 * A failure of what is done with accounts and requests: nothing of it waits in the outbox, so it is told
 * otherwise than the same code of a case (`accountFailure.<code>`, `accountRefusal.<reason>`).
 */
export function AccountFailure({ failure, ...action }: Props) {
  const t = useText();
  const { code, detail = {} } = failure;
  const sentence = findText(`accountRefusal.${detail['reason']}`, t) ?? findText(`accountFailure.${code}`, t);
  return <FailureNotice failure={failure} sentence={sentence} {...action} />;
}
