import type { Delivery } from '../../../shared/contract/core.ts';
import type { Session } from '../auth/session.ts';
import type { OutboxRow, OutboxState } from '../vault/rows.ts';

const SHOWN = {
  waiting: 'waiting',
  received: 'received',
  refused: 'refused',
  conflict: 'conflict',
  revoked: 'revoked',
  withdrawn: 'refused',
} as const satisfies Record<OutboxState, Delivery>;

/** Where one saved operation stands, in the words of the contract. */
export const deliveryOf = (row: OutboxRow, { sync }: Pick<Session, 'sync'>): Delivery =>
  row.state === 'waiting' && sync.isSending(row.operation.opId) ? 'sending' : SHOWN[row.state];

/** What a case as a whole shows: first what needs a person, then what is on its way. */
const URGENCY: readonly Delivery[] = ['conflict', 'revoked', 'refused', 'sending', 'waiting'];

export const mostUrgent = (deliveries: readonly Delivery[]): Delivery =>
  URGENCY.find((delivery) => deliveries.includes(delivery)) ?? 'received';

/** The delivery of each of these cases that is not all received. */
export function deliveriesOf(
  session: Pick<Session, 'store' | 'sync'>,
  caseIds: readonly string[],
): ReadonlyMap<string, Delivery> {
  const byCase = new Map<string, Delivery[]>();
  for (const row of session.store.listOutbox(caseIds)) {
    const { caseId } = row.operation;
    byCase.set(caseId, [...(byCase.get(caseId) ?? []), deliveryOf(row, session)]);
  }
  return new Map([...byCase].map(([caseId, deliveries]) => [caseId, mostUrgent(deliveries)]));
}
