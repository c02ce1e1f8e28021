import type { StartMessage } from '../../shared/contract/start.ts';
import type { PushedEvent } from '../../shared/contract/wire.ts';
import type { Gate } from './auth/gate.ts';
import type { CoreParts } from './parts.ts';
import type { Settings } from './settings.ts';

/** Everything the handlers need. */
export interface CoreContext {
  readonly start: StartMessage;
  readonly parts: CoreParts;
  readonly settings: Settings;
  /** Who is signed in, and how one comes in and out. */
  readonly gate: Gate;
  emit(event: PushedEvent): void;
}
