import { getPolicy, setPolicy } from '../accounts/policy.ts';
import { getUnit, updateUnit } from '../accounts/unit.ts';
import { listHistory } from '../audit/history.ts';
import type { CentralContext } from '../context.ts';
import { getSession, type CentralHandlers } from '../http/handlers.ts';
import { importList } from '../imports/import-list.ts';

type Served = 'unit.get' | 'unit.update' | 'audit.list' | 'list.import' | 'policy.get' | 'policy.set';

/** 單位資訊, the history of accounts, imported lists, what is switched for all. */
export const agencyRoutes = (context: CentralContext): Pick<CentralHandlers, Served> => ({
  'unit.get': ({ schoolId }, caller) => getUnit(context, getSession(caller), schoolId),
  'unit.update': (input, caller) => updateUnit(context, getSession(caller), input),
  'audit.list': (input, caller) => listHistory(context, getSession(caller), input),
  'list.import': (input, caller) => importList(context, getSession(caller), input),
  'policy.get': () => getPolicy(context),
  'policy.set': (input, caller) => setPolicy(context, getSession(caller), input),
});
