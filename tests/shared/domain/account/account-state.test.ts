import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ACCOUNT_EVENTS,
  ACCOUNT_MOVES,
  ACCOUNT_STATE_ROWS,
  ACCOUNT_STATES,
  ACCOUNT_STATUS,
  AWAITED,
  moveAccount,
  stateOf,
  type AccountEvent,
  type AccountState,
} from '../../../../shared/domain/account/account-state.ts';

const rowOf = (state: AccountState) => ACCOUNT_STATE_ROWS[state];
/** Every state × event × had a password, with where it leads. */
const ALL_MOVES = ACCOUNT_STATES.flatMap((from) =>
  ACCOUNT_EVENTS.flatMap((event) =>
    [true, false].flatMap((hasPassword) => {
      const to = moveAccount(from, event, hasPassword);
      return to === null ? [] : [{ from, event, hasPassword, to }];
    }),
  ),
);

describe('[AC4] what is stored', () => {
  test('every combination is one state or none', () => {
    const found = ACCOUNT_STATUS.flatMap((status) =>
      [true, false].flatMap((verified) =>
        [null, ...AWAITED].flatMap((awaits) => {
          try {
            return [stateOf({ status, verified, awaits })];
          } catch {
            return [];
          }
        }),
      ),
    );
    expect(found.toSorted()).toEqual([...ACCOUNT_STATES].toSorted());
  });

  test.each(ACCOUNT_STATES)('%s is found by its own row', (state) => {
    expect(stateOf(rowOf(state))).toBe(state);
  });

  test('a verified account that waits for a link is a broken database', () => {
    expect(() => stateOf({ status: 'normal', verified: true, awaits: 'reset' })).toThrow(RangeError);
    expect(() => stateOf({ status: 'disabled', verified: true, awaits: null })).toThrow(RangeError);
    expect(() => stateOf({ status: 'normal', verified: false, awaits: null })).toThrow(RangeError);
  });
});

test('[AC5] 正常／已認證 alone may sign in, and 正常／未認證 waits for one link each', () => {
  expect(ACCOUNT_STATES.filter((state) => rowOf(state).maySignIn)).toEqual(['active']);
  for (const state of ACCOUNT_STATES) {
    const { status, verified, awaits, maySignIn } = rowOf(state);
    expect(maySignIn).toBe(status === 'normal' && verified);
    expect(awaits !== null).toBe(status === 'normal' && !verified);
  }
  const awaited = ACCOUNT_STATES.map((state) => rowOf(state).awaits).filter((link) => link !== null);
  expect(awaited.toSorted()).toEqual([...AWAITED].toSorted());
});

test('[AC6] nobody waiting, returned or disabled signs in, works or holds the post', () => {
  const others = ACCOUNT_STATES.filter((state) => rowOf(state).status !== 'normal');
  expect(others).toEqual(['pending', 'rejected', 'disabled']);
  for (const state of others) {
    expect(rowOf(state)).toMatchObject({ maySignIn: false, mayWork: false, holdsPost: false });
  }
  for (const state of ACCOUNT_STATES) {
    expect(rowOf(state).holdsPost).toBe(rowOf(state).status === 'normal');
    if (rowOf(state).maySignIn) expect(rowOf(state).mayWork).toBe(true);
  }
});

test('[AC7] 待審核 ends by 核可 or 退件 and is never entered again; 退件 is final', () => {
  expect(ACCOUNT_MOVES.pending).toEqual({ approve: 'invited', reject: 'rejected' });
  expect(ALL_MOVES.filter(({ from }) => from === 'rejected')).toEqual([]);
  expect(ALL_MOVES.filter(({ to }) => to === 'pending')).toEqual([]);
  expect(new Set(ALL_MOVES.filter(({ to }) => to === 'rejected').map(({ from }) => from))).toEqual(
    new Set(['pending']),
  );
});

test('[AC8] 啟用 keeps the old password for after 驗證; without one it asks for the first', () => {
  expect(moveAccount('disabled', 'enable', true)).toBe('reenabled');
  expect(moveAccount('disabled', 'enable', false)).toBe('invited');
  expect(moveAccount('reenabled', 'finishVerify', true)).toBe('active');
});

test('[AC9] only finishing a link or changing the password makes an account 已認證', () => {
  const own: AccountEvent[] = ['finishSetPassword', 'finishReset', 'finishVerify', 'changePassword'];
  const verifying = ALL_MOVES.filter(({ to }) => rowOf(to).verified);
  expect(new Set(verifying.map(({ event }) => event))).toEqual(new Set(own));
  // A person who is signed in is at work already; the others come by their mail.
  const changing = verifying.filter(({ event }) => event === 'changePassword');
  expect(changing.every(({ from }) => rowOf(from).mayWork)).toBe(true);
});

test('[AC10] 停用 is left by 啟用 alone', () => {
  const leaving = ALL_MOVES.filter(({ from, to }) => from === 'disabled' && to !== 'disabled');
  expect(new Set(leaving.map(({ event }) => event))).toEqual(new Set(['enable']));
  for (const event of ['forget', 'finishSetPassword', 'finishReset', 'finishVerify'] as const) {
    expect(moveAccount('disabled', event, true)).toBeNull();
  }
});

test('[AC11] 提升 takes accounts at work and leads to a new password; 降級 ends in 停用', () => {
  const promoting = ALL_MOVES.filter(({ event }) => event === 'promote');
  expect(new Set(promoting.map(({ from }) => from))).toEqual(
    new Set(ACCOUNT_STATES.filter((state) => rowOf(state).mayWork)),
  );
  expect(new Set(promoting.map(({ to }) => to))).toEqual(new Set(['invited']));
  const demoting = ALL_MOVES.filter(({ event }) => event === 'demote');
  expect(new Set(demoting.map(({ to }) => to))).toEqual(new Set(['disabled']));
  // Whoever holds the post can be relieved of it, in whatever state.
  expect(new Set(demoting.map(({ from }) => from))).toEqual(
    new Set(ACCOUNT_STATES.filter((state) => rowOf(state).holdsPost || state === 'disabled')),
  );
});

test('[AC12] 忘記密碼 lets a running session go on and changes nothing the second time', () => {
  expect(moveAccount('active', 'forget', true)).toBe('resetting');
  expect(moveAccount('resetting', 'forget', true)).toBe('resetting');
  expect(rowOf('resetting')).toMatchObject({ maySignIn: false, mayWork: true });
  expect(moveAccount('resetting', 'changePassword', true)).toBe('active');
});

test('[AC12] 忘記密碼 gives no 啟用 or first password to those who had no such link', () => {
  expect(moveAccount('pending', 'forget', false)).toBeNull();
  expect(moveAccount('rejected', 'forget', false)).toBeNull();
  expect(moveAccount('invited', 'forget', false)).toBe('invited');
});

test('[AC13] a link finishes only what the account waits for', () => {
  const finishes = {
    setPassword: 'finishSetPassword',
    reset: 'finishReset',
    verify: 'finishVerify',
  } as const;
  for (const state of ACCOUNT_STATES) {
    for (const link of AWAITED) {
      expect(moveAccount(state, finishes[link], true) !== null, `${state} ${link}`).toBe(
        rowOf(state).awaits === link,
      );
    }
  }
});

interface Walk {
  state: AccountState;
  hasPassword: boolean;
}

/** As central does it: an event that the state does not know is refused and changes nothing. */
const step = ({ state, hasPassword }: Walk, event: AccountEvent): Walk => {
  const next = moveAccount(state, event, hasPassword);
  if (next === null) return { state, hasPassword };
  const sets = event === 'finishSetPassword' || event === 'finishReset' || event === 'changePassword';
  return { state: next, hasPassword: hasPassword || sets };
};

const anyEvents = fc.array(fc.constantFrom<AccountEvent>(...ACCOUNT_EVENTS), { maxLength: 40 });

describe('any sequence of events', () => {
  const start: Walk = { state: 'pending', hasPassword: false };

  test('[AC4] [AC5] [AC6] stays within the states, and who may sign in has a password', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        let walk = start;
        for (const event of events) {
          walk = step(walk, event);
          expect(ACCOUNT_STATES).toContain(walk.state);
          expect(stateOf(rowOf(walk.state))).toBe(walk.state);
          if (rowOf(walk.state).maySignIn) expect(walk.hasPassword).toBe(true);
          if (walk.state === 'reenabled') expect(walk.hasPassword).toBe(true);
        }
      }),
    );
  });

  test('[AC7] [AC10] opens no account that was returned or is disabled, but by 啟用', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        let walk = start;
        for (const event of events) {
          const { state: before } = walk;
          walk = step(walk, event);
          if (before === 'rejected') expect(walk.state).toBe('rejected');
          if (before === 'disabled' && event !== 'enable') expect(walk.state).toBe('disabled');
        }
      }),
    );
  });

  test('[AC9] [AC13] after 停用 or 降級 no link that was sent earlier lets anybody in', () => {
    const finishing = new Set<AccountEvent>(['finishSetPassword', 'finishReset', 'finishVerify']);
    fc.assert(
      fc.property(
        anyEvents,
        fc.constantFrom<AccountEvent>('disable', 'demote'),
        fc.array(fc.constantFrom<AccountEvent>(...ACCOUNT_EVENTS.filter((event) => event !== 'enable'))),
        (before, end, after) => {
          const ended = step(before.reduce(step, start), end);
          if (ended.state !== 'disabled') return;
          const later = after.reduce(step, ended);
          expect(rowOf(later.state).mayWork).toBe(false);
          for (const event of finishing) expect(step(later, event)).toEqual(later);
        },
      ),
    );
  });
});

test('every event moves some account', () => {
  expect(new Set(ALL_MOVES.map(({ event }) => event))).toEqual(new Set(ACCOUNT_EVENTS));
});
