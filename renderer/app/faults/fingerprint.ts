/**
 * Report id of a fault: eight hex digits from its kind and the places in the program it passed, never
 * from its message, which may hold data. The same fault has the same id on every computer.
 */
export function fingerprint(fault: unknown): string {
  const text =
    fault instanceof Error
      ? `${fault.name} ${(fault.stack ?? '').split('\n').filter(isPlace).join(' ')}`
      : typeof fault;
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Lines `at … (file:1:2)`; everything else of a stack is the message. */
const isPlace = (line: string): boolean => /^\s+at .*:\d+:\d+\)?$/.test(line);
