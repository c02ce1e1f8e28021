import { expect, test } from 'vitest';
import {
  defaultFilters,
  FIRST_ROWS,
  isNarrowed,
  NEXT_ROWS,
  queryOf,
  sortedBy,
} from '../../../../renderer/features/case-list/filters.ts';
import { CORE_DOOR } from '../../../../shared/contract/core.ts';
import { TODAY } from '../../../helpers/case-builders.ts';

test('[domain §1.10] the last twelve months, all states, newest first', () => {
  expect(defaultFilters(TODAY)).toEqual({
    from: '2025-11-21',
    to: '2026-11-21',
    state: null,
    text: '',
    sort: 'filedAt',
    descending: true,
  });
});

test('a query fits the door, however long the text', () => {
  const query = queryOf('senior-high', { ...defaultFilters(TODAY), text: ' 王'.repeat(200) }, null);
  expect(CORE_DOOR['case.list'].input.safeParse(query).success).toBe(true);
  expect(query.limit).toBe(FIRST_ROWS);
  expect(queryOf('senior-high', defaultFilters(TODAY), 'next').limit).toBe(NEXT_ROWS);
});

test('a heading sorts upwards, then turns round', () => {
  const once = sortedBy(defaultFilters(TODAY), 'name');
  expect(once).toMatchObject({ sort: 'name', descending: false });
  expect(sortedBy(once, 'name')).toMatchObject({ sort: 'name', descending: true });
  expect(sortedBy(once, 'state')).toMatchObject({ sort: 'state', descending: false });
});

test('the order of rows narrows nothing; blanks neither', () => {
  const filters = defaultFilters(TODAY);
  expect(isNarrowed(sortedBy(filters, 'name'), TODAY)).toBe(false);
  expect(isNarrowed({ ...filters, text: ' \u3000' }, TODAY)).toBe(false);
  expect(isNarrowed({ ...filters, state: 'DRAFT' }, TODAY)).toBe(true);
  expect(isNarrowed({ ...filters, from: '2024-01-01' }, TODAY)).toBe(true);
});
