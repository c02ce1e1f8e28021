import { z } from 'zod';
import { Failure, type FailureCode } from '../../../shared/failure.ts';
import type { CallResult } from './call-result.ts';

/** What came over the wire: the status, the two headers that count, and the text. */
export interface RawAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | null;
  readonly body: string;
}

const FailureBody = z.object({ failure: Failure });

const lost = (code: FailureCode): CallResult<never> => ({ ok: false, failure: { code } });

/** Network equipment answers in central's place: log-in pages, empty pages, half of a page (security 7.36). */
const INTERCEPTED = lost('INTERCEPTED');

/** The longest time that a `Retry-After` may keep us away: one hour. */
const LONGEST_MS = 3_600_000;

/** Seconds, or a date (RFC 9110). Undefined for what is neither. */
export function stayAwayMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  const isDate = /^[A-Za-z]+, /.test(text);
  const ms = isDate ? Date.parse(text) - now : /^\d+$/.test(text) ? Number(text) * 1000 : Number.NaN;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_MS) : undefined;
}

function parseJson(answer: RawAnswer): unknown {
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(answer.contentType)) return undefined;
  try {
    return JSON.parse(answer.body) as unknown;
  } catch {
    return undefined;
  }
}

/** Servers in front of central speak for it with a bare status: it is busy, or not there. */
function withoutFailure(status: number): CallResult<never> {
  if (status === 429) return lost('RATE_LIMITED');
  return status >= 500 ? lost('UNAVAILABLE') : INTERCEPTED;
}

/** Reads an answer by the contract's own schema; whatever is not central's becomes a failure. */
export function readAnswer<O extends z.ZodType>(
  output: O,
  answer: RawAnswer,
  now: number,
): CallResult<z.output<O>> {
  const body = parseJson(answer);
  if (answer.status >= 200 && answer.status < 300) {
    const value = output.safeParse(body);
    return value.success ? { ok: true, value: value.data } : INTERCEPTED;
  }
  const told = FailureBody.safeParse(body);
  const failure: CallResult<never> = told.success
    ? { ok: false, failure: told.data.failure }
    : withoutFailure(answer.status);
  const stayAway = stayAwayMs(answer.retryAfter, now);
  return failure.ok || stayAway === undefined ? failure : { ...failure, stayAway };
}
