import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isReceiptOf } from '../../../../main/core/sync/receipt.ts';
import type { Receipt } from '../../../../shared/contract/central.ts';
import { canonicalJson } from '../../../../shared/domain/canonical/canonical-json.ts';
import { aCommit, anOperation, aStudent, nextId } from '../../../helpers/case-builders.ts';
import { aReceipt } from '../../../helpers/store.ts';

const keys = generateKeyPairSync('ed25519');
const receiptKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const operation = anOperation('submit');

const signed = ({ signature: _, ...receipt }: Receipt, key = keys.privateKey): Receipt => ({
  ...receipt,
  signature: sign(null, Buffer.from(canonicalJson(receipt)), key).toString('base64'),
});
const good = signed(aReceipt(operation, aCommit(3, { student: aStudent() })));

test('[SY2] a receipt that central signed is believed', () => {
  expect(isReceiptOf(operation, good, receiptKey)).toBe(true);
});

describe('[SY2] [I1] not believed is', () => {
  test.each<[string, Receipt]>([
    ['another place', { ...good, commitSeq: 4 }],
    ['another place, in the result too', { ...good, commitSeq: 4, result: { ...good.result, seq: 4 } }],
    ['another number', { ...good, result: { ...good.result, caseNumber: '2611210001-02' } }],
    ['another time', { ...good, result: { ...good.result, at: '2026-11-20T00:00:00.000Z' } }],
    ['another epoch', { ...good, serverEpoch: 'x' }],
    ['no signature', { ...good, signature: '' }],
    ['junk for a signature', { ...good, signature: '%%%' }],
    ["somebody else's signature", signed(good, generateKeyPairSync('ed25519').privateKey)],
    ['a true receipt of another operation', signed({ ...good, opId: nextId() })],
    ['a true receipt of another content', signed({ ...good, payloadSha256: 'f'.repeat(64) })],
    ['a signed contradiction', signed({ ...good, commitSeq: 9 })],
  ])('%s', (_, receipt) => {
    expect(isReceiptOf(operation, receipt, receiptKey)).toBe(false);
  });

  test.each(['', 'not a key', Buffer.from('x').toString('base64')])(
    'any receipt under the key "%s"',
    (key) => {
      expect(isReceiptOf(operation, good, key)).toBe(false);
    },
  );
});
