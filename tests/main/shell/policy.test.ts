import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePolicy, policyPath, readPolicy } from '../../../main/shell/policy.ts';

describe("the administrator's policy file", () => {
  it.each([
    ['https://central.example.tw', 'https://central.example.tw'],
    ['https://central.example.tw/', 'https://central.example.tw'],
    ['https://central.example.tw:8443/report/', 'https://central.example.tw:8443/report'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['http://localhost:4000/', 'http://localhost:4000'],
    ['http://[::1]:4000', 'http://[::1]:4000'],
  ])('takes %s', (centralUrl, expected) => {
    expect(parsePolicy(JSON.stringify({ centralUrl }))).toEqual({ centralUrl: expected, fault: null });
  });

  it.each([
    ['plain HTTP to another machine', '{"centralUrl":"http://central.example.tw"}'],
    ['a name and password in the address', '{"centralUrl":"https://a:b@central.example.tw"}'],
    ['a query', '{"centralUrl":"https://central.example.tw/?x=1"}'],
    ['another scheme', '{"centralUrl":"file:///etc/passwd"}'],
    ['no address at all', '{"centralUrl":"central"}'],
    ['a number', '{"centralUrl":5}'],
    ['a list', '[]'],
    ['broken JSON', '{"centralUrl":'],
    ['an empty file', ''],
    ['a huge file', JSON.stringify({ centralUrl: 'https://central.example.tw', x: 'x'.repeat(70_000) })],
  ])('ignores the whole file with %s, and says so', (_what, text) => {
    expect(parsePolicy(text)).toEqual({ centralUrl: null, fault: 'not a policy' });
  });

  it('lives with keys of a newer version and with a byte-order mark', () => {
    const text = '\uFEFF{"centralUrl":"https://central.example.tw","later":true}';
    expect(parsePolicy(text)).toEqual({ centralUrl: 'https://central.example.tw', fault: null });
    expect(parsePolicy('{}')).toEqual({ centralUrl: null, fault: null });
  });

  it('lies where only an administrator writes', () => {
    expect(policyPath('win32', { ProgramData: 'D:\\Data' })).toBe('D:\\Data\\Xuelu\\policy.json');
    expect(policyPath('win32', {})).toBe('C:\\ProgramData\\Xuelu\\policy.json');
    expect(policyPath('linux', {})).toBe('/etc/xuelu/policy.json');
    expect(policyPath('darwin', {})).toBe('/Library/Application Support/Xuelu/policy.json');
  });

  it('may be missing, but not unreadable', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xuelu-policy-'));
    const path = join(folder, 'policy.json');
    expect(await readPolicy({ path, env: {}, packaged: true })).toEqual({ centralUrl: null, fault: null });
    expect(await readPolicy({ path: folder, env: {}, packaged: true })).toEqual({
      centralUrl: null,
      fault: 'unreadable',
    });
  });

  it('is replaced by XUELU_CENTRAL_URL unpackaged only', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'xuelu-policy-')), 'policy.json');
    await writeFile(path, '{"centralUrl":"https://file.example.tw"}');
    const env = { XUELU_CENTRAL_URL: 'http://127.0.0.1:5' };
    expect((await readPolicy({ path, env, packaged: false })).centralUrl).toBe('http://127.0.0.1:5');
    expect((await readPolicy({ path, env, packaged: true })).centralUrl).toBe('https://file.example.tw');
  });
});
