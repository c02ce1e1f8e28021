import { logInUse } from './log-names.ts';
import type { Tables } from './tables.ts';

/**
 * Guests: cases that this account sees no more, but on which it has unsent work. They stay in the
 * mirror, so that the work keeps its student and its number, until nothing of theirs waits [VA17].
 */
const readGuests = ({ meta }: Tables): readonly string[] =>
  JSON.parse(meta.find('guests') ?? '[]') as readonly string[];

function writeGuests({ meta }: Tables, guests: readonly string[]): void {
  if (guests.length === 0) meta.delete('guests');
  else meta.put('guests', JSON.stringify(guests));
}

/** Takes the cases with unsent work over from the log in use into the one that takes its place. */
export function keepGuests(tables: Tables, next: string): void {
  const { log, outbox } = tables;
  const before = logInUse(tables);
  const unsent = new Set(outbox.open().map(({ operation }) => operation.caseId));
  const guests = [...unsent].filter(
    (caseId) => log.ofCase(next, caseId).length === 0 && log.ofCase(before, caseId).length > 0,
  );
  for (const caseId of guests) for (const line of log.ofCase(before, caseId)) log.put(next, line);
  writeGuests(tables, guests);
}

/** Of these cases, those go on which nothing waits any more. */
export function dropGuests(tables: Tables, caseIds: ReadonlySet<string>): void {
  const guests = readGuests(tables);
  if (guests.length === 0) return;
  const open = new Set(tables.outbox.openOfCases([...caseIds]).map(({ operation }) => operation.caseId));
  const gone = guests.filter((caseId) => caseIds.has(caseId) && !open.has(caseId));
  for (const caseId of gone) tables.log.drop({ log: logInUse(tables), caseId });
  if (gone.length > 0)
    writeGuests(
      tables,
      guests.filter((caseId) => !gone.includes(caseId)),
    );
}
