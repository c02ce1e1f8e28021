/** A route that is no call of the door: for browsers and machines, without a session. */
interface PageRow {
  readonly url: string;
  readonly status: number;
  readonly form?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const UNKNOWN_LINK = `/account/link/${'k'.repeat(43)}`;
const PASSWORDS = 'password=Mt7%21kelp-gr4n&repeat=Mt7%21kelp-gr4n';

/** Every mounted route that is not in the door, by `METHOD url`; several ways to ask for it. */
export const PAGE_ROWS: Readonly<Record<string, readonly PageRow[]>> = {
  'GET /openapi.json': [{ url: '/openapi.json', status: 200 }],
  'GET /account/style.css': [{ url: '/account/style.css', status: 200 }],
  'GET /account/link/:token': [
    { url: UNKNOWN_LINK, status: 410 },
    { url: '/account/link/x', status: 410 },
  ],
  'POST /account/link/:token': [
    { url: UNKNOWN_LINK, status: 410, form: PASSWORDS },
    { url: UNKNOWN_LINK, status: 410, form: '' },
  ],
  'GET /account/done/password': [{ url: '/account/done/password', status: 200 }],
  'GET /account/done/verify': [{ url: '/account/done/verify', status: 200 }],
  // The embedded catch-all answers on this computer and under its own name alone.
  'GET /mails': [
    { url: '/mails', status: 200 },
    { url: '/mails', status: 404, headers: { host: 'stranger.test' } },
    { url: '/mails', status: 404, headers: { 'x-forwarded-for': '203.0.113.9' } },
  ],
  'GET /mails/:id': [
    { url: '/mails/unknown', status: 404 },
    { url: '/mails/..%2F..%2Fetc%2Fpasswd', status: 404 },
  ],
};
