import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FORMAT, useText } from '../../../renderer/bridge/text.ts';
import { createI18n } from '../../../renderer/bridge/i18n.ts';
import { renderInApp } from '../../helpers/window-app.tsx';

test('[security 7.13] what fills a blank is never read as a text with blanks', () => {
  const i18n = createI18n();
  i18n.addResource('zh-TW', 'translation', 'test.greeting', '您好，{{name}}');
  for (const name of ['{{7*7}}', '{{name}}', '$t(app.name)', '<img src=x onerror=alert(1)>']) {
    expect(i18n.t('test.greeting', { name })).toBe(`您好，${name}`);
  }
});

test('an unknown key shows itself', async () => {
  const Shown = () => <p>{useText()('no.such.key')}</p>;
  renderInApp(<Shown />);
  expect(await screen.findByText('no.such.key')).toBeDefined();
});

test('dates speak 民國 and Taipei; a text that is none shows itself', () => {
  expect(FORMAT.date('2026-11-21')).toBe('115/11/21（六）');
  expect(FORMAT.shortDate('2026-11-20T16:30:00.000Z')).toBe('115/11/21');
  expect(FORMAT.dateTime('2026-11-20T16:30:00.000Z')).toBe('115/11/21 00:30');
  expect(FORMAT.date('soon')).toBe('soon');
  expect(FORMAT.time('')).toBe('');
});
