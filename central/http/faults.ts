import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { CentralContext } from '../context.ts';
import type { Failure } from '../../shared/failure.ts';
import { BadJson } from './checked-json.ts';

const propertyOf = (fault: unknown, name: 'code' | 'statusCode'): unknown =>
  typeof fault === 'object' && fault !== null ? Reflect.get(fault, name) : undefined;

/** SQLSTATE of texts that PostgreSQL cannot hold, such as NUL (security 7.16). */
const UNSTORABLE: readonly unknown[] = ['22021', '22P05'];
/** SQLSTATE classes and system errors of a database that is not there just now. */
const AWAY = /^(?:08|57P0|53)|^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

/** Whether PostgreSQL refused a text that cannot be stored. */
export const isUnstorable = (fault: unknown): boolean => UNSTORABLE.includes(propertyOf(fault, 'code'));

const isDatabaseAway = (fault: unknown): boolean =>
  AWAY.test(String(propertyOf(fault, 'code'))) ||
  (fault instanceof Error &&
    /^Connection terminated|timeout exceeded when trying to connect/.test(fault.message));

/**
 * What a thrown fault is to the caller: no stack, no SQL, no value of theirs or ours; the unexpected
 * gets a report id, under which the log has it.
 */
export function failureOf(
  context: Pick<CentralContext, 'newId' | 'log'>,
  where: string,
  fault: unknown,
): Failure {
  if (hasZodFastifySchemaValidationErrors(fault)) {
    const path = fault.validation[0]?.instancePath.replace(/^\//, '').replaceAll('/', '.') ?? '';
    return { code: 'INVALID_INPUT', detail: { where, path } };
  }
  if (fault instanceof BadJson || isUnstorable(fault)) return { code: 'INVALID_INPUT', detail: { where } };
  const status = propertyOf(fault, 'statusCode');
  if (status === 413) return { code: 'PAYLOAD_TOO_LARGE' };
  if (typeof status === 'number' && status >= 400 && status < 500)
    return { code: 'INVALID_INPUT', detail: { where } };
  const reportId = context.newId();
  context.log.fault(reportId, where, fault);
  return { code: isDatabaseAway(fault) ? 'UNAVAILABLE' : 'UNEXPECTED', detail: { reportId } };
}
