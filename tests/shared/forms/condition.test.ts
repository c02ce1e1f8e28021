import { expect, test } from 'vitest';
import { holds, isRequired, isShown } from '../../../shared/forms/condition.ts';
import { smallForm, fieldsOf, type FieldDef } from '../../../shared/forms/form.ts';
import { codesOf, FormValues, textOf } from '../../../shared/forms/values.ts';

const is = { field: 'a', is: 'yes' } as const;
const includes = { field: 'a', includes: 'X' } as const;

test('[FM17] `is` compares the text; a list or nothing is no text', () => {
  expect(holds(is, { a: 'yes' })).toBe(true);
  expect(holds(is, { a: 'no' })).toBe(false);
  expect(holds(is, { a: ['yes'] })).toBe(false);
  expect(holds(is, {})).toBe(false);
});

test('[FM17] `includes` finds the code in one or several', () => {
  expect(holds(includes, { a: ['Y', 'X'] })).toBe(true);
  expect(holds(includes, { a: 'X' })).toBe(true);
  expect(holds(includes, { a: ['Y'] })).toBe(false);
  expect(holds(includes, { a: 'XY' })).toBe(false);
  expect(holds(includes, {})).toBe(false);
});

test('[FM2] [FM3] a hidden field is never required', () => {
  const field = (over: Partial<FieldDef>): FieldDef =>
    ({ id: 'f', kind: 'text', max: 9, required: true, ...over }) as FieldDef;
  expect(isShown(field({}), {})).toBe(true);
  expect(isShown(field({ shown: is }), {})).toBe(false);
  expect(isRequired(field({ shown: is }), {})).toBe(false);
  expect(isRequired(field({ shown: is }), { a: 'yes' })).toBe(true);
  expect(isRequired(field({ required: is }), { a: 'yes' })).toBe(true);
  expect(isRequired(field({ required: is }), { a: 'no' })).toBe(false);
  expect(isRequired(field({ required: false }), {})).toBe(false);
});

test('[FM17] a value read as text or as codes', () => {
  expect(textOf({ a: 'x' }, 'a')).toBe('x');
  expect(textOf({ a: ['x'] }, 'a')).toBe('');
  expect(codesOf({ a: 'x' }, 'a')).toEqual(['x']);
  expect(codesOf({ a: '' }, 'a')).toEqual([]);
  expect(codesOf({ a: ['x', 'y'] }, 'a')).toEqual(['x', 'y']);
  expect(codesOf({}, 'a')).toEqual([]);
});

test('[FM16] [security 7.37] answers are texts and lists of codes of bounded size', () => {
  expect(FormValues.safeParse({ a: 'x', b: ['y'] }).success).toBe(true);
  expect(FormValues.safeParse({ a: 'x'.repeat(4001) }).success).toBe(false);
  expect(FormValues.safeParse({ a: Array(61).fill('x') }).success).toBe(false);
  expect(FormValues.safeParse({ ['x'.repeat(61)]: 'y' }).success).toBe(false);
  for (const value of [1, null, true, { a: 'x' }, [['x']], [1]]) {
    expect(FormValues.safeParse({ a: value }).success).toBe(false);
  }
});

test('[FM1] the small form of an act has one page with its fields', () => {
  const fields: FieldDef[] = [{ id: 'reason', kind: 'longText', max: 200, required: true }];
  expect(fieldsOf(smallForm('void', fields))).toEqual(fields);
  expect(fieldsOf(smallForm('report', []))).toEqual([]);
});
