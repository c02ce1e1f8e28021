import { describe, expect, test } from 'vitest';
import { readMailConfig } from '../../../central/mail/config.ts';

const from = 'noreply@leaving.example.tw';

describe('where mails go', () => {
  test('nothing said: they stay here, and links lead to where the service listens', () => {
    expect(readMailConfig({ XUELU_SMTP_URL: '', XUELU_MAIL_FROM: '', XUELU_PUBLIC_URL: '' })).toEqual({
      smtp: null,
      from: 'xuelu@central.invalid',
      publicUrl: null,
    });
  });

  test.each([
    ['smtps://mail.example.tw', { host: 'mail.example.tw', port: 465, secure: true, user: '', password: '' }],
    [
      'smtp://a%40b:p%3Aw@mail.example.tw:2525',
      { host: 'mail.example.tw', port: 2525, secure: false, user: 'a@b', password: 'p:w' },
    ],
    ['smtp://[::1]:25', { host: '::1', port: 25, secure: false, user: '', password: '' }],
    ['smtp://mail.example.tw', { host: 'mail.example.tw', port: 587, secure: false, user: '', password: '' }],
  ])('%s', (XUELU_SMTP_URL, smtp) => {
    expect(readMailConfig({ XUELU_SMTP_URL, XUELU_MAIL_FROM: from }).smtp).toEqual(smtp);
  });

  test.each([
    ['https://leaving.example.tw/', 'https://leaving.example.tw'],
    ['https://example.tw/xuelu/', 'https://example.tw/xuelu'],
    ['http://127.0.0.1:4680', 'http://127.0.0.1:4680'],
  ])('links begin with %s', (XUELU_PUBLIC_URL, publicUrl) => {
    expect(readMailConfig({ XUELU_PUBLIC_URL }).publicUrl).toBe(publicUrl);
  });

  test.each([
    [{ XUELU_SMTP_URL: 'mail.example.tw', XUELU_MAIL_FROM: from }, 'XUELU_SMTP_URL'],
    [{ XUELU_SMTP_URL: 'http://user:secret@mail.example.tw', XUELU_MAIL_FROM: from }, 'XUELU_SMTP_URL'],
    [{ XUELU_SMTP_URL: 'smtp://user:secret@mail.example.tw' }, 'XUELU_MAIL_FROM'],
    [{ XUELU_MAIL_FROM: 'a@b.tw\r\nBcc: c@d.tw' }, 'XUELU_MAIL_FROM'],
    [{ XUELU_MAIL_FROM: '學路 <a@b.tw>' }, 'XUELU_MAIL_FROM'],
    [{ XUELU_PUBLIC_URL: 'http://leaving.example.tw' }, 'loopback only'],
    [{ XUELU_PUBLIC_URL: 'https://leaving.example.tw/?a=b' }, 'XUELU_PUBLIC_URL'],
    [{ XUELU_PUBLIC_URL: 'leaving.example.tw' }, 'XUELU_PUBLIC_URL'],
  ])('%j is refused with a sentence and without a password', (env, sentence) => {
    expect(() => readMailConfig(env)).toThrow(sentence);
    expect(() => readMailConfig(env)).not.toThrow('secret');
  });
});
