import { expect, test } from 'vitest';
import { freshStudent } from '../helpers/central-students.ts';
import { until } from '../helpers/clock.ts';
import { getFailure, getValue } from '../helpers/core.ts';
import { inWorld } from '../helpers/journey.ts';
import { comeBack, followLink, forget, handOver, setRoles, view } from '../helpers/journey-accounts.ts';
import { act, file, list, outbox, track } from '../helpers/journey-acts.ts';

const NEW_PASSWORD = 'Xinmima#Kaishi82';
const ids = (rows: readonly { readonly caseId: string }[]) => rows.map(({ caseId }) => caseId).toSorted();

test(
  '[S A:350] [security 2] a forgotten password, set anew by the mail: the unsent work is there and goes',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1');
    await teacher.line.down();
    const caseId = await file(teacher, freshStudent('xr'));
    await track(teacher, caseId);
    await teacher.restart();
    await comeBack(teacher);
    await forget(world, teacher);
    await followLink(world, teacher.account.email, NEW_PASSWORD);
    expect(await world.logged()).toEqual([]);

    expect(getFailure(await teacher.signIn()).code).toBe('WRONG_CREDENTIALS');
    expect(getValue(await teacher.signIn(NEW_PASSWORD))).toMatchObject({ state: 'signedIn', offline: false });
    expect((await world.logged()).map(({ kind, status }) => [kind, status])).toEqual([
      ['submit', 'committed'],
      ['sendTracking', 'committed'],
    ]);
    await teacher.ask('session.signOut', {});
    await teacher.line.down();
    expect(getFailure(await teacher.unlock()).code).toBe('WRONG_CREDENTIALS');
    expect((await teacher.unlock(NEW_PASSWORD)).ok).toBe(true);
  }),
);

test(
  '[S 1.14] 修改密碼 at one computer: the other one takes the new password, and its unsent work goes',
  inWorld(async (world) => {
    const here = await world.computer('xr-teacher1');
    const there = await world.computer('xr-teacher1');
    await there.line.down();
    const caseId = await file(there, freshStudent('xr'));
    await there.restart();
    await comeBack(there);
    const { password: current } = here.account;
    getValue(await here.ask('password.change', { current, next: NEW_PASSWORD }));
    expect((await view(here)).passwordDaysLeft).toBe(90);
    await here.sync();
    expect((await view(here)).offline).toBe(false);

    // Without central the old one still opens what lies there.
    await there.line.down();
    expect((await there.unlock()).ok).toBe(true);
    await there.ask('session.signOut', {});
    await comeBack(there);
    getValue(await there.signIn(NEW_PASSWORD));
    expect((await world.logged()).map((row) => row.caseId)).toEqual([caseId]);
  }),
);

test(
  '[S A:153–156] 導師 promoted to 主通: what he had not sent goes, and he sees every case of the school',
  inWorld(async (world) => {
    const [primary, successor, other] = [
      await world.computer('xr-primary'),
      await world.computer('xr-teacher1'),
      await world.computer('xr-teacher2'),
    ];
    const agency = await world.computer('admin');
    const caseId = await file(successor, freshStudent('xr'));
    const theirs = await file(other, freshStudent('xr'));
    await world.meet();
    expect(ids(await list(successor))).toEqual([caseId]);
    await successor.line.down();
    await track(successor, caseId);
    await successor.restart();
    await comeBack(successor);

    await handOver(primary, agency, successor);
    expect(getFailure(await successor.signIn()).code).toBe('ACCOUNT_DISABLED');
    expect(getFailure(await primary.signIn()).code).toBe('ACCOUNT_DISABLED');
    await followLink(world, successor.account.email, NEW_PASSWORD);
    const session = getValue(await successor.signIn(NEW_PASSWORD));
    expect(session).toMatchObject({ account: { roles: ['PRIMARY'] }, mustDo: null });
    expect(ids(await list(successor))).toEqual([caseId, theirs].toSorted());
    // He wrote it as 導師, and 主通 may do all that a 導師 may: it goes by itself [I9].
    await until(async () => (await outbox(successor)).length === 0);
    expect((await world.logged(caseId)).map(({ kind, status }) => [kind, status])).toEqual([
      ['submit', 'committed'],
      ['sendTracking', 'committed'],
    ]);
    expect(getValue(await successor.ask('handover.get', {})).cases).toHaveLength(2);
  }),
);

test(
  '[S A:153–156] [I9] a former 主通 who comes back as 導師: only his own cases, and nothing unsent is lost',
  inWorld(async (world) => {
    const [former, successor, other] = [
      await world.computer('xr-primary'),
      await world.computer('xr-teacher1'),
      await world.computer('xr-teacher2'),
    ];
    const agency = await world.computer('admin');
    const own = await file(former, freshStudent('xr'));
    const [theirs, more] = [await file(other, freshStudent('xr')), await file(other, freshStudent('xr'))];
    await track(other, theirs);
    await world.meet();
    expect(await list(former)).toHaveLength(3);
    await handOver(former, agency, successor);
    // He does not know it yet: what he does now waits.
    await former.line.down();
    await act(former, theirs, 'report');
    await comeBack(former);
    await followLink(world, successor.account.email, NEW_PASSWORD);
    getValue(await successor.signIn(NEW_PASSWORD));
    await setRoles(successor, former, ['HOMEROOM'], 'enable');
    await followLink(world, former.account.email);

    expect(getValue(await former.signIn())).toMatchObject({ account: { roles: ['HOMEROOM'] } });
    expect(ids(await list(former))).toEqual([own]);
    expect(getFailure(await former.ask('case.get', { caseId: theirs })).code).toBe('NOT_FOUND');
    expect(former.caseOf(more)).toBeUndefined();
    const [item] = await outbox(former);
    expect(item).toMatchObject({ caseId: theirs, action: 'report', delivery: 'revoked' });
    expect(item?.name).not.toBe('');
    getValue(await former.ask('outbox.withdraw', { opId: item?.opId ?? '' }));
    expect(former.caseOf(theirs)).toBeUndefined();
    expect(getFailure(await former.ask('handover.get', {})).code).toBe('FORBIDDEN');
    expect(await world.caseOf(theirs)).toMatchObject({ state: 'PENDING_REPORT' });
  }),
);

test(
  '[SY18] 帳號類別 changed while somebody works: the list follows without signing in again',
  inWorld(async (world) => {
    const primary = await world.computer('xr-primary');
    const teacher = await world.computer('xr-teacher1');
    const own = await file(teacher, freshStudent('xr'));
    const theirs = await file(await world.computer('xr-teacher2'), freshStudent('xr'));
    await world.meet();
    expect(ids(await list(teacher))).toEqual([own]);
    await setRoles(primary, teacher, ['HOMEROOM', 'COUNSELOR']);
    await world.meet();
    expect((await view(teacher)).account?.roles).toEqual(['HOMEROOM', 'COUNSELOR']);
    expect(ids(await list(teacher))).toEqual([own, theirs].toSorted());
    await setRoles(primary, teacher, ['HOMEROOM']);
    await world.meet();
    expect(ids(await list(teacher))).toEqual([own]);
    expect(teacher.caseOf(theirs)).toBeUndefined();
  }),
);
