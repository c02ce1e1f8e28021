import { checkSize } from '../../main/shell/core-host/pipe.ts';
import { safeFileName } from '../../main/shell/print/file-name.ts';
import { serve, type Handlers } from '../../shared/contract/door.ts';
import { SHELL_DOOR, type ShellDoor } from '../../shared/contract/shell.ts';
import { fail, ok } from '../../shared/failure.ts';
import { sweepSuite, type SweptDoor } from '../suites/door.ts';

const faults: string[] = [];

/**
 * What stands before Electron: its own handlers live in an Electron alone and are asked there. A
 * document that fits comes as far as the name of the file that would be written.
 */
const handlers: Handlers<ShellDoor> = {
  'app.info': async () =>
    ok({ version: '0', electron: '0', chrome: '0', trialRuntime: true, keyStore: false }),
  'print.save': async ({ fileName }) => {
    const name = safeFileName(fileName);
    if (!/^[^/\\\p{Cc}\p{Cs}]{1,120}\.pdf$/u.test(name)) throw new RangeError(name);
    return ok({ saved: true });
  },
  'print.paper': async () => ok({ printed: false }),
  'print.document': async () => fail('NOT_FOUND'),
  'print.ready': async () => ok({}),
};

const door = serve(SHELL_DOOR, handlers, (name, fault) => {
  faults.push(`${name}: ${String(fault)}`);
  return { code: 'UNEXPECTED' };
});

sweepSuite(
  'the shell, before Electron',
  SHELL_DOOR,
  async (): Promise<SweptDoor> => ({
    known: { ids: [], texts: ['學生通報紀錄表.pdf', '..\\..\\CON.pdf', 'a'.repeat(300)] },
    answer: async (name, input) => {
      const size = checkSize(input);
      if (size !== 'fits') return fail(size === 'too large' ? 'PAYLOAD_TOO_LARGE' : 'INVALID_INPUT');
      return door(name, input);
    },
    asSent: (_name, input) => ({ input }),
    restore: async () => undefined,
    checkHealth: async () => {
      const info = await door('app.info', {});
      if (!info.ok || faults.length > 0) throw new Error(faults.join('\n'));
    },
    close: async () => undefined,
  }),
  { insteadOfInvalid: ['PAYLOAD_TOO_LARGE'] },
);
