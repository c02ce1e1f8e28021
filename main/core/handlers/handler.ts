import type { CoreDoor } from '../../../shared/contract/core.ts';
import type { Handlers } from '../../../shared/contract/door.ts';

/** Some calls of the core's door, as one file serves them. */
export type Serves<K extends keyof CoreDoor> = Pick<Handlers<CoreDoor>, K>;
