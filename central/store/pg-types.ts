import pg from 'pg';

const readBigint = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('bigint beyond the safe integers');
  return value;
};

/** PostgreSQL writes `2026-06-15 02:13:36.5+00`; the doors speak ISO instants. */
const readInstant = (text: string): string => new Date(text).toISOString();

const keep = (text: string): string => text;

const { DATE, INT8, TIMESTAMPTZ } = pg.types.builtins;
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [DATE]: keep,
  [INT8]: readBigint,
  [TIMESTAMPTZ]: readInstant,
};

/** Types of our connections alone, never of the driver as a whole. */
export const PG_TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    const own = format === 'binary' ? undefined : PARSERS[oid];
    const usual: unknown = pg.types.getTypeParser(oid, format);
    return own ?? usual;
  },
};
