/** Something did not come in time; the message says what. */
export class Hang extends Error {
  override readonly name = 'Hang';
}

/** The value of a promise; rejects with Hang when it does not come. */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Hang(`${what}: nothing for ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
