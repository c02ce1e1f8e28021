import type { RequestDetail } from '../../../shared/contract/account-shapes.ts';
import { RETURN_REASON_MAX } from '../../../shared/domain/account/request.ts';
import { cleanText } from '../../../shared/domain/plain-text/clean-text.ts';
import { isBlank } from '../../../shared/domain/plain-text/count.ts';
import type { FieldFailure } from '../../../shared/failure.ts';
import type { Translate } from '../../../shared/text/index.ts';
import type { CoreInput } from '../../bridge/queries.ts';
import type { Consequence } from '../../ui/act-sheet/consequences.ts';
import { isHandOver } from './parties.ts';

/** 核准 or 退件. */
export type Decision = 'approve' | 'return';

/** 文號／日期 as typed; `date` is ISO once it can be read. */
export interface TypedLetter {
  readonly letterNumber: string;
  readonly letterDate: string;
}

/** What is wrong with the reason of 退件; nothing when all is well. */
export function reasonProblem(reason: string): FieldFailure | undefined {
  if (isBlank(reason)) return { path: 'reason', code: 'required' };
  const checked = cleanText(reason.trim(), { multiline: true, max: RETURN_REASON_MAX });
  if (checked.ok) return undefined;
  return {
    path: 'reason',
    code: checked.code,
    ...(checked.detail === undefined ? {} : { detail: { ...checked.detail } }),
  };
}

/** As it is sent, made on the revision that was seen. */
export const decisionOf = (
  { requestId, revision, needsLetter }: RequestDetail,
  decision: Decision,
  letter: TypedLetter,
  reason: string,
): CoreInput<'request.decide'> => ({
  requestId,
  revision,
  decision,
  letter:
    decision === 'approve' && needsLetter ? { number: letter.letterNumber, date: letter.letterDate } : null,
  reason: decision === 'return' ? reason.trim() : null,
});

/** Who gets which mail, what stops and what follows (domain §1.4.2–1.4.5). */
export function consequencesOfDecision(
  t: Translate,
  detail: RequestDetail,
  decision: Decision,
): readonly Consequence[] {
  const { kind, applicant, outgoing, requestedBy } = detail;
  const blanks = {
    name: applicant.name,
    email: applicant.email,
    requestedBy,
    outgoing: outgoing?.name ?? '',
    outgoingEmail: outgoing?.email ?? '',
  };
  const say = (aspect: Consequence['aspect'], key: string): Consequence => ({ aspect, text: t(key, blanks) });
  if (decision === 'return') {
    return [
      say('told', 'approvals.return.told'),
      say(
        'follows',
        isHandOver(detail) ? 'approvals.return.follows.handOver' : 'approvals.return.follows.new',
      ),
    ];
  }
  if (!isHandOver(detail)) {
    return [say('told', 'approvals.approve.told.new'), say('follows', `approvals.approve.follows.${kind}`)];
  }
  if (outgoing === null) {
    return [
      say('told', 'approvals.approve.told.promoted'),
      say('follows', 'approvals.approve.follows.handOver'),
    ];
  }
  return [
    say('told', 'approvals.approve.told.handOver'),
    say('ends', 'approvals.approve.ends.handOver'),
    say('follows', 'approvals.approve.follows.handOver'),
  ];
}
