import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { CaseView } from '../../../shared/contract/core.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { waitsForTracking } from '../../../shared/regime/waits-for-tracking.ts';
import { useText } from '../../bridge/text.ts';
import { Dialog } from '../../ui/act-sheet/dialog.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { focusField } from '../../ui/form/focus-field.ts';
import { FormView } from '../../ui/form/form-view.tsx';
import { SubmitForm } from '../../ui/form/submit-form.tsx';
import { useKey } from '../../ui/keys/use-key.ts';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { goodNews } from '../../ui/toast/toast.ts';
import { SavedMark } from '../../ui/wizard/saved-mark.tsx';
import { WizardFoot } from '../../ui/wizard/wizard-foot.tsx';
import { TrackingHead } from './tracking-head.tsx';
import type { TrackingStart } from './tracking-start.ts';
import { useTracking, type Sending } from './use-tracking.ts';

interface Props {
  readonly view: CaseView;
  readonly start: TrackingStart;
  readonly onClose: () => void;
}

/** The window of one tracking record 追蹤紀錄 [A:634–809]. Closing it needs no question: it is a draft. */
export function TrackingWindow({ view, start, onClose }: Props) {
  const t = useText();
  const regime = REGIMES[view.row.regime];
  const tracking = useTracking(regime, view, start);
  const { form, attempt } = tracking;
  const body = useRef<HTMLDivElement>(null);
  const first = form.problems[0]?.path;
  const toFirst = useRef(first);
  useEffect(() => {
    toFirst.current = first;
  });
  useEffect(() => {
    if (attempt > 0 && toFirst.current !== undefined) focusField(body.current, toFirst.current);
  }, [attempt]);

  const send = async (action: Sending) => {
    if (!(await tracking.send(action))) return;
    goodNews(t(`done.${action}`));
    onClose();
  };
  useKey('submit', () => void send('sendTracking'));
  const mustAdd = view.row.trackingSent === 0 && waitsForTracking(regime, view.row.state);
  const title = t('tracking.window');
  return (
    <Dialog size="xl" title={title} closeByClickBeside={false} onClose={onClose}>
      <div ref={body}>
        <SavedMark saved={tracking.draft.saved} />
        {mustAdd && <Notice tone="attention">{t('tracking.mustAdd')}</Notice>}
        <TrackingHead view={view} />
        <SubmitForm label={title} onSubmit={() => void send('sendTracking')}>
          {attempt > 0 && (
            <ErrorSummary
              form={form.form}
              problems={form.problems}
              attempt={0}
              onOpen={(field) => focusField(body.current, field)}
            />
          )}
          {form.form.pages.map((page) => (
            <FormView key={page.id} api={form} page={page} />
          ))}
          {tracking.failure !== null && <FailureNotice failure={tracking.failure} />}
          <WizardFoot onBack={null}>
            <Button variant="default" onClick={() => void send('saveTracking')}>
              {t('action.save')}
            </Button>
            <Button type="submit" loading={tracking.busy}>
              {t('action.submit')}
            </Button>
          </WizardFoot>
        </SubmitForm>
      </div>
    </Dialog>
  );
}
