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
  /** Milliseconds after which 忘記密碼 answers, whatever it found: longer than its work takes. */
  readonly forgetMs: number;
}

export const LIMITS: Limits = {
  perAddress: 3000,
  signInPerAddress: 240,
  perAccount: 600,
  maxLagMs: 2000,
  forgetMs: 300,
};

/** Bytes of one request body; `files` holds two scans of 10 MiB in base64 and what is written beside them. */
export const BODY_LIMITS = { usual: 1024 * 1024, files: 28 * 1024 * 1024 } as const;
export const BODY_LIMIT = BODY_LIMITS.usual;

/** How long one request may take to arrive: two scans over a school's slow line (the desktop gives up after ten minutes). */
export const REQUEST_MS = 11 * 60_000;

/** Levels of one JSON body (security 7.37). */
export const MAX_JSON_DEPTH = 64;
