import { fail, ok } from '../../../shared/failure.ts';
import { createCentralClient } from '../api/central-client.ts';
import { checkCentralUrl } from '../api/central-url.ts';
import type { CoreContext } from '../context.ts';
import { probe } from '../sync/probe.ts';
import type { Serves } from './handler.ts';

/** The address of central: taken only when central itself answers there. */
export const centralHandlers = ({ gate, settings, parts }: CoreContext): Serves<'central.set'> => ({
  'central.set': async ({ url }) => {
    if (settings.centralFixed) return fail('FORBIDDEN', { reason: 'policy' });
    const checked = checkCentralUrl(url);
    if (!checked.ok) return checked;
    const client = createCentralClient(checked.value, parts.transport, () => parts.now());
    const found = await probe(client, () => parts.now());
    if (!found.ok)
      return found.failure.code === 'INTERCEPTED'
        ? fail('NOT_CENTRAL')
        : { ok: false, failure: found.failure };
    // Another central is another world: whoever was signed in to the old one is not here.
    if (settings.centralUrl !== checked.value) await gate.signOut();
    settings.setCentralUrl(checked.value);
    return ok(gate.view());
  },
});
