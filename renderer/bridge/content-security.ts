import { z } from 'zod';

/**
 * Loaded first by both pages, because the content-security policy (main/shell/security/csp.ts) asks
 * three things of them: style sheets made at run time carry the nonce of the page, text becomes markup
 * only through the one Trusted Types policy below, and no code is compiled at run time.
 */
interface TrustedTypesFactory {
  createPolicy(name: 'default', rules: { createHTML(text: string): string | null }): unknown;
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypesFactory;
    /** Read by `get-nonce`, which the scroll lock under Mantine's dialogs uses. */
    __webpack_nonce__?: string;
  }
}

/** The nonce for `<style>` elements, for Mantine's `getStyleNonce`; empty outside Electron. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// zod decides when a schema is made, so this must come before every other module.
z.config({ jitless: true });

// React sets Mantine's style sheets through innerHTML: they pass, since no tag can begin in them.
// Anything with `<` is refused, and scripts made from text always are.
window.trustedTypes?.createPolicy('default', {
  createHTML: (text) => (text.includes('<') ? null : text),
});
window.__webpack_nonce__ = styleNonce();
