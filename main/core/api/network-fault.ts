import type { Failure } from '../../../shared/failure.ts';

/** Somebody answers, but not as central does: wrong certificate, no TLS, broken or endless bodies. */
const NOT_CENTRAL_SPEAKING =
  /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|EPROTO|HPE_|Z_|ERR_BAD_RESPONSE|ERR_FR_)/;

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
}

/**
 * A request that got no answer to read. Nothing was decided, whatever it is: all are retried later.
 * Certificates cannot be overruled; their trouble has its own detail.
 */
export function networkFailure(fault: unknown): Failure {
  const cause = fault instanceof Error ? codeOf(fault.cause) : '';
  const code = [codeOf(fault), cause].find((one) => NOT_CENTRAL_SPEAKING.test(one));
  if (code === undefined) return { code: 'OFFLINE' };
  const certificate = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_)/.test(code);
  return { code: 'INTERCEPTED', ...(certificate ? { detail: { reason: 'certificate' } } : {}) };
}
