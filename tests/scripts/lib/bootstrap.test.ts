import { expect, test } from 'vitest';
import { outdated } from '../../../scripts/lib/bootstrap.mjs';

const lock = {
  '': { version: '0.1.0' },
  'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
  'node_modules/other-platform': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};
const tree = { 'node_modules/zod': lock['node_modules/zod'] };

test('an installed tree that agrees with the lock is up to date, without the packages of other platforms', () => {
  expect(outdated(lock, tree)).toBeUndefined();
});

test('a package that is missing, older or another one is named', () => {
  expect(outdated(lock, {})).toContain('zod');
  expect(outdated(lock, { 'node_modules/zod': { ...tree['node_modules/zod'], version: '4.6.6' } })).toContain(
    'zod',
  );
  expect(outdated(lock, { 'node_modules/zod': { ...tree['node_modules/zod'], integrity: 'x' } })).toContain(
    'zod',
  );
});

test('an optional package of another version is named', () => {
  expect(outdated(lock, { ...tree, 'node_modules/other-platform': { version: '0.9.0' } })).toContain(
    'other-platform',
  );
});
