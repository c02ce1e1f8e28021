import { CONTRACT_VERSION } from '../../shared/contract/version.ts';
import { ok } from '../../shared/failure.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { CentralHandler } from '../http/handlers.ts';
import { getCommitSeq } from '../store/ledger.ts';

/** Healthy means that the database answers. */
export const getHealth =
  (context: CentralContext): CentralHandler<'health.get'> =>
  async () => {
    await getCommitSeq(context.db);
    return ok({
      service: 'xuelu-central',
      status: 'ok',
      contractVersion: CONTRACT_VERSION,
      epoch: context.identity.epoch,
      now: isoNow(context),
    });
  };
