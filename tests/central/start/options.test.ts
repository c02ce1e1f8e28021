import { describe, expect, test } from 'vitest';
import { readOptions } from '../../../central/start/options.ts';

describe('options', () => {
  test('without any: loopback, the usual port, the embedded database, no demo', () => {
    expect(readOptions([], {})).toEqual({
      demo: false,
      host: '127.0.0.1',
      port: 0,
      data: '.data/central',
      databaseUrl: null,
      captchaFile: null,
      mail: { smtp: null, from: 'xuelu@central.invalid', publicUrl: null },
    });
  });

  test('are read from arguments and environment', () => {
    const args = ['--demo', '--port', '4999', '--data', 'x'];
    const env = { DATABASE_URL: 'postgres://db/x', XUELU_TEST_CAPTCHA_FILE: '' };
    expect(readOptions(args, env)).toMatchObject({
      demo: true,
      port: 4999,
      data: 'x',
      databaseUrl: 'postgres://db/x',
      captchaFile: null,
    });
  });

  test.each([
    ['--port', 'abc', /--port takes/],
    ['--port', '65536', /--port takes/],
    ['--port', '1.5', /--port takes/],
    ['--no-such-option', '', /Unknown option/],
    ['surplus', '', /Unexpected argument/],
  ])('%s %s is refused', (option, value, sentence) => {
    expect(() => readOptions([option, value].filter(Boolean), {})).toThrow(sentence);
  });

  test.each(['0.0.0.0', '192.168.1.4', 'central.example'])(
    '[security §1] the test captcha and the published passwords are refused on %s',
    (host) => {
      const env = { XUELU_TEST_CAPTCHA_FILE: 'answers.jsonl' };
      expect(() => readOptions(['--host', host], env)).toThrow('loopback');
      expect(() => readOptions(['--host', host, '--demo'], {})).toThrow('loopback');
      expect(readOptions(['--host', host], {}).host).toBe(host);
      expect(readOptions(['--host', '127.0.0.1', '--demo'], env).captchaFile).toBe('answers.jsonl');
    },
  );
});
