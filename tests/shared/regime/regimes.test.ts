import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ACTIONS } from '../../../shared/domain/case/action.ts';
import type { CaseState } from '../../../shared/domain/case/state.ts';
import { fieldsOf, type Condition, type FormDef } from '../../../shared/forms/form.ts';
import { codesOfField } from '../../../shared/forms/options.ts';
import { FAILURES } from '../../../shared/failure.ts';
import type { From, Regime } from '../../../shared/regime/regime.ts';
import { RegimeId } from '../../../shared/regime/regime-id.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { statesOf } from '../../helpers/case-builders.ts';

const regimes = RegimeId.options.map((id): readonly [RegimeId, Regime] => [id, REGIMES[id]]);

const movesOf = (regime: Regime) =>
  ACTIONS.flatMap((action) =>
    Object.entries(regime.actions[action]?.moves ?? {}).map(([from, to]) => ({
      action,
      from: from as From,
      to,
    })),
  );
const formsOf = (regime: Regime): readonly FormDef[] => [
  ...new Set([
    regime.filingForm,
    regime.trackingForm,
    ...ACTIONS.flatMap((action) => regime.actions[action]?.form ?? []),
  ]),
];

describe.each(regimes)('%s', (id, regime) => {
  test('[RG1] is found under its own id', () => {
    expect(regime.id).toBe(id);
  });

  test('[RG1] acts and automatic moves start and end in defined states', () => {
    for (const { action, from, to } of [...movesOf(regime)]) {
      expect(regime.states[to], `${action} to ${to}`).not.toBeNull();
      if (from !== 'NONE') expect(regime.states[from], `${action} from ${from}`).not.toBeNull();
    }
    for (const { from, to } of regime.automatic) {
      expect(regime.states[from]).not.toBeNull();
      expect(regime.states[to]).not.toBeNull();
    }
  });

  test('[RG1] every state can be reached from nothing', () => {
    const reached = new Set<From>(['NONE']);
    const edges = [...movesOf(regime), ...regime.automatic];
    for (let round = 0; round <= edges.length; round += 1) {
      for (const { from, to } of edges) if (reached.has(from)) reached.add(to);
    }
    expect(statesOf(id).filter((state) => !reached.has(state))).toEqual([]);
  });

  test('[RG1] only a filing begins a case, as 暫存 or submitted', () => {
    expect(
      movesOf(regime)
        .filter(({ from }) => from === 'NONE')
        .map(({ action }) => action),
    ).toEqual(['save', 'submit']);
  });

  test('[RG1] a lock is named only where no move stands, and only in defined states', () => {
    for (const action of ACTIONS) {
      const row = regime.actions[action];
      for (const from of Object.keys(row?.lockedIn ?? {}) as From[]) {
        expect(row?.moves[from], `${action} in ${from}`).toBeUndefined();
        if (from !== 'NONE') expect(regime.states[from], `${action} in ${from}`).not.toBeNull();
      }
    }
  });

  test('[RG2] an ended state is left by nothing, a reported one never becomes unreported', () => {
    const phase = (state: CaseState) => regime.states[state]?.phase;
    for (const { from, to } of [...movesOf(regime), ...regime.automatic]) {
      if (from === 'NONE') continue;
      expect(phase(from)).not.toBe('ended');
      if (phase(from) === 'reported') expect(phase(to)).not.toBe('unreported');
    }
    const ends = (state: CaseState) => phase(state) === 'ended';
    expect(statesOf(id).filter(ends)).toEqual(['CLOSED', 'VOIDED']);
  });

  test('[RG2] 通報 alone makes a case reported, and is stamped; so is what closes it', () => {
    const phase = (state: From) => (state === 'NONE' ? 'unreported' : regime.states[state]?.phase);
    const crossing = movesOf(regime).filter(
      ({ from, to }) => phase(from) === 'unreported' && phase(to) === 'reported',
    );
    expect([...new Set(crossing.map(({ action }) => action))]).toEqual(['report']);
    expect(regime.actions.report?.stamps).toEqual(['reportedAt']);
    const closing = movesOf(regime).filter(({ to }) => to === 'CLOSED');
    expect(closing.map(({ action }) => action)).toEqual(['close']);
    expect(ACTIONS.filter((action) => regime.actions[action]?.stamps.includes('closedAt'))).toEqual([
      'close',
    ]);
    expect(regime.automatic.filter(({ from, to }) => phase(from) !== phase(to))).toEqual([]);
  });

  test('[RG3] buttons and desk name acts that the regime has, from states that it has', () => {
    for (const action of [...regime.mainActs, ...regime.moreActs]) {
      expect(regime.actions[action], action).not.toBeNull();
    }
    for (const { action, states } of regime.desk) {
      for (const state of states) {
        expect(regime.actions[action]?.moves[state], `${action} from ${state}`).toBeDefined();
      }
    }
  });

  test('[RG3] every act with a small form stands on a button', () => {
    const written = ['save', 'submit', 'saveTracking', 'sendTracking', 'deleteTracking'];
    const acts = ACTIONS.filter((action) => regime.actions[action] !== null && !written.includes(action));
    const buttons = [...regime.mainActs, ...regime.moreActs];
    expect(acts.filter((action) => !buttons.includes(action))).toEqual([]);
  });

  test('[RG3] in every open state somebody can go on', () => {
    const open = statesOf(id).filter((state) => regime.states[state]?.phase !== 'ended');
    for (const state of open) {
      const acts = movesOf(regime).filter(({ from, to }) => from === state && to !== state);
      const follows = regime.automatic.filter(({ from }) => from === state);
      expect(acts.length + follows.length, state).toBeGreaterThan(0);
    }
  });

  test('[RG4] every category has its closing reasons, and every reason a place', () => {
    const field = fieldsOf(regime.filingForm).find((f) => f.id === 'category')!;
    expect(Object.keys(regime.closeReasons)).toEqual(codesOfField(field, ''));
    const reasons = Object.values(regime.closeReasons).flat();
    expect(reasons.length).toBeGreaterThan(0);
    expect(Object.keys(regime.enrolmentChecks).filter((reason) => !reasons.includes(reason))).toEqual([]);
  });

  test('[RG4] grants name roles and categories that exist, each act somebody', () => {
    const categories = Object.keys(regime.closeReasons);
    for (const action of ACTIONS) {
      const row = regime.actions[action];
      if (row === null) continue;
      expect(row.grants.flatMap(({ roles }) => roles).length, action).toBeGreaterThan(0);
      const named = row.grants.flatMap((grant) => grant.categories ?? []);
      expect(
        named.filter((category) => !categories.includes(category)),
        action,
      ).toEqual([]);
    }
  });

  test('[RG4] forms: ids once, conditions, copies, groups and dates name what exists', () => {
    for (const form of formsOf(regime)) {
      const fields = fieldsOf(form);
      const ids = fields.map((field) => field.id);
      expect(new Set(ids).size, form.id).toBe(ids.length);
      const codes = (fieldId: string) =>
        codesOfField(
          fields.find((field) => field.id === fieldId)!,
          'ABSENCE3',
        ) ?? [];
      const conditions = fields.flatMap((field): Condition[] => [
        ...(field.shown === undefined ? [] : [field.shown]),
        ...(typeof field.required === 'object' ? [field.required] : []),
      ]);
      for (const condition of conditions) {
        expect(ids, form.id).toContain(condition.field);
        expect(codes(condition.field)).toContain('is' in condition ? condition.is : condition.includes);
      }
      for (const field of fields) {
        if (field.kind === 'copy') {
          for (const [to, from] of Object.entries(field.copies)) {
            const kindOf = (fieldId: string) => fields.find((f) => f.id === fieldId)?.kind;
            expect(kindOf(to), to).toBe(kindOf(from));
            expect(kindOf(to), to).toBeDefined();
          }
        }
        if (field.kind === 'groupedChoices') {
          expect(Object.keys(field.groups)).toEqual(codes(field.mainGroupField));
          for (const [code, other] of Object.entries(field.other)) {
            expect(codes(field.id)).toContain(code);
            expect(ids).toContain(other);
          }
        }
        if (field.kind === 'choices' && field.exclusive !== undefined) {
          expect(field.codes).toContain(field.exclusive);
        }
        if ((field.kind === 'date' || field.kind === 'dateTime') && typeof field.notBefore === 'object') {
          expect(ids).toContain(field.notBefore.field);
        }
        const all = codesOfField(field, 'ABSENCE3') ?? [];
        expect(new Set(all).size, field.id).toBe(all.length);
      }
    }
  });

  test('[RG4] what is shown on a condition depends on nothing that is itself hidden', () => {
    for (const form of formsOf(regime)) {
      const fields = fieldsOf(form);
      for (const field of fields) {
        const on = fields.find((other) => other.id === field.shown?.field);
        expect(on?.shown, `${form.id} ${field.id}`).toBeUndefined();
      }
    }
  });
});

test('[RG5] no code asks which regime it is', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const rooms = ['shared', 'main', 'preload', 'renderer', 'central'].filter((room) =>
    existsSync(root + room),
  );
  const asks =
    /(?:[!=]==?|\bcase)\s*['"](?:senior-high|compulsory)['"]|['"](?:senior-high|compulsory)['"]\s*[!=]==?/u;
  const found = rooms.flatMap((room) =>
    readdirSync(`${root}${room}`, { recursive: true, encoding: 'utf8' })
      // Demo data are made by part of school, whose names are the same.
      .filter((name) => /\.tsx?$/u.test(name) && !name.startsWith('demo/'))
      .filter((name) => asks.test(readFileSync(`${root}${room}/${name}`, 'utf8')))
      .map((name) => `${room}/${name}`),
  );
  expect(rooms).toContain('shared');
  expect(found).toEqual([]);
});

test('[RG1] the failure of every refused act is one that is never repeated by itself', () => {
  for (const code of [
    'NOT_ALLOWED',
    'ADULT',
    'REASON_NOT_ALLOWED',
    'FORM_INVALID',
    'INVALID_INPUT',
  ] as const) {
    expect(FAILURES[code].retry).toBe('never');
  }
});
