import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStore } from '../../../../main/core/vault/create-store.ts';
import type { Outcome, Store } from '../../../../main/core/vault/store.ts';
import type { Operation } from '../../../../shared/domain/case/operation.ts';
import { aCommit, aStudent, CASE_ID, logTo, nextId, uuidOf } from '../../../helpers/case-builders.ts';
import { aReceipt, inMemory, inPlace, onDisk, pageOf, type OpenedTables } from '../../../helpers/store.ts';

const EPOCH = 'epoch-1';
const NOW = Date.parse('2026-11-21T02:30:00.000Z');

describe.each([
  ['in memory', inMemory],
  ['on the disk', onDisk],
])('[VA17] an account that sees other cases than before, %s', (_, open) => {
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

  const save = (operation: Operation): Operation => {
    const placed = inPlace(operation, store);
    store.save(placed, null);
    return placed;
  };
  const committed = (operation: Operation, seq: number): Outcome => ({
    kind: 'committed',
    opId: operation.opId,
    receipt: aReceipt(operation, aCommit(seq), EPOCH),
  });
  const filing = () => save(logTo()[0]?.operation as Operation);
  const stateOf = (caseId = CASE_ID) => store.findCase(caseId)?.state;
  const OTHER = uuidOf(0xc2);
  const others = logTo({ caseId: OTHER, state: 'PENDING_REPORT' });
  /** Two cases of the school in the mirror; the first one is this device's own. */
  const seen = (): Operation => {
    const first = filing();
    store.settle([committed(first, 1)], NOW);
    const theirs = others.map((entry, index) => ({ ...entry, commit: aCommit(index + 2) }));
    store.applyPage(pageOf([{ operation: first, commit: aCommit(1) }, ...theirs]));
    expect(store.findCase(OTHER)?.state).toBe('PENDING_REPORT');
    return first;
  };
  const own = (first: Operation) => [{ operation: first, commit: aCommit(1) }];
  const narrower = { scope: 'own', cursor: 3 };

  test('keeps the old mirror until the new one is whole, then shows what central shows', () => {
    const first = seen();
    expect(store.applyPage(pageOf([], EPOCH, narrower))).toEqual([]);
    expect(store.pullPlace()).toEqual({ epoch: EPOCH, scope: 'own', cursor: 0 });
    expect(store.applyPage(pageOf(own(first), EPOCH, { ...narrower, more: true }))).toEqual([]);
    expect(store.findCase(OTHER)?.state).toBe('PENDING_REPORT');
    expect(store.applyPage(pageOf([], EPOCH, narrower))).toEqual(expect.arrayContaining([OTHER, CASE_ID]));
    expect(store.findCase(OTHER)).toBeUndefined();
    expect(store.listLines(OTHER)).toEqual([]);
    expect(stateOf()).toBe('FILED');
    expect(store.pullPlace()).toEqual({ epoch: EPOCH, scope: 'own', cursor: 3 });
    expect(store.listDue(NOW, 50)).toEqual([]);
  });

  test('sees more: cases that were passed over appear', () => {
    const first = filing();
    store.settle([committed(first, 1)], NOW);
    store.applyPage(pageOf(own(first), EPOCH, narrower));
    const all = [...own(first), ...others.map((entry, at) => ({ ...entry, commit: aCommit(at + 2) }))];
    store.applyPage(pageOf([], EPOCH, { cursor: 3 }));
    store.applyPage(pageOf(all, EPOCH, { cursor: 3 }));
    expect(store.findCase(OTHER)?.state).toBe('PENDING_REPORT');
    expect(stateOf()).toBe('FILED');
    // And on it goes in the new mirror, with receipts of its epoch.
    const next = save(logTo({ state: 'PENDING_REPORT' })[1]?.operation as Operation);
    store.settle([committed(next, 4)], NOW);
    expect(store.findCase(CASE_ID)).toMatchObject({ state: 'PENDING_REPORT', pending: 0 });
  });

  test('and does again, as often as it happens', () => {
    const first = seen();
    for (const scope of ['own', 'all', 'own', 'all']) {
      const theirs = others.map((entry, at) => ({ ...entry, commit: aCommit(at + 2) }));
      const changes = [...own(first), ...(scope === 'all' ? theirs : [])];
      store.applyPage(pageOf([], EPOCH, { scope, cursor: 3 }));
      store.applyPage(pageOf(changes, EPOCH, { scope, cursor: 3 }));
      expect(store.findCase(OTHER) !== undefined).toBe(scope === 'all');
      expect(stateOf()).toBe('FILED');
    }
  });

  test('back to what it was before the new mirror is whole: the old one goes on where it stood', () => {
    seen();
    store.applyPage(pageOf([], EPOCH, narrower));
    store.applyPage(pageOf([], EPOCH, { ...narrower, more: true, cursor: 1 }));
    store.applyPage(pageOf([], EPOCH, { cursor: 3 }));
    expect(store.pullPlace()).toEqual({ epoch: EPOCH, scope: 'all', cursor: 3 });
    expect(store.findCase(OTHER)?.state).toBe('PENDING_REPORT');
  });

  test('its own operations on cases that it sees no more are no cases of their own', () => {
    seen();
    // 主通 edited the filing of another person: a filing of its own would be made of it.
    const edit = save({ ...(others[0]?.operation as Operation), opId: nextId() });
    store.settle([committed(edit, 4)], NOW);
    store.applyPage(pageOf([], EPOCH, { ...narrower, cursor: 4 }));
    store.applyPage(pageOf([], EPOCH, { ...narrower, cursor: 4 }));
    expect(store.findCase(OTHER)).toBeUndefined();
    expect(store.findOutbox(edit.opId)?.state).toBe('received');
  });

  test('a case with unsent work stays until nothing of it waits', () => {
    const first = seen();
    const unsent = save({ ...(others[1]?.operation as Operation), opId: nextId() });
    store.applyPage(pageOf([], EPOCH, narrower));
    store.applyPage(pageOf(own(first), EPOCH, narrower));
    expect(store.findCase(OTHER)).toMatchObject({ state: 'PENDING_REPORT', pending: 1 });
    store.settle([{ kind: 'refused', opId: unsent.opId, failure: { code: 'REVOKED' } }], NOW);
    expect(store.findCase(OTHER)?.student.name).toBe(aStudent().name);
    expect(store.findOutbox(unsent.opId)?.state).toBe('revoked');
    store.withdraw([unsent.opId], []);
    expect(store.findCase(OTHER)).toBeUndefined();
    expect(stateOf()).toBe('FILED');
  });

  test('a service restored from a backup at the same time: what it lost waits again', () => {
    const first = seen();
    const page = { scope: 'own', cursor: 0 };
    store.applyPage(pageOf([], 'epoch-2', page));
    store.applyPage(pageOf([], 'epoch-2', page));
    expect(store.listDue(NOW, 50).map(({ opId }) => opId)).toEqual([first.opId]);
    expect(store.findCase(OTHER)).toBeUndefined();
  });
});
