import { z } from 'zod';
import { SessionAccount } from '../../../shared/domain/account/account.ts';
import { createMirror } from './mirror.ts';
import { createOutbox } from './outbox.ts';
import { VIEW_VERSION } from './overlay.ts';
import { linesIn, refreshCases } from './refresh.ts';
import type { Memory, Store } from './store.ts';
import type { Tables } from './tables.ts';

/** The store over its tables: the rules of RULES.md once, for the disk and for memory alike. */
export function createStore(tables: Tables): Store {
  foldAnew(tables);
  const { views, drafts } = tables;
  return {
    kept: tables.kept,
    close: () => tables.close(),
    readMemory: () => readMemory(tables),
    remember: (patch) => tables.transaction(() => writeMemory(tables, patch)),
    findCase: (caseId) => views.find(caseId),
    listLines: (caseId) => linesIn(tables, caseId),
    pageCases: (query) => views.page(query),
    countCases: (filter) => views.count(filter),
    listInStates: (regime, scope, states) => views.inStates(regime, scope, states),
    listOfStudent: (regime, schoolId, number) => views.ofStudent(regime, schoolId, number),
    putDraft: (draft) => tables.transaction(() => drafts.put(draft)),
    findDraft: (draftId) => drafts.find(draftId),
    listDrafts: () => drafts.list(),
    deleteDraft: (draftId) => tables.transaction(() => drafts.delete(draftId)),
    ...createOutbox(tables),
    ...createMirror(tables),
  };
}

/** Views are derived: after a change of the rules that fold them they are made again [VA7]. */
function foldAnew(tables: Tables): void {
  if (tables.meta.find('viewVersion') === VIEW_VERSION) return;
  tables.transaction(() => {
    tables.views.clear();
    refreshCases(tables, new Set([...tables.log.caseIds(), ...tables.outbox.caseIds()]));
    tables.meta.put('viewVersion', VIEW_VERSION);
  });
}

const number = z.coerce.number();

function readMemory({ meta }: Tables): Partial<Memory> {
  const account = meta.find('account');
  const receiptKey = meta.find('receiptKey');
  const refreshToken = meta.find('refreshToken');
  const lastContact = meta.find('lastContact');
  const lastSeen = meta.find('lastSeen');
  return {
    ...findAccount(account),
    ...(receiptKey === undefined ? {} : { receiptKey }),
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(lastContact === undefined ? {} : { lastContact: number.parse(lastContact) }),
    ...(lastSeen === undefined ? {} : { lastSeen: number.parse(lastSeen) }),
  };
}

/** An account as an older program wrote it down says too little; central describes it at the next sign-in. */
function findAccount(text: string | undefined): Pick<Partial<Memory>, 'account'> {
  const account = text === undefined ? undefined : SessionAccount.safeParse(JSON.parse(text)).data;
  return account === undefined ? {} : { account };
}

function writeMemory({ meta }: Tables, patch: Partial<Memory>): void {
  if (patch.account !== undefined) meta.put('account', JSON.stringify(patch.account));
  if (patch.receiptKey !== undefined) meta.put('receiptKey', patch.receiptKey);
  if (patch.refreshToken === null) meta.delete('refreshToken');
  else if (patch.refreshToken !== undefined) meta.put('refreshToken', patch.refreshToken);
  if (patch.lastContact !== undefined) meta.put('lastContact', String(patch.lastContact));
  if (patch.lastSeen !== undefined) meta.put('lastSeen', String(patch.lastSeen));
}
