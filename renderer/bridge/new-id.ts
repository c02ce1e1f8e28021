import { useState } from 'react';
import { v7 } from 'uuid';

/** A UUIDv7: ids made later sort later. */
export const newId = (): string => v7();

export interface OperationId {
  /** The same until it is renewed, so that a double click or a second try is one operation (I3). */
  readonly current: () => string;
  /** After it has been saved: the next act is another one. */
  readonly renew: () => void;
}

/** The id of the operation that this page will make, chosen when the page opens. */
export function useOperationId(): OperationId {
  const [operation] = useState(() => {
    let id = newId();
    return {
      current: () => id,
      renew: () => {
        id = newId();
      },
    };
  });
  return operation;
}
