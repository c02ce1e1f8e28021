import { sign } from 'node:crypto';
import type { Receipt } from '../../shared/contract/central.ts';
import { canonicalJson } from '../../shared/domain/canonical/canonical-json.ts';
import type { Commit } from '../../shared/domain/case/operation.ts';
import type { Identity } from '../store/meta.ts';

/** What the log holds of a committed operation. */
export interface Committed {
  readonly opId: string;
  readonly payloadSha256: string;
  readonly epoch: string;
  readonly commit: Commit;
}

/**
 * The receipt 收件回條: signed (Ed25519) over the canonical JSON of all its other fields, and only after
 * the commit returned (I1). The signature is deterministic, so a replay gets the same bytes (I3).
 */
export function makeReceipt(identity: Identity, { opId, payloadSha256, epoch, commit }: Committed): Receipt {
  const proven = { opId, commitSeq: commit.seq, serverEpoch: epoch, payloadSha256, result: commit };
  const signature = sign(null, Buffer.from(canonicalJson(proven)), identity.signingKey);
  return { ...proven, signature: signature.toString('base64') };
}
