import { expect, test } from 'vitest';
import { checkSentence, failureSentence } from '../../../renderer/bridge/failure-text.ts';
import { textFor } from '../../../shared/text/index.ts';

const t = textFor('zh-TW');

test('[A:1294–1296] a locked act names the one condition that fails', () => {
  const sentence = failureSentence(t, { code: 'NOT_ALLOWED', detail: { reason: 'NO_SENT_TRACKING' } });
  expect(sentence).toContain(t('lock.NO_SENT_TRACKING'));
  expect(sentence).not.toContain('NO_SENT_TRACKING');
  expect(failureSentence(t, { code: 'NOT_ALLOWED' })).toBe(t('failure.NOT_ALLOWED'));
});

test('a failure becomes its sentence', () => {
  expect(failureSentence(t, { code: 'OFFLINE' })).toBe(t('failure.OFFLINE'));
});

test('ids and ISO dates of a check are told in the words of a person', () => {
  const sentence = checkSentence(
    t,
    { path: 'leftOn', code: 'dateBefore', detail: { field: 'leftOn', date: '2026-11-21' } },
    '',
  );
  expect(sentence).toBe(`日期不可早於${t('field.leftOn')}（115/11/21（六））`);
});

test('[security 7.11] numbers of a check are filled in', () => {
  expect(checkSentence(t, { path: 'x', code: 'textTooLong', detail: { max: 300, count: 301 } }, '')).toBe(
    '字數限制300字，目前301字',
  );
});

test('[security §2] why the vault stays shut is told where one can do something about it', () => {
  expect(failureSentence(t, { code: 'VAULT_LOCKED', detail: { reason: 'lease' } })).toBe(
    t('vaultLocked.lease'),
  );
  expect(failureSentence(t, { code: 'VAULT_LOCKED', detail: { reason: 'pragma' } })).toBe(
    t('failure.VAULT_LOCKED'),
  );
});
