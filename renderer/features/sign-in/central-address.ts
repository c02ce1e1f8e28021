/** Names of this very computer: the only ones for which plain HTTP is accepted. */
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/** Without `URL.canParse`, which the trial runtime does not know yet. */
function findUrl(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/**
 * The address of the reporting service as it is stored, or null when it can not be one: HTTPS (HTTP
 * only on this computer), no user, query or fragment. Without a scheme https:// is meant.
 */
export function parseCentralAddress(typed: string): string | null {
  const text = typed.normalize('NFKC').trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = text === '' ? null : findUrl(address);
  if (url === null) return null;
  const { protocol, hostname, username, password, search, hash, href } = url;
  if (username !== '' || password !== '' || search !== '' || hash !== '') return null;
  const safe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
  return safe ? href.replace(/\/+$/, '') : null;
}
