import pg from 'pg';

export interface Address {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/** `answers`: it takes our password; `busy`: a PostgreSQL that is starting or stopping; `silent`: nothing of ours. */
export type Probe = 'answers' | 'busy' | 'silent';

/** SQLSTATE 57P03: the server is there and not ready. */
const CANNOT_CONNECT_NOW = '57P03';

const codeOf = (fault: unknown): unknown =>
  typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;

/** Asks one question over a connection of its own; undefined when the server does not answer. */
export async function askServer<T>(
  address: Address,
  question: (client: pg.Client) => Promise<T>,
): Promise<{ readonly probe: Probe; readonly value?: T }> {
  const client = new pg.Client({
    ...address,
    database: 'postgres',
    application_name: 'xuelu-probe',
    connectionTimeoutMillis: 3000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return { probe: 'answers', value: await question(client) };
  } catch (fault) {
    return { probe: codeOf(fault) === CANNOT_CONNECT_NOW ? 'busy' : 'silent' };
  } finally {
    await client.end().catch(() => undefined);
  }
}
