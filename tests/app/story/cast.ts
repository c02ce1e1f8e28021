import type { demoSamples } from '../../../central/demo/samples.ts';
import type { CentralProcess } from './central-process.ts';
import type { Person } from './person.ts';

export type Samples = ReturnType<typeof demoSamples>;

/** Who plays, and on which students. */
export interface Cast {
  readonly central: CentralProcess;
  readonly teacher: Person;
  readonly counselor: Person;
  readonly primary: Person;
  readonly samples: Samples;
  /** Date in Taipei. */
  readonly today: string;
  /** A day on which the students of the story were missed for the first time. */
  readonly leftOn: string;
}
