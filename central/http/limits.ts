/** How much the service takes; per minute where nothing else is said. */
export interface Limits {
  /** Requests of one network address: a whole school may stand behind one. */
  readonly perAddress: number;
  /** Captchas and sign-ins of one address. */
  readonly signInPerAddress: number;
  /** Requests of one account. */
  readonly perAccount: number;
  /** Milliseconds that the event loop may lag before requests are turned away with 503; 0 never. */
  readonly maxLagMs: number;
}

export const LIMITS: Limits = {
  perAddress: 3000,
  signInPerAddress: 240,
  perAccount: 600,
  maxLagMs: 2000,
};

/** Bytes of one request body. */
export const BODY_LIMIT = 1024 * 1024;

/** Levels of one JSON body (security 7.37). */
export const MAX_JSON_DEPTH = 64;
