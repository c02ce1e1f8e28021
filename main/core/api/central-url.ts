import { fail, ok, type Result } from '../../../shared/failure.ts';

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

export const isLoopback = (url: URL): boolean => LOOPBACK.test(url.hostname);

/**
 * The address of central as typed or given by policy: https, or http to this very computer (trial).
 * Gives it without a slash at the end. Failure: INVALID_INPUT {where: 'url' | 'https'}.
 */
export function checkCentralUrl(text: string): Result<string> {
  const typed = text.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (url === null || url.hostname === '' || url.username !== '' || url.password !== '')
    return fail('INVALID_INPUT', { where: 'url' });
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return fail('INVALID_INPUT', { where: 'url' });
  if (url.protocol === 'http:' && !isLoopback(url)) return fail('INVALID_INPUT', { where: 'https' });
  return ok(`${url.origin}${url.pathname}`.replace(/\/+$/, ''));
}
