import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  type KeyObject,
} from 'node:crypto';
import { GENESIS_HASH } from '../audit/audit-row.ts';
import type { Db } from './database.ts';

/** Who this service is: made once, at the first start on a database. */
export interface Identity {
  readonly epoch: string;
  /** Signs receipts; Ed25519. */
  readonly signingKey: KeyObject;
  /** Base64 of the SPKI DER of the public half: what desktops check receipts with. */
  readonly receiptKey: string;
  /** 256 random bits in hex: what central gives out again and again is derived from it. */
  readonly secret: string;
}

/** Reads the identity, making it where the database has none. Needs a migrated database. */
export async function getIdentity(db: Db): Promise<Identity> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const signing_key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await db
    .insertInto('meta')
    .values({ epoch: randomUUID(), signing_key })
    .onConflict((conflict) => conflict.column('single').doNothing())
    .execute();
  await db
    .insertInto('ledger')
    .values({ commit_seq: 0, audit_seq: 0, audit_hash: GENESIS_HASH })
    .onConflict((conflict) => conflict.column('single').doNothing())
    .execute();
  const row = await db
    .selectFrom('meta')
    .select(['epoch', 'signing_key', 'secret'])
    .executeTakeFirstOrThrow();
  const signingKey = createPrivateKey(row.signing_key);
  const spki = createPublicKey(signingKey).export({ type: 'spki', format: 'der' });
  return { epoch: row.epoch, signingKey, receiptKey: spki.toString('base64'), secret: row.secret };
}
