import { Worker } from 'node:worker_threads';
import type { Message, Task } from './task.ts';
import type { Watched } from './watch.ts';

/**
 * The process that opens files of strangers: nothing of the service is in it, neither its database nor
 * its environment, and it may be ended at any moment. One task at a time.
 */
const [seconds = 0, megabytes = 0] = process.argv.slice(2).map(Number);
const deadline = new Int32Array(new SharedArrayBuffer(4));
const say = (message: Message): void => void process.send?.(message);

try {
  const watched: Watched = { deadline, megabytes };
  new Worker(new URL('./watch.ts', import.meta.url), { workerData: watched }).unref();
  const { runTask } = await import('./run-task.ts');
  process.on('message', (task: Task) => {
    // A little later than the service itself, which is to be the one that notices.
    Atomics.store(deadline, 0, Math.ceil(Date.now() / 1000) + seconds + 2);
    void runTask(task).then((looked) => {
      Atomics.store(deadline, 0, 0);
      say({ says: 'done', looked });
    });
  });
  process.on('disconnect', () => process.exit(0));
  say({ says: 'ready' });
} catch (fault) {
  say({ says: 'fault', text: String(fault) });
}
