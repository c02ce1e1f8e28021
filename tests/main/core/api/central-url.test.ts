import { expect, test } from 'vitest';
import { checkCentralUrl } from '../../../../main/core/api/central-url.ts';

test.each([
  ['https://central.example', 'https://central.example'],
  ['  https://central.example/  ', 'https://central.example'],
  ['central.example', 'https://central.example'],
  ['https://central.example/reports/', 'https://central.example/reports'],
  ['https://central.example:8443/a?b=c#d', 'https://central.example:8443/a'],
  ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
  ['http://localhost:4000/', 'http://localhost:4000'],
  ['http://[::1]:4000', 'http://[::1]:4000'],
])('%s is an address', (typed, url) => {
  expect(checkCentralUrl(typed)).toEqual({ ok: true, value: url });
});

test.each([
  ['http://central.example', 'https'],
  ['http://127.0.0.1.example', 'https'],
  ['http://10.0.0.1', 'https'],
  ['', 'url'],
  ['https://', 'url'],
  ['https://user:secret@central.example', 'url'],
  ['ftp://central.example', 'url'],
  ['file:///etc/hosts', 'url'],
  ['javascript://x', 'url'],
  ['hello world', 'url'],
])('[security 1] %s is none', (typed, where) => {
  expect(checkCentralUrl(typed)).toEqual({
    ok: false,
    failure: { code: 'INVALID_INPUT', detail: { where } },
  });
});
