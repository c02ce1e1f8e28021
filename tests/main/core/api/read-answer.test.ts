import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readAnswer, stayAwayMs, type RawAnswer } from '../../../../main/core/api/read-answer.ts';

const Output = z.object({ n: z.number() });
const NOW = Date.parse('2026-11-21T02:30:00.000Z');

const read = (over: Partial<RawAnswer>) =>
  readAnswer(
    Output,
    { status: 200, contentType: 'application/json', retryAfter: null, body: '{"n":1}', ...over },
    NOW,
  );
const failed = (code: string) => ({ ok: false, failure: { code } });

test('an answer of central is read by its schema', () => {
  expect(read({})).toEqual({ ok: true, value: { n: 1 } });
  expect(read({ contentType: 'application/json; charset=utf-8' }).ok).toBe(true);
});

describe('[SY7] [security 7.36] what is not an answer of central is INTERCEPTED', () => {
  test.each<[string, Partial<RawAnswer>]>([
    ['a log-in page', { contentType: 'text/html', body: '<html>Login</html>' }],
    ['a log-in page that calls itself JSON', { body: '<html>Login</html>' }],
    ['our own JSON in a page', { contentType: 'text/html' }],
    ['an empty 200', { body: '' }],
    ['no content', { status: 204, body: '', contentType: '' }],
    ['half of an answer', { body: '{"n":' }],
    ['another answer', { body: '{"n":"1"}' }],
    ['a redirect', { status: 302, body: '', contentType: 'text/html' }],
    ['a proxy that wants a password', { status: 407, contentType: 'text/html', body: 'Proxy' }],
    ['a bare 401', { status: 401, contentType: 'text/html', body: '' }],
    ['a bare 404', { status: 404, contentType: 'text/plain', body: 'Not Found' }],
    ['JSON of somebody else with 403', { status: 403, body: '{"error":"blocked"}' }],
    ['a failure that we do not know', { status: 409, body: '{"failure":{"code":"NEW_ONE"}}' }],
    ['JSON ten thousand levels deep', { body: '['.repeat(10_000) + ']'.repeat(10_000) }],
  ])('%s', (_, over) => {
    expect(read(over)).toEqual(failed('INTERCEPTED'));
  });
});

test('a failure of central comes as it is', () => {
  const body = JSON.stringify({ failure: { code: 'LOCKED_OUT', detail: { seconds: 90 } } });
  expect(read({ status: 429, body })).toEqual({
    ok: false,
    failure: { code: 'LOCKED_OUT', detail: { seconds: 90 } },
  });
});

test.each([
  [500, 'UNAVAILABLE'],
  [502, 'UNAVAILABLE'],
  [503, 'UNAVAILABLE'],
  [504, 'UNAVAILABLE'],
  [429, 'RATE_LIMITED'],
])('a bare %i of a server in front of central is %s', (status, code) => {
  expect(read({ status, contentType: 'text/html', body: '<h1>x</h1>' })).toEqual(failed(code));
});

test('[SY9] a failure says how long to stay away', () => {
  const body = JSON.stringify({ failure: { code: 'RATE_LIMITED' } });
  expect(read({ status: 429, body, retryAfter: '17' })).toEqual({
    ...failed('RATE_LIMITED'),
    stayAway: 17_000,
  });
  expect(read({ status: 503, body: '', retryAfter: '3' })).toMatchObject({ stayAway: 3000 });
});

test.each([
  [null, undefined],
  ['0', 0],
  ['120', 120_000],
  ['Sat, 21 Nov 2026 02:31:00 GMT', 60_000],
  ['Sat, 21 Nov 2026 02:29:00 GMT', 0],
  ['99999999', 3_600_000],
  ['soon', undefined],
  ['-5', undefined],
])('[SY9] Retry-After %s means %s ms', (header, ms) => {
  expect(stayAwayMs(header, NOW)).toBe(ms);
});
