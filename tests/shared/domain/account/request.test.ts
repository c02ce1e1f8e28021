import { describe, expect, test } from 'vitest';
import { FILE_KINDS, REQUEST_KINDS, REQUEST_ROWS } from '../../../../shared/domain/account/request.ts';

test('[AC26] what each request needs, who reviews it, and whether by letter', () => {
  expect(REQUEST_ROWS).toEqual({
    staff: { required: [], optional: [], reviewer: 'primary', letter: false },
    primary: { required: ['accountForm'], optional: [], reviewer: 'agency', letter: true },
    transfer: { required: ['transferForm'], optional: ['appointment'], reviewer: 'agency', letter: true },
    promotion: { required: ['transferForm'], optional: ['appointment'], reviewer: 'agency', letter: true },
  });
});

describe.each(REQUEST_KINDS)('[AC26] %s', (kind) => {
  const { required, optional, reviewer, letter } = REQUEST_ROWS[kind];
  const files: readonly string[] = [...required, ...optional];

  test('names each paper once, and no more than two', () => {
    expect(new Set(files).size).toBe(files.length);
    expect(files.length).toBeLessThanOrEqual(2);
    expect(files.filter((file) => !(FILE_KINDS as readonly string[]).includes(file))).toEqual([]);
  });

  test('goes with a letter and a stamped paper where the agency reviews it', () => {
    expect(letter).toBe(reviewer === 'agency');
    expect(required.length > 0).toBe(reviewer === 'agency');
  });
});

test('[AC26] every kind of paper is taken by some request', () => {
  const taken = Object.values(REQUEST_ROWS).flatMap((row): string[] => [...row.required, ...row.optional]);
  expect(new Set(taken)).toEqual(new Set(FILE_KINDS));
});
