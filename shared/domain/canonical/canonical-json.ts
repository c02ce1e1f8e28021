/** Deeper values are refused, so no input can exhaust the stack (security 7.37). */
export const MAX_DEPTH = 100;

const HALF_SURROGATE = /\p{Cs}/u;

const writeString = (text: string): string => {
  if (HALF_SURROGATE.test(text)) throw new RangeError('canonical JSON: half a surrogate pair');
  return JSON.stringify(text);
};

/** Plain in any realm: null, or an object whose prototype is a root prototype. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const writeObject = (value: object, depth: number): string => {
  if (!isPlain(value)) throw new RangeError('canonical JSON: only plain objects and arrays');
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    // RFC 8785: by UTF-16 code units, the order of `<`, never of a locale.
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${writeString(key)}:${write(member, depth + 1)}`);
  return `{${members.join(',')}}`;
};

const write = (value: unknown, depth: number): string => {
  if (depth > MAX_DEPTH) throw new RangeError('canonical JSON: too deep or circular');
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeString(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('canonical JSON: a number that is not finite');
    return JSON.stringify(value);
  }
  // Array.from turns holes into undefined, which the next step refuses.
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, depth + 1)).join(',')}]`;
  if (typeof value === 'object') return writeObject(value, depth);
  throw new RangeError(`canonical JSON: ${typeof value}`);
};

/**
 * The one way to write a JSON value (RFC 8785): keys sorted, no blanks, shortest numbers. Hashes of
 * payloads cover this text, so client and central agree whatever order their keys came in. A property
 * that is undefined counts as absent, as it will be after the wire.
 *
 * Throws RangeError, instead of returning a failure, for what JSON can not carry: a number that is not
 * finite, undefined in an array or alone, functions, symbols, bigint, class instances, half surrogate
 * pairs, cycles, more than MAX_DEPTH levels. Values come here after their schema, so that is a fault
 * of ours, never of the person who typed.
 */
export const canonicalJson = (value: unknown): string => write(value, 0);
