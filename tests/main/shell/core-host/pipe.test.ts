import { describe, expect, it } from 'vitest';
import { checkSize, FromCore, MAX_MESSAGE, ToCore } from '../../../../main/shell/core-host/pipe.ts';

describe('[security 5] what goes through a pipe', () => {
  it('is at most 1 MiB of JSON', () => {
    expect(checkSize('x'.repeat(MAX_MESSAGE - 2))).toBe('fits');
    expect(checkSize('x'.repeat(MAX_MESSAGE - 1))).toBe('too large');
    expect(checkSize(undefined)).toBe('fits');
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
