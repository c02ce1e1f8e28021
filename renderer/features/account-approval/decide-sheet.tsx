import { Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import type { RequestDetail } from '../../../shared/contract/account-shapes.ts';
import { RETURN_REASON_MAX } from '../../../shared/domain/account/request.ts';
import { countCharacters } from '../../../shared/domain/plain-text/count.ts';
import type { Failure, FieldFailure } from '../../../shared/failure.ts';
import { useCoreAct } from '../../bridge/queries.ts';
import { useRemembered } from '../../bridge/remembered.ts';
import { useText } from '../../bridge/text.ts';
import { ConsequenceBody } from '../../ui/act-sheet/consequence-body.tsx';
import { Dialog } from '../../ui/act-sheet/dialog.tsx';
import { FieldFrame } from '../../ui/form/field-frame.tsx';
import { focusField } from '../../ui/form/focus-field.ts';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import {
  consequencesOfDecision,
  decisionOf,
  reasonProblem,
  type Decision,
  type TypedLetter,
} from './decision.ts';

interface Props {
  readonly detail: RequestDetail;
  readonly decision: Decision;
  readonly letter: TypedLetter;
  readonly onClose: () => void;
  readonly onDone: (decision: Decision) => void;
  /** Somebody was faster, or it is not there any more. */
  readonly onGone: (failure: Failure) => void;
  /** Fields of the letter that were refused. */
  readonly onRefused: (failure: Failure) => void;
}

const GONE: readonly Failure['code'][] = ['ALREADY_DECIDED', 'NOT_FOUND'];

/** 核准 or 退件: who is told by mail, what stops, what follows; 退件 with its reason. */
export function DecideSheet(props: Props) {
  const { detail, decision, letter, onClose, onDone, onGone, onRefused } = props;
  const t = useText();
  const root = useRef<HTMLDivElement>(null);
  const { act, busy } = useCoreAct('request.decide');
  const [reason, setReason] = useRemembered(`approvals.reason.${detail.requestId}`, () => '');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [shown, setShown] = useState(false);
  const own = decision === 'return' ? reasonProblem(reason) : undefined;
  const refused = failure?.fields?.find(({ path }) => path === 'reason');
  const decide = async (): Promise<void> => {
    setShown(true);
    setFailure(null);
    if (own !== undefined) {
      focusField(root.current, 'reason');
      return undefined;
    }
    const result = await act(decisionOf(detail, decision, letter, reason));
    if (result.ok) return onDone(decision);
    if (GONE.includes(result.failure.code)) return onGone(result.failure);
    if (result.failure.fields?.some(({ path }) => path !== 'reason') === true)
      return onRefused(result.failure);
    return setFailure(result.failure);
  };
  return (
    <Dialog
      size="lg"
      title={t(`approvals.sheet.${decision}`, { kind: t(`requestKind.${detail.kind}`), name: detail.name })}
      closeByClickBeside={false}
      onClose={onClose}
    >
      <ConsequenceBody
        consequences={consequencesOfDecision(t, detail, decision)}
        verb={t(`approvals.${decision}`)}
        lock={null}
        busy={busy}
        failure={null}
        onAct={() => void decide()}
        onClose={onClose}
      >
        {decision === 'return' ? (
          <div ref={root}>
            <ReasonField
              reason={reason}
              onReason={setReason}
              onLeave={() => setShown(true)}
              problem={shown ? (own ?? refused) : refused}
            />
          </div>
        ) : null}
        {failure === null || refused !== undefined ? null : <AccountFailure failure={failure} />}
      </ConsequenceBody>
    </Dialog>
  );
}

interface ReasonProps {
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onLeave: () => void;
  readonly problem: FieldFailure | undefined;
}

function ReasonField({ reason, onReason, onLeave, problem }: ReasonProps) {
  const t = useText();
  return (
    <div data-field="reason" onBlur={onLeave}>
      <FieldFrame
        label={t('approvals.reason')}
        hint={t('approvals.reasonHint')}
        required
        problem={problem}
        counter={t('approvals.reasonCount', { count: countCharacters(reason), max: RETURN_REASON_MAX })}
      >
        {(wiring) => (
          <Textarea
            id={wiring.id}
            value={reason}
            error={wiring.invalid}
            aria-required
            attributes={{ input: wiring.aria }}
            rows={4}
            resize="vertical"
            onChange={(event) => onReason(event.currentTarget.value)}
          />
        )}
      </FieldFrame>
    </div>
  );
}
