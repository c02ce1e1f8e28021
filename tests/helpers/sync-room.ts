import { createAccess, type Access } from '../../main/core/auth/access.ts';
import { createCentralClient } from '../../main/core/api/central-client.ts';
import type { SyncRoom } from '../../main/core/sync/room.ts';
import { createStore } from '../../main/core/vault/create-store.ts';
import { openMemoryTables } from '../../main/core/vault/memory/memory-tables.ts';
import type { Store } from '../../main/core/vault/store.ts';
import type { Operation } from '../../shared/domain/case/operation.ts';
import { anOperation, nextId, type OperationParts } from './case-builders.ts';
import { aClock, type TestClock } from './clock.ts';
import { anAccount, CENTRAL_URL, studentNo } from './core.ts';
import { aModelService, type ModelService } from './model-service.ts';
import { inPlace } from './store.ts';
import type { Action } from '../../shared/domain/case/action.ts';

/** Push and pull with a real store and the model of central, without the clockwork around them. */
export interface TestRoom extends SyncRoom {
  readonly store: Store;
  readonly access: Access;
  readonly service: ModelService;
  readonly clock: TestClock;
  /** Cases that were told to have changed. */
  readonly told: string[];
  /** What was on its way, call by call. */
  readonly sent: (readonly string[])[];
  over: boolean;
  /** How often it was told that central shows other cases. */
  scopes: number;
  /** Saves a filing of a new case, or another act. */
  file(parts?: OperationParts): Operation;
  act(kind: Action, parts?: OperationParts): Operation;
}

export async function aRoom(): Promise<TestRoom> {
  const clock = aClock();
  const service = aModelService(() => clock.now(), anAccount());
  const store = createStore(openMemoryTables());
  const client = createCentralClient(CENTRAL_URL, service.transport, () => clock.now());
  const access = createAccess({
    client,
    store,
    now: () => clock.now(),
    onAccount: () => undefined,
    onChange: () => undefined,
    onUnready: () => undefined,
    onRevoked: () => undefined,
  });
  const answer = await client.call('session.create', {
    account: service.account.account,
    password: service.password,
    captchaId: nextId(),
    captchaAnswer: 'ABC123',
    deviceId: nextId(),
    deviceName: 'test',
  });
  if (!answer.ok) throw new Error(answer.failure.code);
  access.adopt(answer.value.tokens);
  store.remember({ receiptKey: service.receiptKey });
  service.calls.length = 0;
  let filed = 0;
  const told: string[] = [];
  const sent: (readonly string[])[] = [];
  const save = (operation: Operation): Operation => {
    const placed = inPlace(operation, store);
    store.save(placed, null);
    return placed;
  };
  const room: TestRoom = {
    store,
    access,
    service,
    clock,
    told,
    sent,
    over: false,
    scopes: 0,
    now: () => clock.now(),
    random: () => 0.5,
    changed: (caseIds) => void told.push(...caseIds),
    sending: (opIds) => void sent.push(opIds),
    scopeChanged: () => {
      room.scopes += 1;
    },
    isOver: () => room.over,
    file: (parts = {}) =>
      save(anOperation('submit', { caseId: nextId(), student: studentNo((filed += 1)), ...parts })),
    act: (kind, parts = {}) => save(anOperation(kind, parts)),
  };
  return room;
}
