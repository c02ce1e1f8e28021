import { ok } from '../../../shared/failure.ts';
import type { CoreContext } from '../context.ts';
import type { Serves } from './handler.ts';

/** The pill. */
export const syncHandlers = ({ gate }: CoreContext): Serves<'sync.get'> => ({
  'sync.get': async () => ok(gate.getSession().sync.view()),
});
