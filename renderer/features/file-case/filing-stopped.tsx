import { Button } from '@mantine/core';
import type { Failure } from '../../../shared/failure.ts';
import { useGo } from '../../bridge/navigation.tsx';
import { useText } from '../../bridge/text.ts';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';

/** Why filing stops here and what to do; an open case of the student is shown (security 7.21). */
export function FilingStopped({ failure }: { readonly failure: Failure }) {
  const t = useText();
  const go = useGo();
  const { caseId, caseNumber, regime, state, category } = failure.detail ?? {};
  return (
    <>
      <FailureNotice failure={failure} />
      {typeof caseId === 'string' && (
        <>
          <p>
            {t('fileCase.existing', {
              number: caseNumber === undefined || caseNumber === '' ? t('case.noNumber') : caseNumber,
              category: t(`category.${category}`),
              state: t(`state.${regime}.${state}`),
            })}
          </p>
          <Button variant="default" onClick={() => go({ page: 'case', caseId })}>
            {t('fileCase.openExisting')}
          </Button>
        </>
      )}
    </>
  );
}
