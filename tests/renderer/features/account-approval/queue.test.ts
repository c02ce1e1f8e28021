import { describe, expect, test } from 'vitest';
import { nextWaiting, stepFrom } from '../../../../renderer/features/account-approval/queue.ts';
import { aRequest } from '../../../helpers/account-window.ts';

const rows = [
  aRequest(1),
  aRequest(2, { status: 'approved' }),
  aRequest(3),
  aRequest(4, { status: 'returned' }),
];
const id = (n: number) => aRequest(n).requestId;

describe('J and K', () => {
  test('go one further and stop at the ends', () => {
    expect(stepFrom(rows, id(1), 1)?.requestId).toBe(id(2));
    expect(stepFrom(rows, id(2), -1)?.requestId).toBe(id(1));
    expect(stepFrom(rows, id(4), 1)).toBeUndefined();
    expect(stepFrom(rows, id(1), -1)).toBeUndefined();
  });
});

describe('after one comes the next', () => {
  test('the next that waits below, past what is decided', () => {
    expect(nextWaiting(rows, id(1))?.requestId).toBe(id(3));
  });

  test('none below: the nearest that waits above', () => {
    expect(nextWaiting(rows, id(3))?.requestId).toBe(id(1));
  });

  test('none at all', () => {
    expect(nextWaiting([aRequest(1)], id(1))).toBeUndefined();
  });
});
