import { createInterface } from 'node:readline';

/**
 * The first line of a stream that fits; what follows is read and dropped, so that the writer never waits.
 *
 * @param {import('node:stream').Readable} stream
 * @param {(line: string) => boolean} [fits] any line unless told
 * @returns {Promise<string | undefined>} undefined when the stream ended before one came
 */
export function firstLine(stream, fits = () => true) {
  return new Promise((done) => {
    const lines = createInterface({ input: stream });
    lines.on('line', (line) => fits(line) && done(line));
    lines.on('close', () => done(undefined));
  });
}

/**
 * The first line of a stream that is a JSON object.
 *
 * @param {import('node:stream').Readable} stream
 * @returns {Promise<Record<string, unknown> | undefined>} undefined when the stream ended before one came
 */
export async function firstJsonLine(stream) {
  const line = await firstLine(stream, (text) => parse(text) !== undefined);
  return line === undefined ? undefined : parse(line);
}

/** @param {string} line @returns {Record<string, unknown> | undefined} */
function parse(line) {
  try {
    const value = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
