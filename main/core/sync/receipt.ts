import { createPublicKey, verify } from 'node:crypto';
import type { Receipt } from '../../../shared/contract/central.ts';
import { canonicalJson } from '../../../shared/domain/canonical/canonical-json.ts';
import type { Operation } from '../../../shared/domain/case/operation.ts';

/**
 * Whether a receipt is central's and speaks of this very operation: Ed25519 over the canonical JSON
 * of all its other fields. Only such a one acknowledges (I1). The key is base64 SPKI DER.
 */
export function isReceiptOf(operation: Operation, receipt: Receipt, receiptKey: string): boolean {
  const { signature, ...signed } = receipt;
  if (receipt.opId !== operation.opId || receipt.payloadSha256 !== operation.payloadSha256) return false;
  if (receipt.commitSeq !== receipt.result.seq) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(receiptKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(canonicalJson(signed)), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
