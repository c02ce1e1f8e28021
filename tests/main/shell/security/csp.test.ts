import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../../main/shell/security/csp.ts';

describe('[security 5] the content-security policy', () => {
  const rules = new Map(
    contentSecurityPolicy('abc')
      .split('; ')
      .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')] as const),
  );

  it.each([
    ['default-src', "'none'"],
    ['script-src', "'self'"],
    ['style-src', "'self' 'nonce-abc'"],
    ['style-src-attr', "'unsafe-inline'"],
    ['img-src', "'self' blob: data:"],
    ['font-src', "'self'"],
    ['connect-src', "'none'"],
    ['frame-ancestors', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', 'default'],
  ])('says %s %s', (rule, value) => {
    expect(rules.get(rule)).toBe(value);
  });

  it('says nothing more, and lets no script run from text', () => {
    expect(rules.size).toBe(12);
    expect(contentSecurityPolicy('abc')).not.toContain('unsafe-eval');
    expect(rules.get('script-src')).not.toContain('unsafe');
  });
});
