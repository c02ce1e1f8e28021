import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/domain/canonical/canonical-json.ts';
import { hashedPart, Operation, SCHEMA_VERSION } from '../../shared/domain/case/operation.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';

/** Shapes that the service takes: this one and the one before (I10); typed migrations stand here when there is one. */
const SCHEMA_VERSIONS: readonly unknown[] = [SCHEMA_VERSION, SCHEMA_VERSION - 1];

const fieldOf = (raw: unknown, name: string): unknown =>
  typeof raw === 'object' && raw !== null ? Reflect.get(raw, name) : undefined;

/** For the answer to something that is no operation; empty when it carries no readable id. */
export const opIdOf = (raw: unknown): string => {
  const opId = fieldOf(raw, 'opId');
  return typeof opId === 'string' && opId.length <= 36 ? opId : '';
};

/** What the database's uuid type would write otherwise than it came. */
const hasLowerCaseIds = (op: Operation): boolean =>
  [op.opId, op.caseId, op.deviceId, op.prevOpId ?? ''].every((id) => id === id.toLowerCase());

/** NUL and half surrogate pairs, which neither jsonb nor canonical JSON can carry (security 7.16). */
function findHash(op: Operation): string | null {
  try {
    const text = canonicalJson(hashedPart(op));
    return text.includes('\\u0000') ? null : createHash('sha256').update(text).digest('hex');
  } catch {
    return null;
  }
}

/**
 * One operation as it came. Unknown fields and codes are refused, never dropped. Such a refusal is
 * not remembered: a later version of the service may read what this one cannot.
 */
export function readOperation(raw: unknown): Result<Operation> {
  const version = fieldOf(raw, 'schemaVersion');
  if (Number.isInteger(version) && !SCHEMA_VERSIONS.includes(version))
    return fail('SCHEMA_UNSUPPORTED', { minimum: SCHEMA_VERSION - 1, current: SCHEMA_VERSION });
  const parsed = Operation.safeParse(raw);
  if (!parsed.success)
    return fail('INVALID_INPUT', {
      where: 'operation',
      path: parsed.error.issues[0]?.path.map(String).join('.') ?? '',
    });
  const op = parsed.data;
  if (!hasLowerCaseIds(op)) return fail('INVALID_INPUT', { where: 'operation', path: 'opId' });
  if (findHash(op) !== op.payloadSha256)
    return fail('INVALID_INPUT', { where: 'operation', path: 'payloadSha256' });
  return ok(op);
}
