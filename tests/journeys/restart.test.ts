import { expect, test } from 'vitest';
import { closingTracking, nextId } from '../helpers/case-builders.ts';
import { freshStudent, typed } from '../helpers/central-students.ts';
import { aFiling, getFailure, getValue } from '../helpers/core.ts';
import { inWorld } from '../helpers/journey.ts';
import { act, file, list, outbox, pill, see, track } from '../helpers/journey-acts.ts';

test(
  '[I1] [I2] the core ends in mid-story and begins again on its vault: what waits, what is typed and what is known are there',
  inWorld(async (world) => {
    const primary = await world.computer('xr-primary');
    const known = await file(primary, freshStudent('xr'));
    await world.meet();
    await primary.line.down();
    const waiting = await file(primary, typed(freshStudent('xr')));
    const draft = {
      draftId: nextId(),
      kind: 'filing' as const,
      regime: 'senior-high' as const,
      caseId: nextId(),
      action: null,
      baseRevision: 0,
      student: { name: '打到一半' },
      values: { address: '斗六市' },
      step: 1,
    };
    getValue(await primary.ask('draft.put', draft));
    const before = await outbox(primary);

    await primary.restart();
    expect(getFailure(await primary.ask('outbox.list', {}))).toEqual({ code: 'SIGNED_OUT' });
    expect(getValue(await primary.unlock())).toMatchObject({ state: 'signedIn', offline: true });
    expect((await outbox(primary)).map(({ opId }) => opId)).toEqual(before.map(({ opId }) => opId));
    expect(getValue(await primary.ask('draft.list', {})).drafts).toMatchObject([draft]);
    expect((await list(primary)).map(({ caseId }) => caseId).toSorted()).toEqual([known, waiting].toSorted());
    await track(primary, waiting);

    await primary.line.up();
    await world.pass(60_000);
    expect(await outbox(primary)).toEqual([]);
    expect((await world.logged(waiting)).map(({ kind }) => kind)).toEqual(['submit', 'sendTracking']);
    expect(getValue(await primary.ask('session.get', {})).offline).toBe(false);
  }),
);

test(
  '[I3] the core ends between the commit and its answer: after the next start the operation is received, once',
  inWorld(async (world) => {
    const primary = await world.computer('xr-primary');
    primary.line.weather = ({ call }) => (call === 'operation.submit' ? 'lost' : undefined);
    const caseId = await file(primary, freshStudent('xr'));
    await primary.rest();
    await primary.restart();
    primary.line.weather = () => undefined;
    getValue(await primary.unlock());
    await world.pass(60_000);
    expect((await see(primary, caseId)).row.delivery).toBe('received');
    expect(await world.logged()).toHaveLength(1);
  }),
);

test(
  '[I1] central ends and begins again on the same database in mid-story: sessions, receipts and order hold',
  inWorld(async (world) => {
    const primary = await world.computer('xr-primary');
    const counsellor = await world.computer('xr-counselor');
    const caseId = await file(primary, freshStudent('xr'));
    await track(primary, caseId);
    await world.meet();
    await world.restartCentral();
    await act(primary, caseId, 'report');
    await world.meet();
    expect((await see(counsellor, caseId)).row.state).toBe('TRACKING');
    await world.restartCentral();
    await track(counsellor, caseId, closingTracking());
    await world.meet();
    await world.restartCentral();
    await act(primary, caseId, 'close');
    await world.meet();
    expect(await world.caseOf(caseId)).toMatchObject({ state: 'CLOSED' });
    expect((await world.logged(caseId)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);

    // Old requests find their receipts in the new central, too.
    const sent = primary.line.carried.filter(({ call }) => call === 'operation.submit');
    for (const carried of sent) expect(await primary.line.replay(carried)).toBe(carried.answer);
    expect(await world.logged(caseId)).toHaveLength(5);
  }),
);

test(
  '[security 7.29] offline: the password alone opens the vault; five wrong ones close it for a quarter of an hour',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1');
    await file(teacher, freshStudent('xr'));
    await world.meet();
    await teacher.restart();
    await teacher.line.down();
    for (let tries = 0; tries < 5; tries += 1)
      expect(getFailure(await teacher.unlock('Wrong#Password1')).code).toBe('WRONG_CREDENTIALS');
    const locked = getFailure(await teacher.unlock());
    expect(locked).toMatchObject({ code: 'LOCKED_OUT', detail: { minutes: 15 } });
    await world.pass(14 * 60_000);
    expect(getFailure(await teacher.unlock())).toMatchObject({ code: 'LOCKED_OUT', detail: { minutes: 1 } });
    await world.pass(61_000);
    expect(getValue(await teacher.unlock())).toMatchObject({ state: 'signedIn', offline: true });
    expect(await list(teacher)).toHaveLength(1);
    const stranger = await world.computer('xr-teacher2', { away: true });
    expect(getFailure(await stranger.unlock()).code).toBe('OFFLINE_FIRST_SIGN_IN');
  }),
);

test(
  '[security 7.31] online: five wrong passwords lock the account for a quarter of an hour, a captcha serves once',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1', { away: true });
    for (let tries = 0; tries < 5; tries += 1)
      expect(getFailure(await teacher.signIn('Wrong#Password1')).code).toBe('WRONG_CREDENTIALS');
    expect(getFailure(await teacher.signIn())).toMatchObject({
      code: 'LOCKED_OUT',
      detail: { minutes: 15 },
    });
    await world.pass(15 * 60_000 + 1000);
    const { captchaId } = getValue(await teacher.ask('captcha.create', {}));
    const captcha = { captchaId, answer: world.central.captchaAnswer(captchaId) };
    const { account, password } = teacher.account;
    getValue(await teacher.ask('session.signIn', { account, password, captcha }));
    await teacher.rest();
    expect(getFailure(await teacher.ask('session.signIn', { account, password, captcha })).code).toBe(
      'WRONG_CAPTCHA',
    );
    expect(getValue(await teacher.ask('session.get', {})).state).toBe('signedIn');
  }),
);

test(
  '[SY12] the thirty minutes pass with work in the outbox: signed out, kept, and sent after the next sign-in',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1');
    await teacher.line.down();
    await file(teacher, typed(freshStudent('xr')));
    await world.pass(31 * 60_000);
    expect(getValue(await teacher.ask('session.get', {})).state).toBe('signedOut');
    expect(getFailure(await teacher.ask('case.file', aFiling())).code).toBe('SIGNED_OUT');
    await teacher.line.up();
    getValue(await teacher.unlock());
    expect(await outbox(teacher)).toMatchObject([{ delivery: 'waiting', failure: { code: 'SIGNED_OUT' } }]);
    expect(await pill(teacher)).toMatchObject({ failure: { code: 'SIGNED_OUT' } });
    getValue(await teacher.signIn());
    expect(await outbox(teacher)).toEqual([]);
    expect(await world.logged()).toHaveLength(1);
  }),
);
