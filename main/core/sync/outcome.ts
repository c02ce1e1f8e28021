import type { OperationResult } from '../../../shared/contract/central.ts';
import type { Operation } from '../../../shared/domain/case/operation.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Outcome } from '../vault/store.ts';
import { backoffMs, LONGEST_PROBE_MS, LONGEST_WAIT_MS } from './backoff.ts';
import { isReceiptOf } from './receipt.ts';

/** What judging one answer needs besides it. */
export interface OutcomeContext {
  readonly now: number;
  readonly random: number;
  readonly receiptKey: string;
  /** How often the service said «later» before. */
  readonly attempts: number;
}

const later = (operation: Operation, failure: Failure, context: OutcomeContext): Outcome => {
  // A gap closes as soon as what is missing has arrived, so it is not waited for as long as a fault.
  const longest = failure.code === 'GAP' ? LONGEST_PROBE_MS : LONGEST_WAIT_MS;
  const wait = backoffMs(context.attempts + 1, longest, context.random);
  return { kind: 'retry', opId: operation.opId, failure, nextTry: context.now + wait };
};

/**
 * What the service's answer on one operation means here. No answer, and a receipt that is not
 * central's, decide nothing: the operation stays and is sent again.
 */
export function outcomeOf(
  operation: Operation,
  result: OperationResult | undefined,
  context: OutcomeContext,
): Outcome {
  if (result === undefined) return later(operation, { code: 'UNEXPECTED' }, context);
  switch (result.status) {
    case 'committed':
      return isReceiptOf(operation, result.receipt, context.receiptKey)
        ? { kind: 'committed', opId: operation.opId, receipt: result.receipt }
        : later(operation, { code: 'INTERCEPTED', detail: { reason: 'signature' } }, context);
    case 'refused':
      return refusalOf(operation, result.failure, context);
    case 'retry':
      return later(operation, result.failure, context);
    default:
      return result satisfies never;
  }
}

/** Terminal, but for a shape of data that another version of program or service will take (I10). */
export const refusalOf = (operation: Operation, failure: Failure, context: OutcomeContext): Outcome =>
  failure.code === 'SCHEMA_UNSUPPORTED'
    ? later(operation, failure, context)
    : { kind: 'refused', opId: operation.opId, failure };
