import fc from 'fast-check';
import { z } from 'zod';
import { fieldsOf } from '../../shared/forms/form.ts';
import { REGIMES } from '../../shared/regime/regimes.ts';
import { anyDay, anyJunk, anyText, nested } from './arbitraries.ts';
import { NOW, uuidOf } from './case-builders.ts';

/** The part of JSON Schema that inputs of doors are written in. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly pattern?: string;
}

/** What is really there, so that an input can meet it. */
export interface Known {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
  /** Good inputs of calls, made anew each time; they are spoiled, too. */
  readonly samples?: Readonly<Record<string, () => unknown>>;
}

/** Names of fields that forms have, and of what every object has. */
const KEYS = [
  ...Object.values(REGIMES).flatMap((regime) =>
    Object.values(regime.actions).flatMap((row) =>
      row === null ? [] : fieldsOf(row.form).map(({ id }) => id),
    ),
  ),
  '__proto__',
  'constructor',
  'toString',
];

const NASTY = [
  '',
  ' ',
  '\u0000',
  '\uD800',
  '\uFFFE',
  "' or 1=1 --",
  '%',
  '_',
  '\\',
  '../../x',
  '1e400',
  '-1',
];
/** A list as long as its limit allows would only be slow. */
const MANY = 4;
/** So would be a text as long as a scan, in characters. */
const LONG = 20_000;

/** An object that has exactly these keys of its own, `__proto__` too. */
const fromEntries = (entries: readonly (readonly [string, unknown])[]): Record<string, unknown> => {
  const made: Record<string, unknown> = {};
  for (const [key, value] of entries)
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
  return made;
};

function textFor({ minLength = 0, maxLength: limit = 2000 }: Schema, known: Known): fc.Arbitrary<string> {
  const maxLength = Math.min(limit, LONG);
  const limited = (text: string): string => text.slice(0, maxLength).padEnd(minLength, 'x');
  return fc
    .oneof(
      anyText,
      fc.constantFrom(...NASTY, '字'.repeat(maxLength), '𡍼'.repeat(maxLength)),
      fc.constantFrom(...NASTY, ...known.texts),
    )
    .map(limited);
}

function stringFor(schema: Schema, known: Known): fc.Arbitrary<string> {
  switch (schema.format) {
    case 'uuid':
      return fc.constantFrom(
        uuidOf(1),
        uuidOf(2),
        uuidOf(0xabcdef).toUpperCase(),
        ...known.ids,
        ...known.ids,
      );
    case 'date':
      return fc.oneof(anyDay, fc.constantFrom('0001-01-01', '9999-12-31', '2024-02-29'));
    case 'date-time':
      return fc.constantFrom(NOW, '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999999999Z');
    default:
      return schema.pattern === undefined
        ? textFor(schema, known)
        : fc.stringMatching(new RegExp(schema.pattern));
  }
}

function objectFor(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties: rest } = schema;
  const own = Object.entries(properties).map(([key, part]) => {
    const value = fittingSchema(part, known);
    const there = value.map((one): readonly (readonly [string, unknown])[] => [[key, one]]);
    return required.includes(key) ? there : fc.oneof(there, fc.constant([]));
  });
  const keys = fc.oneof(fc.constantFrom(...KEYS), stringFor(schema.propertyNames ?? {}, known));
  const more =
    typeof rest === 'object'
      ? fc.array(fc.tuple(keys, fittingSchema(rest, known)), { maxLength: MANY })
      : fc.constant([]);
  return fc.tuple(fc.tuple(...own), more).map(([fixed, others]) => fromEntries([...fixed.flat(), ...others]));
}

function numberFor(schema: Schema): fc.Arbitrary<number> {
  const min = schema.exclusiveMinimum === undefined ? schema.minimum : schema.exclusiveMinimum + 1;
  const range = { min: min ?? Number.MIN_SAFE_INTEGER, max: schema.maximum ?? Number.MAX_SAFE_INTEGER };
  return fc.oneof(
    fc.maxSafeInteger().map((n) => Math.min(Math.max(n, range.min), range.max)),
    small(range),
  );
}

const small = ({ min, max }: { min: number; max: number }): fc.Arbitrary<number> =>
  fc.integer({ min: Math.max(min, -5), max: Math.min(max, 5) });

function fittingSchema(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const { anyOf, oneOf, type } = schema;
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = anyOf ?? oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((one) => fittingSchema(one, known)));
  if (Array.isArray(type))
    return fc.oneof(...type.map((one: string) => fittingSchema({ ...schema, type: one }, known)));
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return numberFor(schema);
    case 'string':
      return stringFor(schema, known);
    case 'array':
      return fc.array(fittingSchema(schema.items ?? {}, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? MANY, MANY),
      });
    case 'object':
      return objectFor(schema, known);
    default:
      return anyJunk;
  }
}

/** Inputs that a schema takes, with leaves as bad as it lets through. Read from the schema itself. */
export const fitting = (schema: z.ZodType, known: Known): fc.Arbitrary<unknown> =>
  fittingSchema(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema, known);

type Path = readonly (string | number)[];

/** Deeper places are not looked for; a value may be deeper than the stack. */
const DEEPEST = 20;

const pathsOf = (value: unknown, path: Path = []): Path[] => [
  path,
  ...(path.length === DEEPEST
    ? []
    : Array.isArray(value)
      ? value.flatMap((inner, at) => pathsOf(inner, [...path, at]))
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))
        : []),
];

function withAt(value: unknown, [key, ...rest]: Path, put: (old: unknown) => unknown): unknown {
  if (key === undefined) return put(value);
  if (Array.isArray(value)) return value.map((inner, at) => (at === key ? withAt(inner, rest, put) : inner));
  return fromEntries(
    Object.entries(value as object).map(([name, inner]) => [
      name,
      name === key ? withAt(inner, rest, put) : inner,
    ]),
  );
}

const grown = (old: unknown, key: string): unknown =>
  typeof old === 'object' && old !== null && !Array.isArray(old)
    ? fromEntries([...Object.entries(old), [key, 1]])
    : [old];

/** An input with one place of it spoiled: something else stands there, or something more. */
export const spoiled = (inputs: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      inputs,
      fc.nat(),
      fc.oneof(anyJunk, anyText, fc.constantFrom(...NASTY)),
      fc.boolean(),
      fc.constantFrom(...KEYS, 'extra'),
    )
    .map(([value, at, junk, grow, key]) => {
      const paths = pathsOf(value);
      return withAt(value, paths[at % paths.length] ?? [], (old) => (grow ? grown(old, key) : junk));
    });

/** Everything bad for one call: any value, what fits with bad leaves, and both that and good ones spoiled. */
export function badInputs(name: string, schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  const fits = fitting(schema, known);
  const sample = known.samples?.[name];
  const good = sample === undefined ? fits : fc.constant(null).map(() => sample());
  const deep = fc.constantFrom(nested(60), nested(1000));
  return fc.oneof(
    { weight: 5, arbitrary: anyJunk },
    { weight: 1, arbitrary: deep },
    { weight: 5, arbitrary: fits },
    { weight: 5, arbitrary: spoiled(fits) },
    { weight: 5, arbitrary: spoiled(good) },
  );
}
