import { describe, expect, it } from 'vitest';
import {
  checkSize,
  FromCore,
  limitOf,
  MAX_FILES_MESSAGE,
  MAX_MESSAGE,
  ToCore,
} from '../../../../main/shell/core-host/pipe.ts';
import { ACCOUNT_ROWS } from '../../../../shared/contract/account-rows.ts';
import { CORE_DOOR } from '../../../../shared/contract/core.ts';

describe('[security 5] what goes through a pipe', () => {
  it('is at most 1 MiB of JSON', () => {
    expect(checkSize('x'.repeat(MAX_MESSAGE - 2))).toBe('fits');
    expect(checkSize('x'.repeat(MAX_MESSAGE - 1))).toBe('too large');
    expect(checkSize(undefined)).toBe('fits');
  });

  it('is 28 MiB for the calls that carry scans, and for no other', () => {
    const large = Object.keys(CORE_DOOR).filter((name) => limitOf(name) === MAX_FILES_MESSAGE);
    expect(large.toSorted()).toEqual(['list.import', 'registration.create', 'roleChange.create']);
    expect(['constructor', '__proto__', 'nothing'].map(limitOf)).toEqual(Array(3).fill(MAX_MESSAGE));
    // Two scans as large as the contract lets through.
    const scan = {
      kind: 'transferForm',
      name: '表'.repeat(400),
      contentBase64: 'A'.repeat(14_100_000),
    } as const;
    const files = [scan, scan];
    const input = { requestId: '01890000-0000-7000-8000-0000000000a1', successorId: null, files };
    expect(ACCOUNT_ROWS['roleChange.create'].input.safeParse(input).success).toBe(true);
    expect(checkSize(input)).toBe('too large');
    expect(checkSize(input, limitOf('roleChange.create'))).toBe('fits');
  });

  it('is data', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    expect(checkSize(cyclic)).toBe('not data');
    expect(checkSize({ n: 1n })).toBe('not data');
  });

  it.each([null, 5, 'start', {}, { kind: 'start' }, { kind: 'format' }, { kind: 'data', port: 'a' }])(
    'is no message to the core: %j',
    (junk) => {
      expect(ToCore.safeParse(junk).success).toBe(false);
    },
  );

  it.each([null, 5, {}, { event: 'shutdown' }, { port: 1.5, data: 1 }])(
    'is no message from it: %j',
    (junk) => {
      expect(FromCore.safeParse(junk).success).toBe(false);
    },
  );
});
