import type { Log } from '../context.ts';

/** Lines of a stack without their first, which may quote a value. */
const placesOf = (fault: Error): string[] =>
  (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));

const describe = (fault: unknown): string => {
  if (!(fault instanceof Error)) return typeof fault;
  const code = 'code' in fault ? ` ${String(fault.code)}` : '';
  return [`${fault.name}${code}`, ...placesOf(fault)].join('\n');
};

/** Lines for people on stderr; a fault by name, code and place, because its text may hold personal data. */
export const stderrLog: Log = {
  note: (text) => void process.stderr.write(`${text}\n`),
  fault: (reportId, where, fault) =>
    void process.stderr.write(
      `${new Date().toISOString()} fault ${reportId} in ${where}: ${describe(fault)}\n`,
    ),
};
