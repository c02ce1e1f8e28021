/**
 * The content-security policy of every page [security 5]: only own files, no network, no inline script,
 * and no text turned into markup (`require-trusted-types-for`); the one Trusted Types policy allowed is
 * the `default` of `renderer/bridge/content-security.ts`, which lets nothing through that could be a tag.
 */
export function contentSecurityPolicy(styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    // Mantine writes sizes and colours as style attributes; they cannot load anything here.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}
