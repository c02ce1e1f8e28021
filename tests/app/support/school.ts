import { demoSamples } from '../../../central/demo/samples.ts';
import { addDays } from '../../../shared/domain/calendar/iso-date.ts';
import { taipeiDate } from '../../../shared/domain/calendar/taipei.ts';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import { startCentralProcess, type CentralProcess } from '../story/central-process.ts';
import { Person, type Login } from '../story/person.ts';

import { startProxy, type Proxy } from './proxy.ts';

/** Central with its demo data, a line to it that can be disturbed, and the people who work with it. */
export interface School {
  readonly central: CentralProcess;
  readonly proxy: Proxy;
  readonly samples: ReturnType<typeof demoSamples>;
  /** Date in Taipei. */
  readonly today: string;
  /** A day on which the students were missed for the first time. */
  readonly leftOn: string;
  /** Somebody with a computer of their own. */
  person(account: string, regime?: RegimeId): Promise<Person>;
  /** The same, behind the proxy. */
  behindProxy(account: string, regime?: RegimeId): Promise<Person>;
  /** Somebody who is not in the demo, with a computer of their own; without an account who registers first. */
  newcomer(login?: Login, regime?: RegimeId): Promise<Person>;
  /** What any window complained about so far. */
  complaints(): readonly string[];
  close(): Promise<void>;
}

/** With `databaseUrl` central keeps its data there. */
export async function openSchool(databaseUrl?: string): Promise<School> {
  const today = taipeiDate(Date.now());
  const central = await startCentralProcess({ databaseUrl });
  const proxy = await startProxy(central.url);
  const people: Person[] = [];
  const at = async (place: CentralProcess, account: string, regime: RegimeId) => {
    const person = await Person.at(place, account, regime);
    people.push(person);
    return person;
  };
  return {
    central,
    proxy,
    samples: demoSamples(today),
    today,
    leftOn: addDays(today, -5),
    person: (account, regime = 'senior-high') => at(central, account, regime),
    behindProxy: (account, regime = 'senior-high') => at({ ...central, url: proxy.url }, account, regime),
    newcomer: async (login = NOBODY, regime = 'senior-high') => {
      const person = await Person.newAt(central, login, regime);
      people.push(person);
      return person;
    },
    complaints: () => people.flatMap(({ computer }) => computer.complaints),
    close: async () => {
      await Promise.all(people.map(({ computer }) => computer.close()));
      await proxy.close();
      await central.stop();
    },
  };
}

const NOBODY: Login = { account: '', password: '' };

/** The one at this place of a list of the demo; it is long enough. */
export function getStudent<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`the demo has no student ${index}`);
  return found;
}
