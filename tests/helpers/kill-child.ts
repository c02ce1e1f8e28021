import { appendFileSync } from 'node:fs';
import { createStore } from '../../main/core/vault/create-store.ts';
import { openSqliteTables } from '../../main/core/vault/sqlite/sqlite-tables.ts';
import { anOperation, nextId } from './case-builders.ts';
import { inPlace } from './store.ts';

/** A process that saves one filing after another until it is killed, and says after each that it is saved. */
const [path = '', key = '', said = ''] = process.argv.slice(2);
const store = createStore(openSqliteTables(path, Buffer.from(key, 'base64')));
const run = String(process.pid);

for (;;) {
  const caseId = nextId().replace(/^.{8}/, run.padStart(8, '0').slice(-8));
  const opId = nextId().replace(/^.{8}/, run.padStart(8, '0').slice(-8));
  const operation = inPlace(anOperation('submit', { caseId, opId }), store);
  const draftId = caseId;
  store.putDraft({
    draftId,
    kind: 'filing',
    regime: 'senior-high',
    caseId,
    action: null,
    baseRevision: 0,
    student: null,
    values: {},
    step: 0,
    savedAt: operation.occurredAt,
  });
  store.save(operation, draftId);
  appendFileSync(said, `${operation.opId}\n`);
}
