import type { CallResult } from '../api/call-result.ts';
import type { CentralClient } from '../api/central-client.ts';

/** Whether somebody is there is known soon or not at all. */
const LIMIT_MS = 5000;

/** Asks central whether it is there; gives how far its clock is ahead of ours, in milliseconds (I8). */
export async function probe(client: CentralClient, now: () => number): Promise<CallResult<number>> {
  const asked = now();
  const answer = await client.call('health.get', {}, { limit: LIMIT_MS });
  if (!answer.ok) return answer;
  const answered = now();
  return { ok: true, value: Date.parse(answer.value.now) - (asked + answered) / 2 };
}
