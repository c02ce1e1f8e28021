import { CORE_DOOR, type CoreDoor } from '../../shared/contract/core.ts';
import { serve, type Answer, type Handlers } from '../../shared/contract/door.ts';
import type { StartMessage } from '../../shared/contract/start.ts';
import { CONTRACT_VERSION } from '../../shared/contract/version.ts';
import type { PushedEvent } from '../../shared/contract/wire.ts';
import { createGate, type Gate } from './auth/gate.ts';
import { CALLS } from './calls.ts';
import type { CoreContext } from './context.ts';
import { failureOf } from './fault.ts';
import { accountHandlers } from './handlers/accounts.ts';
import { captchaHandlers } from './handlers/captcha.ts';
import { caseActHandlers } from './handlers/case-act.ts';
import { caseHandlers } from './handlers/case.ts';
import { centralHandlers } from './handlers/central.ts';
import { deskHandlers } from './handlers/desk.ts';
import { draftHandlers } from './handlers/draft.ts';
import { handoverHandlers } from './handlers/handover.ts';
import { outboxHandlers } from './handlers/outbox.ts';
import { paperHandlers } from './handlers/paper.ts';
import { printHandlers } from './handlers/print.ts';
import { sessionHandlers } from './handlers/session.ts';
import { studentHandlers } from './handlers/student.ts';
import { syncHandlers } from './handlers/sync.ts';
import { trackingHandlers } from './handlers/tracking.ts';
import { findRefusal } from './permit.ts';
import { realParts, type CoreParts } from './parts.ts';
import { openSettings } from './settings.ts';

export interface RunningCore {
  /** The core's door, for any pipe. */
  readonly answer: Answer;
  /** Ends the session without signing out at central, and closes the vault. */
  close(): Promise<void>;
}

const handlersOf = (context: CoreContext): Handlers<CoreDoor> => ({
  ...sessionHandlers(context),
  ...centralHandlers(context),
  ...captchaHandlers(context),
  ...studentHandlers(context),
  ...caseHandlers(context),
  ...caseActHandlers(context),
  ...trackingHandlers(context),
  ...deskHandlers(context),
  ...draftHandlers(context),
  ...outboxHandlers(context),
  ...syncHandlers(context),
  ...printHandlers(context),
  ...handoverHandlers(context),
  ...accountHandlers(context),
  ...paperHandlers(context),
});

/**
 * Starts the inner kit of the desktop: plain Node, started by Electron's utility process, a forked
 * Node, or a test. Rejects only when the start message is of another contract.
 */
export async function startCore(
  start: StartMessage,
  outside: { emit(event: PushedEvent): void },
  parts: Partial<CoreParts> = {},
): Promise<RunningCore> {
  if (start.contractVersion !== CONTRACT_VERSION)
    throw new RangeError(`contract ${start.contractVersion} instead of ${CONTRACT_VERSION}`);
  const all: CoreParts = { ...realParts, ...parts };
  const emit = (event: PushedEvent): void => outside.emit(event);
  const settings = openSettings(start.vaultDir, start.policyCentralUrl);
  const gate = createGate({ start, parts: all, settings, emit });
  const context: CoreContext = { start, parts: all, settings, gate, emit };
  const served = serve(CORE_DOOR, handlersOf(context), (name, fault) =>
    failureOf(name, fault, (line) => all.note(line)),
  );
  return { answer: guarded(gate, served), close: () => gate.close() };
}

const isCall = (name: string): name is keyof CoreDoor => Object.hasOwn(CALLS, name);

/** The table of calls stands before the door: who may ask, and who is there when they do. */
function guarded(gate: Gate, served: Answer): Answer {
  return async (name, input) => {
    if (isCall(name)) {
      gate.endIfOver();
      if (CALLS[name].by === 'person') gate.touch();
      const failure = findRefusal(name, gate.current);
      if (failure !== null) return { ok: false, failure };
    }
    return served(name, input);
  };
}
