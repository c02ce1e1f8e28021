import { workerData } from 'node:worker_threads';

/** What the watching thread is told by the working one, which may be busy for good. */
export interface Watched {
  /** One number: when the task has to be done, in whole seconds since 1970; 0 while there is none. */
  readonly deadline: Int32Array;
  readonly megabytes: number;
}

const EVERY_MS = 40;
const { deadline, megabytes } = workerData as Watched;

/** Ends the whole process when a file makes it grow or run without end. */
setInterval(() => {
  const until = Atomics.load(deadline, 0);
  const late = until !== 0 && Date.now() / 1000 > until;
  if (late || process.memoryUsage.rss() > megabytes * 1024 * 1024) process.kill(process.pid, 'SIGKILL');
}, EVERY_MS);
