import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { FailureCode } from '../../shared/failure.ts';
import { freshStudent } from '../helpers/central-students.ts';
import { getFailure, getValue } from '../helpers/core.ts';
import { inWorld } from '../helpers/journey.ts';
import { file, outbox, pill, see } from '../helpers/journey-acts.ts';
import type { BoxAnswer } from '../helpers/journey-line.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const PORTAL = '<!doctype html><title>登入校園網路</title><form action="/login">…</form>';
const BOMB = gzipSync(Buffer.alloc(24 * 1024 * 1024));

/** Boxes in the network that answer in central's place, and what the person reads. */
const BOXES: readonly (readonly [string, FailureCode, BoxAnswer])[] = [
  ['a log-in page with 200', 'INTERCEPTED', { body: PORTAL }],
  ['a log-in page that calls itself JSON', 'INTERCEPTED', { type: JSON_TYPE, body: PORTAL }],
  ['an empty 200', 'INTERCEPTED', { type: JSON_TYPE }],
  ['an empty 204', 'INTERCEPTED', { status: 204, type: JSON_TYPE }],
  ['half of a JSON', 'INTERCEPTED', { type: JSON_TYPE, body: '{"results":[{"opId":"' }],
  ['an answer that breaks off', 'INTERCEPTED', { type: JSON_TYPE, body: '{"results":', short: 500 }],
  ['the right words in a wrong type', 'INTERCEPTED', { type: 'text/plain', body: '{"results":[]}' }],
  ['JSON of somebody else', 'INTERCEPTED', { type: JSON_TYPE, body: '{"hello":"world"}' }],
  ['a list of nothing like results', 'INTERCEPTED', { type: JSON_TYPE, body: '[null]' }],
  ['a redirect', 'INTERCEPTED', { status: 302, headers: { location: 'http://127.0.0.1:9/login' } }],
  ['a 404 of another server', 'INTERCEPTED', { status: 404, body: PORTAL }],
  [
    'a bomb of packed zeros',
    'INTERCEPTED',
    { type: JSON_TYPE, body: BOMB, headers: { 'content-encoding': 'gzip' } },
  ],
  ['a proxy without its server', 'UNAVAILABLE', { status: 502, body: '<h1>Bad Gateway</h1>' }],
  ['a busy server', 'UNAVAILABLE', { status: 503, type: JSON_TYPE, body: '{"failure":{"code":"NO"}}' }],
  ['a full one', 'RATE_LIMITED', { status: 429, body: 'slow down' }],
];

test.each(BOXES)(
  '[security 7.36] [SY7] %s: the operation waits with %s and goes through later',
  (_box, code, box) =>
    inWorld(async (world) => {
      const teacher = await world.computer('xr-teacher1');
      teacher.line.weather = () => ({ box });
      const caseId = await file(teacher, freshStudent('xr'));
      await teacher.rest();
      await world.pass(40_000);
      expect(await world.logged()).toEqual([]);
      expect(await outbox(teacher)).toMatchObject([{ delivery: 'waiting', attempts: 0 }]);
      expect((await pill(teacher)).failure?.code).toBe(code);
      expect((await outbox(teacher))[0]?.failure?.code).toBe(code);
      expect((await see(teacher, caseId)).row).toMatchObject({ state: 'FILED', delivery: 'waiting' });
      teacher.line.weather = () => undefined;
      await world.pass(60_000);
      expect((await see(teacher, caseId)).row.delivery).toBe('received');
      expect(await world.logged()).toHaveLength(1);
    })(),
);

test(
  '[security 7.36] the box answers the submission alone: central has it, the client asks again, one effect',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1');
    teacher.line.weather = ({ call }) =>
      call === 'operation.submit' ? { rewrite: (text) => text.slice(0, text.length / 2) } : undefined;
    const caseId = await file(teacher, freshStudent('xr'));
    await teacher.rest();
    expect(await world.logged()).toHaveLength(1);
    expect((await see(teacher, caseId)).row).toMatchObject({ delivery: 'waiting', caseNumber: null });
    expect((await pill(teacher)).failure?.code).toBe('INTERCEPTED');
    teacher.line.weather = () => undefined;
    await world.pass(60_000);
    expect((await see(teacher, caseId)).row.delivery).toBe('received');
    expect(await world.logged()).toHaveLength(1);
  }),
);

test(
  '[SY2] [security 7.36] a forged receipt acknowledges nothing',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1');
    teacher.line.weather = ({ call }) =>
      call === 'operation.submit'
        ? { rewrite: (text) => text.replace(/"caseNumber":"\d+-\d+"/, '"caseNumber":"9999999999-99"') }
        : call === 'change.list'
          ? 'cut'
          : undefined;
    const caseId = await file(teacher, freshStudent('xr'));
    await teacher.rest();
    expect(await outbox(teacher)).toMatchObject([
      { delivery: 'waiting', failure: { code: 'INTERCEPTED', detail: { reason: 'signature' } } },
    ]);
    expect((await see(teacher, caseId)).row.caseNumber).toBeNull();
    teacher.line.weather = () => undefined;
    await world.pass(60_000);
    expect((await see(teacher, caseId)).row).toMatchObject({ caseNumber: '2611210001-01' });
  }),
);

test(
  '[SY9] [I6] `Retry-After` is honoured, also when the person asks to try now',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1');
    teacher.line.weather = () => ({ box: { status: 503, headers: { 'retry-after': '120' } } });
    await file(teacher, freshStudent('xr'));
    await teacher.rest();
    const asked = teacher.line.carried.length;
    teacher.line.weather = () => undefined;
    await teacher.sync();
    await world.pass(110_000);
    await teacher.sync();
    expect(teacher.line.carried).toHaveLength(asked);
    expect(await world.logged()).toEqual([]);
    await world.pass(11_000);
    expect(await world.logged()).toHaveLength(1);
  }),
);

test(
  '[security 7.36] a box at sign-in and at 視窗1: a plain word, and the work goes on without the register',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1', { away: true });
    teacher.line.weather = () => ({ box: { body: PORTAL } });
    expect(getFailure(await teacher.ask('captcha.create', {}))).toEqual({ code: 'INTERCEPTED' });
    teacher.line.weather = () => undefined;
    getValue(await teacher.signIn());
    teacher.line.weather = () => ({ box: { body: PORTAL } });
    const { identityNumber } = freshStudent('xr');
    const looked = await teacher.ask('student.check', { regime: 'senior-high', identityNumber });
    expect(getValue(looked)).toEqual({ source: 'offline', identityNumber });
  }),
);

test(
  '[security 7.36] the address of central is taken only where central itself answers',
  inWorld(async (world) => {
    const at = await world.computer('xr-teacher1', { away: true, start: { policyCentralUrl: null } });
    expect(getValue(await at.ask('session.get', {})).state).toBe('centralUnknown');
    expect(getFailure(await at.signIn()).code).toBe('CENTRAL_UNKNOWN');
    const set = (url: string) => at.ask('central.set', { url });
    expect(getFailure(await set('http://example.test')).code).toBe('INVALID_INPUT');
    at.line.weather = () => ({ box: { body: PORTAL } });
    expect(getFailure(await set(at.line.url)).code).toBe('NOT_CENTRAL');
    await at.line.down();
    expect(getFailure(await set(at.line.url)).code).toBe('OFFLINE');
    expect(getValue(await at.ask('session.get', {})).state).toBe('centralUnknown');
    await at.line.up();
    at.line.weather = () => undefined;
    expect(getValue(await set(`${at.line.url}/`))).toMatchObject({
      state: 'signedOut',
      centralUrl: at.line.url,
    });
    expect(getValue(await at.signIn()).state).toBe('signedIn');
    await at.restart();
    expect(getValue(await at.ask('session.get', {})).centralUrl).toBe(at.line.url);
  }),
);
