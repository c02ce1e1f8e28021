import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { THEME } from '../../../renderer/app/theme.ts';

const css = readFileSync('renderer/app/theme.css', 'utf8');

/** The colours that one block of the style sheet sets. */
const coloursOf = (selector: string): Record<string, string> => {
  const block = css.slice(css.indexOf(`${selector} {`));
  const body = block.slice(0, block.indexOf('}'));
  return Object.fromEntries([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]));
};

const channel = (value: number): number => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16)));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** Contrast of WCAG 2.2 between two colours. */
const contrast = (one: string, other: string): number => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

test('the measure itself', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#767676', '#ffffff')).toBeGreaterThan(4.5);
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
});

test.each([':root', ":root[data-mantine-color-scheme='dark']"])(
  '[WCAG 1.4.3] every tone is readable on every surface of %s',
  (selector) => {
    const colours = coloursOf(selector);
    const tones = Object.entries(colours).filter(([name]) => name.startsWith('tone-'));
    const surfaces = Object.entries(colours).filter(([name]) => name.startsWith('surface'));
    expect(tones).toHaveLength(8);
    expect(surfaces).toHaveLength(3);
    for (const [tone, colour] of tones) {
      for (const [surface, ground] of surfaces) {
        expect(contrast(colour, ground), `${tone} on ${surface}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  },
);

test('[WCAG 1.4.3] white is readable on the accent', () => {
  const accent = THEME.colors?.['accent'];
  expect(contrast(accent?.[7] ?? '#ffffff', '#ffffff')).toBeGreaterThanOrEqual(4.5);
});
