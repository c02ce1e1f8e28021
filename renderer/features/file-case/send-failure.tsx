import { Button } from '@mantine/core';
import type { Failure } from '../../../shared/failure.ts';
import { useText } from '../../bridge/text.ts';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';

interface Props {
  readonly failure: Failure;
  /** The person decides that what stands here counts, on the content as it is now. */
  readonly onKeep: (revision: number) => void;
}

/** Why 暫存 or 提交 was not done. A conflict is never solved silently: somebody has to say so. */
export function SendFailure({ failure, onKeep }: Props) {
  const t = useText();
  const revision = failure.detail?.['revision'];
  return (
    <>
      <FailureNotice failure={failure} />
      {failure.code === 'CONFLICT' && typeof revision === 'number' && (
        <Button variant="default" mt="sm" onClick={() => onKeep(revision)}>
          {t('fileCase.keepMine')}
        </Button>
      )}
    </>
  );
}
