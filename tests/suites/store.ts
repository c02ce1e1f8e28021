import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStore } from '../../main/core/vault/create-store.ts';
import type { CasePageQuery } from '../../main/core/vault/rows.ts';
import { KEEP_RECEIPTED_MS } from '../../main/core/vault/outbox.ts';
import type { Outcome, Store } from '../../main/core/vault/store.ts';
import type { Draft } from '../../shared/contract/core.ts';
import type { LogEntry, Operation } from '../../shared/domain/case/operation.ts';
import { aCommit, aStudent, CASE_ID, logTo, nextId, SCHOOL_ID, uuidOf } from '../helpers/case-builders.ts';
import { aReceipt, inPlace, pageOf, type OpenedTables } from '../helpers/store.ts';

const EPOCH = 'epoch-1';
/** Two operations at one place of the log, in the words of each implementation. */
const ONE_PLACE = /at one place|UNIQUE constraint/;
const NOW = Date.parse('2026-11-21T02:30:00.000Z');

const aDraft = (over: Partial<Draft> = {}): Draft => ({
  draftId: nextId(),
  kind: 'filing',
  regime: 'senior-high',
  caseId: CASE_ID,
  action: null,
  baseRevision: 0,
  student: null,
  values: { address: '一' },
  step: 1,
  savedAt: '2026-11-21T02:30:00.000Z',
  ...over,
});

const aQuery = (over: Partial<CasePageQuery> = {}): CasePageQuery => ({
  regime: 'senior-high',
  scope: { schoolId: SCHOOL_ID, filedBy: null },
  from: '2026-01-01',
  to: '2026-12-31',
  state: null,
  text: '',
  sort: 'filedAt',
  descending: false,
  after: null,
  limit: 50,
  ...over,
});

/** What every implementation of the tables must keep, whatever it is made of. */
export function storeSuite(name: string, open: () => OpenedTables): void {
  describe(`the store ${name}`, () => {
    let opened: OpenedTables;
    let store: Store;
    beforeEach(() => {
      opened = open();
      store = createStore(opened.tables);
    });
    afterEach(() => {
      store.close();
      opened.remove();
    });

    const save = (operation: Operation, draftId: string | null = null): Operation => {
      const placed = inPlace(operation, store);
      store.save(placed, draftId);
      return placed;
    };
    const committed = (operation: Operation, seq: number, epoch = EPOCH): Outcome => ({
      kind: 'committed',
      opId: operation.opId,
      receipt: aReceipt(operation, aCommit(seq), epoch),
    });
    const filing = () => save(logTo()[0]?.operation as Operation);
    const stateOf = (caseId = CASE_ID) => store.findCase(caseId)?.state;

    test('[VA4] a saved operation waits in the outbox, its case is there and its draft is gone', () => {
      const draft = aDraft();
      store.putDraft(draft);
      const operation = save(logTo()[0]?.operation as Operation, draft.draftId);
      expect(store.listOutbox().map((row) => [row.operation, row.state])).toEqual([[operation, 'waiting']]);
      expect(store.findCase(CASE_ID)).toMatchObject({ state: 'FILED', pending: 1, caseNumber: null });
      expect(store.findDraft(draft.draftId)).toBeUndefined();
    });

    test('[VA4] a save that fails at its last step leaves nothing of it', () => {
      const draft = aDraft();
      store.putDraft(draft);
      const operation = inPlace(logTo()[0]?.operation as Operation, store);
      const { views } = opened.tables;
      const put = views.put.bind(views);
      views.put = () => {
        throw new Error('planted');
      };
      expect(() => store.save(operation, draft.draftId)).toThrow('planted');
      views.put = put;
      expect(store.listOutbox()).toEqual([]);
      expect(store.findDraft(draft.draftId)).toEqual(draft);
      expect(store.placeFor(CASE_ID).deviceSeq).toBe(1);
      store.save(operation, draft.draftId);
      expect(store.listOutbox()).toHaveLength(1);
    });

    test('[VA12] numbers grow by one and the one before is the last that is under way', () => {
      expect(store.placeFor(CASE_ID)).toEqual({ deviceSeq: 1, prevOpId: null });
      const first = filing();
      expect(store.placeFor(CASE_ID)).toEqual({ deviceSeq: 2, prevOpId: first.opId });
      expect(store.placeFor(uuidOf(0xc2))).toEqual({ deviceSeq: 2, prevOpId: null });
      store.settle([committed(first, 1)], NOW);
      expect(store.placeFor(CASE_ID).prevOpId).toBe(first.opId);
      const second = save(logTo({ state: 'PENDING_REPORT' })[1]?.operation as Operation);
      store.settle([{ kind: 'refused', opId: second.opId, failure: { code: 'NOT_ALLOWED' } }], NOW);
      expect(store.placeFor(CASE_ID)).toEqual({ deviceSeq: 3, prevOpId: first.opId });
    });

    test('[VA12] an operation out of its place, or twice, is a fault of the program', () => {
      const first = filing();
      expect(() => store.save({ ...first, opId: nextId() }, null)).toThrow(RangeError);
      expect(() => store.save({ ...first, deviceSeq: 2 }, null)).toThrow(RangeError);
      expect(store.listOutbox()).toHaveLength(1);
    });

    test('[VA8] [I14] a receipt settles the row and moves its facts into the case', () => {
      const first = filing();
      expect(store.settle([committed(first, 1)], NOW)).toEqual([CASE_ID]);
      expect(store.listOutbox()).toEqual([]);
      expect(store.findOutbox(first.opId)).toMatchObject({ state: 'received', settledAt: NOW });
      expect(store.findCase(CASE_ID)).toMatchObject({ pending: 0, caseNumber: '2611210001-01' });
    });

    test('[VA8] a batch of answers that fails in the middle settles nothing', () => {
      const first = filing();
      const second = save({ ...(logTo()[0]?.operation as Operation), opId: nextId(), caseId: uuidOf(0xc2) });
      expect(() => store.settle([committed(first, 1), committed(second, 1)], NOW)).toThrow(ONE_PLACE);
      expect(store.listOutbox().map((row) => row.state)).toEqual(['waiting', 'waiting']);
      expect(store.findCase(CASE_ID)?.pending).toBe(1);
    });

    test('[VA5] the feed brings the own operation before its receipt, and after', () => {
      const first = filing();
      const line: LogEntry = { operation: first, commit: aCommit(1) };
      store.applyPage(pageOf([line], EPOCH));
      expect(store.findCase(CASE_ID)).toMatchObject({ state: 'FILED', pending: 0, revision: 1 });
      expect(store.listOutbox()).toHaveLength(1);
      store.settle([committed(first, 1)], NOW);
      store.applyPage(pageOf([line], EPOCH));
      expect(store.findCase(CASE_ID)).toMatchObject({ state: 'FILED', pending: 0, revision: 1 });
      expect(store.listOutbox()).toEqual([]);
      expect(store.listLines(CASE_ID)).toHaveLength(1);
    });

    test('[VA5] what the feed says of an own operation counts, not what was sent', () => {
      const first = filing();
      store.settle([committed(first, 1)], NOW);
      const told = { ...first, actor: { ...first.actor, name: '林大芳' } };
      store.applyPage(pageOf([{ operation: told, commit: aCommit(1) }], EPOCH));
      expect(store.findCase(CASE_ID)?.filedBy.name).toBe('林大芳');
      store.settle([committed(first, 1)], NOW);
      expect(store.findCase(CASE_ID)?.filedBy.name).toBe('林大芳');
    });

    test('[VA6] a refused operation stays, no longer moves the case, and blocks what stands behind it', () => {
      const [file, track, report] = logTo({ state: 'TRACKING' }).map(({ operation }) => operation);
      const first = save(file as Operation);
      const second = save(track as Operation);
      const third = save(report as Operation);
      expect(stateOf()).toBe('TRACKING');
      store.settle(
        [
          committed(first, 1),
          { kind: 'refused', opId: second.opId, failure: { code: 'FORM_INVALID' } },
          { kind: 'retry', opId: third.opId, failure: { code: 'GAP' }, nextTry: NOW },
        ],
        NOW,
      );
      expect(stateOf()).toBe('FILED');
      expect(store.listOutbox().map((row) => [row.operation.opId, row.state, row.blockedBy])).toEqual([
        [second.opId, 'refused', null],
        [third.opId, 'waiting', second.opId],
      ]);
      expect(store.listOutbox()[1]?.attempts).toBe(0);
      expect(store.listDue(NOW + 1e9, 50)).toEqual([]);
      store.withdraw([second.opId, third.opId], [aDraft({ draftId: uuidOf(0xdd) })]);
      expect(store.listOutbox()).toEqual([]);
      expect(store.findOutbox(second.opId)?.state).toBe('withdrawn');
      expect(store.findDraft(uuidOf(0xdd))).toBeDefined();
      expect(store.listLines(CASE_ID)).toHaveLength(1);
    });

    test.each([
      ['CONFLICT', 'conflict'],
      ['REVOKED', 'revoked'],
      ['DUPLICATE_CASE', 'refused'],
    ] as const)('[VA6] %s is kept as %s; without another filing there is no case', (code, state) => {
      const first = filing();
      store.settle([{ kind: 'refused', opId: first.opId, failure: { code } }], NOW);
      expect(store.findOutbox(first.opId)).toMatchObject({ state, failure: { code } });
      expect(store.findCase(CASE_ID)).toBeUndefined();
      expect(store.pageCases(aQuery())).toEqual([]);
    });

    test('[SY1] due operations come oldest first, and a case waits as a whole', () => {
      const [file, track] = logTo({ state: 'PENDING_REPORT' }).map(({ operation }) => operation);
      const first = save(file as Operation);
      const second = save(track as Operation);
      const other = save({ ...(file as Operation), opId: nextId(), caseId: uuidOf(0xc2) });
      expect(store.listDue(NOW, 50).map(({ opId }) => opId)).toEqual([first.opId, second.opId, other.opId]);
      expect(store.listDue(NOW, 2)).toHaveLength(2);
      store.settle(
        [{ kind: 'retry', opId: first.opId, failure: { code: 'UNEXPECTED' }, nextTry: NOW + 2000 }],
        NOW,
      );
      expect(store.listDue(NOW, 50).map(({ opId }) => opId)).toEqual([other.opId]);
      expect(store.nextTry(NOW)).toBe(NOW + 2000);
      expect(store.listDue(NOW + 2000, 50)).toHaveLength(3);
      expect(store.nextTry(NOW + 2000)).toBeNull();
      store.forgetWaits();
      expect(store.listDue(NOW, 50)).toHaveLength(3);
      expect(store.findOutbox(first.opId)).toMatchObject({ attempts: 1, failure: { code: 'UNEXPECTED' } });
    });

    test('[SY3] [I8] a clock that was set back by ten years delays nothing', () => {
      const first = filing();
      store.settle(
        [{ kind: 'retry', opId: first.opId, failure: { code: 'UNEXPECTED' }, nextTry: NOW + 600_000 }],
        NOW,
      );
      expect(store.listDue(NOW, 50)).toEqual([]);
      const back = NOW - 10 * 365 * 24 * 3_600_000;
      expect(store.listDue(back, 50)).toHaveLength(1);
      expect(store.nextTry(back)).toBeNull();
    });

    test('[SY5] GAP behind a receipted operation sends the case again from its oldest', () => {
      const [file, track] = logTo({ state: 'PENDING_REPORT' }).map(({ operation }) => operation);
      const first = save(file as Operation);
      store.settle([committed(first, 1)], NOW);
      const second = save(track as Operation);
      store.settle([{ kind: 'retry', opId: second.opId, failure: { code: 'GAP' }, nextTry: NOW }], NOW);
      expect(store.listDue(NOW, 50).map(({ opId }) => opId)).toEqual([first.opId, second.opId]);
      expect(store.findOutbox(first.opId)?.receipt).not.toBeNull();
      expect(store.findCase(CASE_ID)).toMatchObject({ state: 'PENDING_REPORT', pending: 1 });
      store.settle([committed(first, 1)], NOW);
      expect(store.findCase(CASE_ID)).toMatchObject({ state: 'PENDING_REPORT', pending: 1 });
    });

    test('[VA8] a page and its cursor are one: neither is there when the page fails', () => {
      const [a, b] = logTo({ state: 'PENDING_REPORT' });
      expect(store.pullPlace()).toEqual({ epoch: null, scope: null, cursor: 0 });
      store.applyPage(pageOf([a as LogEntry], EPOCH));
      expect(store.pullPlace()).toEqual({ epoch: EPOCH, scope: 'all', cursor: 1 });
      const clash: LogEntry = {
        operation: { ...(b as LogEntry).operation, opId: nextId() },
        commit: aCommit(1),
      };
      expect(() => store.applyPage(pageOf([b as LogEntry, clash], EPOCH, { cursor: 2 }))).toThrow(ONE_PLACE);
      expect(store.pullPlace().cursor).toBe(1);
      expect(stateOf()).toBe('FILED');
    });

    test('[VA9] [I12] a new epoch replaces the mirror when it is whole, and what was lost waits again', () => {
      const [file, track] = logTo({ state: 'PENDING_REPORT' }).map(({ operation }) => operation);
      const first = save(file as Operation);
      const second = save(track as Operation);
      store.settle([committed(first, 1), committed(second, 2)], NOW);
      store.applyPage(
        pageOf(
          [first, second].map((operation, index) => ({ operation, commit: aCommit(index + 1) })),
          EPOCH,
        ),
      );
      expect(stateOf()).toBe('PENDING_REPORT');

      store.applyPage(pageOf([], 'epoch-2', { cursor: 1 }));
      expect(store.pullPlace()).toEqual({ epoch: 'epoch-2', scope: 'all', cursor: 0 });
      expect(stateOf()).toBe('PENDING_REPORT');
      const other = logTo({ caseId: uuidOf(0xc2) })[0] as LogEntry;
      store.applyPage(
        pageOf([{ operation: first, commit: aCommit(1) }], 'epoch-2', { cursor: 1, more: true }),
      );
      expect(store.findCase(uuidOf(0xc2))).toBeUndefined();
      expect(store.listDue(NOW, 50)).toEqual([]);
      store.applyPage(pageOf([{ ...other, commit: aCommit(2) }], 'epoch-2', { cursor: 2 }));
      expect(store.pullPlace()).toEqual({ epoch: 'epoch-2', scope: 'all', cursor: 2 });
      expect(store.findCase(uuidOf(0xc2))?.state).toBe('FILED');
      expect(store.listDue(NOW, 50).map(({ opId }) => opId)).toEqual([second.opId]);
      expect(store.findCase(CASE_ID)).toMatchObject({ state: 'PENDING_REPORT', pending: 1 });
    });

    test('[VA9] a receipt of the new epoch, while the old mirror is in use, is not lost', () => {
      const first = filing();
      store.applyPage(pageOf([logTo({ caseId: uuidOf(0xc2) })[0] as LogEntry], EPOCH));
      store.settle([committed(first, 1, 'epoch-2')], NOW);
      expect(store.findCase(CASE_ID)).toMatchObject({
        state: 'FILED',
        pending: 0,
        caseNumber: '2611210001-01',
      });
      store.applyPage(pageOf([], 'epoch-2', { cursor: 1 }));
      store.applyPage(pageOf([{ operation: first, commit: aCommit(1) }], 'epoch-2', { cursor: 1 }));
      expect(store.findCase(CASE_ID)).toMatchObject({ state: 'FILED', pending: 0 });
      expect(store.findCase(uuidOf(0xc2))).toBeUndefined();
      expect(store.listOutbox()).toEqual([]);
    });

    test('[VA10] receipts are kept 35 days; what waits or was refused stays', () => {
      const first = filing();
      const second = save({ ...(logTo()[0]?.operation as Operation), opId: nextId(), caseId: uuidOf(0xc2) });
      store.settle(
        [committed(first, 1), { kind: 'refused', opId: second.opId, failure: { code: 'ADULT' } }],
        NOW,
      );
      store.prune(NOW + KEEP_RECEIPTED_MS);
      expect(store.findOutbox(first.opId)?.receipt?.opId).toBe(first.opId);
      store.prune(NOW + KEEP_RECEIPTED_MS + 1);
      expect(store.findOutbox(first.opId)).toBeUndefined();
      expect(store.findOutbox(second.opId)).toBeDefined();
      expect(stateOf()).toBe('FILED');
    });

    test('drafts: the last wording, newest first, until they are deleted', () => {
      const old = aDraft({ savedAt: '2026-11-20T00:00:00.000Z' });
      const young = aDraft();
      store.putDraft(old);
      store.putDraft(young);
      store.putDraft({ ...young, values: { address: '二' } });
      expect(store.listDrafts()).toEqual([{ ...young, values: { address: '二' } }, old]);
      store.deleteDraft(old.draftId);
      expect(store.findDraft(old.draftId)).toBeUndefined();
      expect(store.listDrafts()).toHaveLength(1);
    });

    test('memory: what is remembered is read back, and a refresh token can be forgotten', () => {
      expect(store.readMemory()).toEqual({});
      store.remember({ receiptKey: 'k', refreshToken: 't', lastContact: NOW });
      store.remember({ lastSeen: NOW + 1 });
      expect(store.readMemory()).toEqual({
        receiptKey: 'k',
        refreshToken: 't',
        lastContact: NOW,
        lastSeen: NOW + 1,
      });
      store.remember({ refreshToken: null });
      expect(store.readMemory().refreshToken).toBeUndefined();
    });

    test('a list knows school, filer, state and day; cases of a student are found by number', () => {
      const mine = logTo({ caseId: uuidOf(0xc2) })[0] as LogEntry;
      const other = logTo({ caseId: uuidOf(0xc3), student: aStudent({ name: '陳大文' }) })[0] as LogEntry;
      store.applyPage(pageOf([mine, { ...other, commit: aCommit(2) }], EPOCH, { cursor: 2 }));
      const filer = mine.operation.actor.accountId;
      const count = (over: Partial<CasePageQuery>) => store.countCases(aQuery(over));
      expect(count({})).toBe(2);
      expect(count({ scope: { schoolId: SCHOOL_ID, filedBy: filer } })).toBe(2);
      expect(count({ scope: { schoolId: SCHOOL_ID, filedBy: nextId() } })).toBe(0);
      expect(count({ scope: { schoolId: nextId(), filedBy: null } })).toBe(0);
      expect(count({ state: 'CLOSED' })).toBe(0);
      expect(count({ from: '2026-11-22' })).toBe(0);
      expect(count({ to: '2026-11-20' })).toBe(0);
      expect(count({ regime: 'compulsory' })).toBe(0);
      expect(store.pageCases(aQuery({ text: '大文' })).map(({ view }) => view.student.name)).toEqual([
        '陳大文',
      ]);
      const scope = { schoolId: SCHOOL_ID, filedBy: null };
      expect(store.listInStates('senior-high', scope, ['FILED', 'CLOSED'])).toHaveLength(2);
      expect(store.listInStates('senior-high', { ...scope, filedBy: nextId() }, ['FILED'])).toEqual([]);
      const { identityNumber } = aStudent();
      expect(store.listOfStudent('senior-high', SCHOOL_ID, identityNumber)).toHaveLength(2);
      expect(store.listOfStudent('compulsory', SCHOOL_ID, identityNumber)).toEqual([]);
    });
  });
}
