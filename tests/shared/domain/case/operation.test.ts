import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTIONS } from '../../../../shared/domain/case/action.ts';
import { hashedPart, LogEntry, Operation } from '../../../../shared/domain/case/operation.ts';
import { anyJunk, OPERATIONS } from '../../../helpers/arbitraries.ts';
import { aCommit, anOperation, aStudent, payloadHash, uuidOf } from '../../../helpers/case-builders.ts';

const fits = (value: unknown) => Operation.safeParse(value).success;

describe('shape', () => {
  test.each(ACTIONS)('[CS26] %s, as it is and over the wire', (kind) => {
    const operation = anOperation(kind);
    expect(Operation.parse(operation)).toEqual(operation);
    expect(Operation.parse(JSON.parse(JSON.stringify(operation)))).toEqual(operation);
    expect(LogEntry.parse({ operation, commit: aCommit() })).toEqual({ operation, commit: aCommit() });
  });

  test('[CS26] every operation of the generators fits', () => {
    for (const operation of [...OPERATIONS['senior-high'], ...OPERATIONS.compulsory]) {
      expect(fits(operation)).toBe(true);
    }
  });

  test.each(ACTIONS)('[CS26] [security 7.38] %s with one field more or less does not fit', (kind) => {
    const operation: Record<string, unknown> = anOperation(kind);
    expect(fits({ ...operation, extra: 1 })).toBe(false);
    expect(fits({ ...operation, payload: { ...(operation['payload'] as object), extra: 1 } })).toBe(false);
    for (const name of Object.keys(operation)) {
      const { [name]: _, ...less } = operation;
      expect(fits(less), name).toBe(false);
    }
  });

  test.each([
    ['opId', 'not-a-uuid'],
    ['deviceSeq', 0],
    ['deviceSeq', 1.5],
    ['deviceSeq', 2 ** 53],
    ['baseRevision', -1],
    ['schemaVersion', 0],
    ['occurredAt', '2026-11-21'],
    ['payloadSha256', 'ABC'],
    ['kind', 'reopen'],
    ['kind', '__proto__'],
    ['actor', { ...anOperation('report').actor, roles: [] }],
    ['actor', { ...anOperation('report').actor, roles: ['GOD'] }],
    ['payload', null],
  ])('[CS26] [security 7.38] %s = %j does not fit', (name, value) => {
    expect(fits({ ...anOperation('report'), [name]: value })).toBe(false);
  });

  test.each([
    { birthDate: '2023-02-29' },
    { birthDate: '0001-01-01' },
    { enrolledOn: '3000-01-01' },
    { sex: 'other' },
    { identityNumber: 'x'.repeat(21) },
  ])('[CS26] facts of a student like %j do not fit', (over) => {
    const operation = anOperation('submit');
    const student = { ...aStudent(), ...over };
    expect(fits({ ...operation, payload: { ...operation.payload, student } })).toBe(false);
  });

  test('[CS26] [security 7.16] the version of the rules is a version', () => {
    const operation = anOperation('submit');
    for (const regimeVersion of ['', '1\u0000', '新', 'x'.repeat(21)]) {
      expect(fits({ ...operation, payload: { ...operation.payload, regimeVersion } })).toBe(false);
    }
  });

  test('[CS26] [security 7.37] junk does not fit and is no fault', () => {
    fc.assert(
      fc.property(anyJunk, (junk) => {
        expect(fits(junk)).toBe(false);
        expect(fits({ ...anOperation('report'), payload: junk })).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe('hash', () => {
  test('[CS27] covers case, kind, versions and payload', () => {
    const operation = anOperation('submit');
    expect(Object.keys(hashedPart(operation)).toSorted()).toEqual([
      'baseRevision',
      'caseId',
      'kind',
      'payload',
      'schemaVersion',
    ]);
    for (const over of [
      { caseId: uuidOf(1) },
      { kind: 'save' as const },
      { baseRevision: 7 },
      { schemaVersion: 2 },
    ]) {
      expect(payloadHash({ ...operation, ...over })).not.toBe(operation.payloadSha256);
    }
    const payload = { ...operation.payload, student: aStudent({ name: '王曉明' }) };
    expect(payloadHash({ ...operation, payload })).not.toBe(operation.payloadSha256);
  });

  test('[CS27] stays under what a retry or a new place in the outbox changes', () => {
    const operation = anOperation('submit');
    for (const over of [
      { opId: uuidOf(1) },
      { deviceSeq: 99 },
      { prevOpId: uuidOf(2) },
      { occurredAt: '2020-01-01T00:00:00Z' },
    ]) {
      expect(payloadHash({ ...operation, ...over })).toBe(operation.payloadSha256);
    }
    expect(operation.payloadSha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
