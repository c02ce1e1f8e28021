import { createHash } from 'node:crypto';
import type { Actor } from '../../../shared/domain/account/account.ts';
import { canonicalJson } from '../../../shared/domain/canonical/canonical-json.ts';
import { hashedPart, SCHEMA_VERSION, type Operation } from '../../../shared/domain/case/operation.ts';
import type { Place } from '../vault/store.ts';

type Fields = 'opId' | 'caseId' | 'baseRevision' | 'kind' | 'payload';
/** What a person did, before it has its place: one member for each kind. */
export type Act = Operation extends infer O ? (O extends Operation ? Pick<O, Fields> : never) : never;

/** Hex SHA-256 of a text. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The envelope around an act: who, when, where in the order. It is judged before it is sealed. */
export const makeOperation = (
  act: Act,
  place: Place,
  by: { readonly actor: Actor; readonly deviceId: string; readonly occurredAt: string },
): Operation => ({ ...act, ...place, ...by, schemaVersion: SCHEMA_VERSION, payloadSha256: '' }) as Operation;

/** With the hash over its content, which only a judged one has: half a 字 cannot be hashed (security 7.16). */
export const seal = (operation: Operation): Operation => ({
  ...operation,
  payloadSha256: sha256(canonicalJson(hashedPart(operation))),
});
