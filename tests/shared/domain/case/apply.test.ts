import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTIONS } from '../../../../shared/domain/case/action.ts';
import { allowedActions } from '../../../../shared/domain/case/allowed-actions.ts';
import { apply, fold } from '../../../../shared/domain/case/apply.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import type { LogEntry, Operation } from '../../../../shared/domain/case/operation.ts';
import { RegimeId } from '../../../../shared/regime/regime-id.ts';
import { REGIMES } from '../../../../shared/regime/regimes.ts';
import { anyRegime, anyWalk, OPERATIONS, STAFF } from '../../../helpers/arbitraries.ts';
import {
  aCase,
  aCommit,
  anActor,
  anOperation,
  aStudent,
  closingTracking,
  committed,
  completeFiling,
  logTo,
  NOW,
  operationsTo,
  SCHOOL_ID,
  statesOf,
  TODAY,
  uuidOf,
  waiting,
} from '../../../helpers/case-builders.ts';

const SENIOR = REGIMES['senior-high'];
const COMPULSORY = REGIMES.compulsory;

/** What the service alone can say; everything else must not depend on it. */
const SERVICE_FACTS = { caseNumber: null, reportedAt: null, closedAt: null, pending: 0 } as const;
const withoutService = (c: Case | null) => (c === null ? null : { ...c, ...SERVICE_FACTS });

const then = (c: Case, operation: Operation, commit = true): Case => {
  const next = apply(REGIMES[c.regime], c, { operation, commit: commit ? aCommit(50) : null });
  if (next === null) throw new Error('the case is gone');
  return next;
};

describe('permitted sequences', () => {
  test('[CS10] never reach a state that the regime does not define', () => {
    fc.assert(
      fc.property(anyWalk(), ({ regime, cases }) => {
        for (const c of cases) expect(REGIMES[regime].states[c.state], c.state).not.toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  test.each(RegimeId.options)('[CS10] of %s reach every state that it defines', (id) => {
    for (const state of statesOf(id)) expect(aCase({ regime: id, state }).state).toBe(state);
    const seen = new Set<string>();
    for (const { cases } of fc.sample(anyWalk(20), { numRuns: 150, seed: 1 })) {
      for (const c of cases) if (c.regime === id) seen.add(c.state);
    }
    expect([...seen].toSorted()).toEqual([...statesOf(id)].toSorted());
  });

  test('[CS11] once closed or voided, nothing is allowed and the walk ends', () => {
    fc.assert(
      fc.property(anyWalk(), ({ regime, cases }) => {
        const ended = cases.findIndex((c) => REGIMES[regime].states[c.state]?.phase === 'ended');
        if (ended >= 0) expect(ended).toBe(cases.length - 1);
      }),
      { numRuns: 150 },
    );
  });

  test('[CS11] no operation whatever, permitted or not, opens an ended case again', () => {
    fc.assert(
      fc.property(
        anyRegime,
        fc.constantFrom<'CLOSED' | 'VOIDED'>('CLOSED', 'VOIDED'),
        fc.array(fc.tuple(fc.nat(9999), fc.boolean()), { minLength: 1, maxLength: 8 }),
        (regime, state, choices) => {
          const before = aCase({ regime, state });
          let c = before;
          for (const [choice, commit] of choices) {
            const all = OPERATIONS[regime];
            const operation = all[choice % all.length];
            if (operation !== undefined) c = then(c, operation, commit);
            expect(c).toMatchObject({
              state,
              closedAt: before.closedAt,
              reportedAt: before.reportedAt,
              closeReason: before.closeReason,
              acts: before.acts,
            });
            for (const actor of STAFF) {
              const verdicts = allowedActions(REGIMES[regime], c, actor, TODAY);
              expect(ACTIONS.filter((action) => verdicts[action].allowed)).toEqual([]);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('[CS10] no operation whatever leaves the states of the regime', () => {
    fc.assert(
      fc.property(anyRegime, fc.array(fc.nat(9999), { maxLength: 12 }), (regime, choices) => {
        const all = OPERATIONS[regime];
        const log = choices.flatMap((choice): LogEntry[] => {
          const operation = all[choice % all.length];
          return operation === undefined ? [] : [{ operation, commit: aCommit(choice + 1) }];
        });
        const c = fold(REGIMES[regime], log);
        if (c !== null) expect(REGIMES[regime].states[c.state]).not.toBeNull();
        expect(c === null).toBe(log.every(({ operation }) => !['save', 'submit'].includes(operation.kind)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('folding', () => {
  test('[CS9] in one go and step by step gives the same case', () => {
    fc.assert(
      fc.property(anyWalk(), ({ regime, log, cases }) => {
        const rules = REGIMES[regime];
        expect(fold(rules, log)).toEqual(cases.at(-1) ?? null);
        for (let cut = 0; cut <= log.length; cut += 1) {
          const half = fold(rules, log.slice(0, cut));
          expect(log.slice(cut).reduce<Case | null>((c, entry) => apply(rules, c, entry), half)).toEqual(
            fold(rules, log),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  test('[CS9] a log that went over the wire gives the same case', () => {
    fc.assert(
      fc.property(anyWalk(), ({ regime, log }) => {
        const wire = JSON.parse(JSON.stringify(log)) as LogEntry[];
        expect(fold(REGIMES[regime], wire)).toEqual(fold(REGIMES[regime], log));
      }),
      { numRuns: 60 },
    );
  });

  test('[CS9] leaves the case it started from untouched', () => {
    fc.assert(
      fc.property(anyWalk(), ({ regime, log }) => {
        let c: Case | null = null;
        for (const entry of log) {
          const before: string = JSON.stringify(c);
          const next = apply(REGIMES[regime], c, entry);
          expect(JSON.stringify(c)).toBe(before);
          c = next;
        }
      }),
      { numRuns: 60 },
    );
  });

  test('[CS9] [CS13] what waits moves the case as what is committed, but for the service’s facts', () => {
    fc.assert(
      fc.property(anyWalk(), fc.nat(20), ({ regime, log }, cut) => {
        const rules = REGIMES[regime];
        const mirror = log.slice(0, cut);
        const outbox = log.slice(cut).map(({ operation }) => ({ operation, commit: null }));
        const shown = fold(rules, [...mirror, ...outbox]);
        expect(withoutService(shown)).toEqual(withoutService(fold(rules, log)));
        expect(shown?.pending ?? 0).toBe(outbox.length);
      }),
      { numRuns: 100 },
    );
  });

  test('[CS13] committing what waited gives the case as if committed from the start', () => {
    fc.assert(
      fc.property(anyWalk(), ({ regime, log }) => {
        const rules = REGIMES[regime];
        const waited = log.map(({ operation }) => ({ operation, commit: null }));
        const settled = waited.map(({ operation }, index) => ({
          operation,
          commit: log[index]?.commit ?? null,
        }));
        expect(fold(rules, waited)?.pending).toBe(log.length);
        expect(fold(rules, settled)).toEqual(fold(rules, log));
        expect(fold(rules, settled)?.pending).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what does not fit', () => {
  test('[CS12] acts on a case that does not exist are passed over', () => {
    for (const kind of ACTIONS.filter((action) => action !== 'save' && action !== 'submit')) {
      expect(apply(SENIOR, null, { operation: anOperation(kind), commit: aCommit() })).toBeNull();
    }
    expect(fold(SENIOR, [])).toBeNull();
  });

  test('[CS12] a waiting 通報 that another device overtook takes no stamp away', () => {
    const c = aCase({ state: 'TRACKING' });
    expect(c.reportedAt).not.toBeNull();
    const shown = then(c, anOperation('report'), false);
    expect(shown).toEqual({ ...c, pending: 1 });
  });

  test('[CS12] an act of another regime moves nothing', () => {
    const c = aCase({ state: 'TRACKING' });
    expect(then(c, anOperation('find', { regime: 'compulsory' }))).toEqual(c);
  });
});

describe('facts of a case', () => {
  const filer = anActor('HOMEROOM');

  test('[CS13] [A:471] 通報 by the service’s clock, 通報字號 from its first commit', () => {
    const log = logTo({ state: 'TRACKING' });
    const c = fold(SENIOR, log);
    expect(c).toMatchObject({ state: 'TRACKING', caseNumber: '2611210001-01', pending: 0 });
    expect(c?.reportedAt).toBe(log.at(-1)?.commit?.at);
    const offline = fold(SENIOR, waiting(operationsTo({ state: 'TRACKING' })));
    expect(offline).toMatchObject({ state: 'TRACKING', caseNumber: null, reportedAt: null, pending: 3 });
  });

  test('[CS13] [CS19] [A:572] 結案: time by the service, reason of the suggestion', () => {
    const c = aCase({ state: 'CLOSED' });
    expect(c).toMatchObject({ closeReason: 'GIVES_UP_STATUS' });
    expect(c.closedAt).not.toBeNull();
    expect(fold(SENIOR, waiting(operationsTo({ state: 'CLOSED' })))).toMatchObject({
      state: 'CLOSED',
      closedAt: null,
      closeReason: 'GIVES_UP_STATUS',
    });
  });

  test('[CS19] [B:158] a compulsory case closes with the reason of its form', () => {
    expect(aCase({ regime: 'compulsory', state: 'CLOSED' }).closeReason).toBe('MOVED_AFTER_RETURN');
  });

  test('[CS14] 填報日期 is the first 提交; a 暫存 has none', () => {
    const saved = anOperation('save', { actor: filer, occurredAt: '2026-11-18T01:00:00.000Z' });
    const sent = anOperation('submit', { actor: filer, occurredAt: '2026-11-19T01:00:00.000Z' });
    const again = anOperation('submit', { occurredAt: '2026-11-20T01:00:00.000Z' });
    expect(fold(SENIOR, committed([saved]))).toMatchObject({ filedAt: null, openedAt: saved.occurredAt });
    expect(fold(SENIOR, committed([saved, sent, again]))).toMatchObject({
      openedAt: saved.occurredAt,
      filedAt: sent.occurredAt,
      filedBy: filer,
      schoolId: SCHOOL_ID,
      revision: 3,
    });
  });

  test('[CS14] the version of the rules is that of the first operation', () => {
    const first = anOperation('save');
    const later = anOperation('submit');
    const newer = { ...later, payload: { ...later.payload, regimeVersion: '120.01.01' } };
    expect(fold(SENIOR, committed([first, newer]))?.regimeVersion).toBe(SENIOR.version);
  });

  test('[CS14] only filings count as revisions of the content (I7)', () => {
    expect(aCase({ state: 'PENDING_CLOSE' }).revision).toBe(1);
  });

  test('[CS15] typed facts do not overwrite the register’s; another number does', () => {
    const typed = aStudent({ name: '王曉明', source: 'typed', asOf: null, enrolledOn: null });
    const c = aCase();
    expect(then(c, anOperation('submit', { student: typed })).student).toEqual(aStudent());
    const other = { ...typed, identityNumber: 'A123456789' };
    expect(then(c, anOperation('submit', { student: other })).student).toEqual(other);
    const renewed = aStudent({ className: '二年四班' });
    expect(then(c, anOperation('submit', { student: renewed })).student).toEqual(renewed);
  });

  test('[CS15] the register’s facts from the service win over typed ones', () => {
    const typed = aStudent({ name: '王曉明', source: 'typed', asOf: null });
    const operation = anOperation('submit', { student: typed });
    const commit = aCommit(1, { student: aStudent() });
    expect(fold(SENIOR, [{ operation, commit }])?.student).toEqual(aStudent());
    expect(fold(SENIOR, [{ operation, commit: null }])?.student).toEqual(typed);
  });
});

describe('tracking records', () => {
  const r1 = { recordId: uuidOf(0x11) };
  const draft = anOperation('saveTracking', { ...r1, values: { description: '初稿' } });
  const sent = anOperation('sendTracking', r1);

  test('[CS17] [A:557] one sent record makes 已填報 待通報; a 暫存 does not', () => {
    expect(then(aCase(), draft).state).toBe('FILED');
    expect(then(then(aCase(), draft), sent).state).toBe('PENDING_REPORT');
  });

  test('[CS17] deleting the last sent record makes it 已填報 again, deleting one of two does not', () => {
    const one = then(aCase(), sent);
    const two = then(one, anOperation('sendTracking', { recordId: uuidOf(0x12) }));
    const remove = anOperation('deleteTracking', r1);
    expect(then(one, remove).state).toBe('FILED');
    expect(then(two, remove).state).toBe('PENDING_REPORT');
  });

  test('[CS17] a returned case that holds a sent record is 待通報 at once on re-submission', () => {
    const back = then(aCase({ state: 'PENDING_REPORT' }), anOperation('sendBack'));
    expect(back.state).toBe('SENT_BACK');
    expect(then(back, anOperation('submit')).state).toBe('PENDING_REPORT');
    expect(then(aCase({ state: 'SENT_BACK' }), anOperation('submit')).state).toBe('FILED');
  });

  test('[CS16] a 暫存 is replaced by its next version, and a sent record never changes', () => {
    const second = anOperation('saveTracking', { ...r1, values: { description: '二稿' } });
    const twice = then(then(aCase(), draft), second);
    expect(twice.tracking).toHaveLength(1);
    expect(twice.tracking[0]).toMatchObject({ sent: false, values: { description: '二稿' } });
    const done = then(twice, sent);
    expect(done.tracking).toHaveLength(1);
    expect(done.tracking[0]).toMatchObject({ sent: true, values: sent.payload.values, writtenAt: NOW });
    expect(then(done, second).tracking).toEqual(done.tracking);
    expect(then(done, anOperation('sendTracking', { ...r1, values: closingTracking() })).tracking).toEqual(
      done.tracking,
    );
  });

  test('[CS16] a deleted record stays, marked', () => {
    const c = then(then(aCase(), sent), anOperation('deleteTracking', r1));
    expect(c.tracking).toHaveLength(1);
    expect(c.tracking[0]).toMatchObject({ id: r1.recordId, deleted: true, sent: true });
  });

  test('[CS18] [A:461, 572] the latest sent record decides 待結案, and a newer 否 takes it back', () => {
    const yes = anOperation('sendTracking', { recordId: uuidOf(0x21), values: closingTracking() });
    const no = anOperation('sendTracking', { recordId: uuidOf(0x22) });
    const c = then(aCase({ state: 'TRACKING' }), yes);
    expect(c.state).toBe('PENDING_CLOSE');
    expect(then(c, no).state).toBe('TRACKING');
    expect(then(then(c, no), { ...yes, payload: { ...yes.payload, recordId: uuidOf(0x23) } }).state).toBe(
      'PENDING_CLOSE',
    );
    const draftOfNo = anOperation('saveTracking', { recordId: uuidOf(0x24) });
    expect(then(c, draftOfNo).state).toBe('PENDING_CLOSE');
  });

  test('[CS18] [A:1296] a suggestion made before 通報 leads from 通報 directly to 待結案', () => {
    const yes = anOperation('sendTracking', { recordId: uuidOf(0x21), values: closingTracking() });
    const c = then(aCase(), yes);
    expect(c.state).toBe('PENDING_REPORT');
    expect(then(c, anOperation('report')).state).toBe('PENDING_CLOSE');
  });

  test('[CS18] a reason that the category does not allow suggests nothing', () => {
    const values = closingTracking('SEVEN_DAYS_TO_SUSPENSION');
    const yes = anOperation('sendTracking', { recordId: uuidOf(0x21), values });
    const suspension = completeFiling('senior-high', {
      category: 'SUSPENSION',
      suspensionFrom: '2026-11-01',
    });
    expect(then(aCase({ state: 'TRACKING' }), yes).state).toBe('PENDING_CLOSE');
    expect(then(aCase({ state: 'TRACKING', values: suspension }), yes).state).toBe('TRACKING');
  });

  test('[CS17] tracking moves no compulsory case', () => {
    for (const state of ['SLIP', 'DROPOUT', 'FOUND', 'RETURNING', 'RETURNED'] as const) {
      const c = aCase({ regime: 'compulsory', state });
      expect(then(c, anOperation('sendTracking', { regime: 'compulsory' })).state).toBe(state);
    }
    expect(COMPULSORY.automatic).toEqual([]);
  });
});
