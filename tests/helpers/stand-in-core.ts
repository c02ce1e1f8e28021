// Runs in a child process of its own, in the place of main/core-process.ts: the real pipe, and a core
// that answers a few questions about itself.
import { runCoreProcess } from '../../main/shell/core-host/run-core-process.ts';
import { fail, ok } from '../../shared/failure.ts';

runCoreProcess(async (start, { emit }) => {
  if (start.deviceName === 'broken') throw new TypeError('A123456789 must not be logged');
  return {
    answer: async (name, input) => {
      switch (name) {
        case 'echo':
          return ok({ input, pid: process.pid, vaultDir: start.vaultDir });
        case 'never':
          return new Promise(() => undefined);
        case 'throws':
          throw new Error('A123456789 must not leave');
        case 'event':
          emit({ event: 'case.changed', id: 'case-1' });
          return ok({});
        default:
          return fail('NOT_FOUND');
      }
    },
    close: async () => {
      process.stderr.write('core: closed\n');
    },
  };
});
