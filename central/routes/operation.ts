import type { OperationResult } from '../../shared/contract/central.ts';
import { ok } from '../../shared/failure.ts';
import type { CentralContext } from '../context.ts';
import { getSession, type CentralHandler } from '../http/handlers.ts';
import { submitOperation } from '../operations/submit.ts';

/** In the order in which they were made; one that fails stops none but those that follow it in its case. */
export const submitOperations =
  (context: CentralContext): CentralHandler<'operation.submit'> =>
  async ({ operations }, caller) => {
    const session = getSession(caller);
    const results: OperationResult[] = [];
    for (const raw of operations) results.push(await submitOperation(context, session, raw));
    return ok({ results });
  };
