import { addDays } from '../../../shared/domain/calendar/iso-date.ts';
import { taipeiDate } from '../../../shared/domain/calendar/taipei.ts';
import { demoSamples } from '../../../central/demo/samples.ts';
import { dropoutStory } from './dropout-story.ts';
import { leavingStory } from './leaving-story.ts';
import { offlineStory } from './offline-story.ts';
import type { Cast } from './cast.ts';
import { startCentralProcess, type CentralProcess } from './central-process.ts';
import { Person } from './person.ts';
import type { Recorder } from './recorder.ts';

/** The whole story of the main job; returns when every computer and central have stopped. */
export async function playStory(recorder: Recorder): Promise<void> {
  const today = taipeiDate(Date.now());
  let central: CentralProcess | undefined;
  const people: Person[] = [];
  try {
    await recorder.step('central 啟動（示範資料）', async () => {
      central = await startCentralProcess();
    });
    if (central === undefined) return;
    const { teacher, counselor, primary } = await castOf(central, people);
    const samples = demoSamples(today);
    const all: Cast = { central, teacher, counselor, primary, samples, today, leftOn: addDays(today, -5) };
    await leavingStory(recorder, all);
    await offlineStory(recorder, all);
    await dropoutStory(recorder, all, people);
    await recorder.step('視窗沒有違反安全政策或未處理的錯誤', () => {
      const complaints = people.flatMap((person) => person.computer.complaints);
      return complaints.length === 0 ? Promise.resolve() : Promise.reject(new Error(complaints.join('\n')));
    });
  } finally {
    if (recorder.failed !== undefined) await picturesOf(recorder, people);
    await Promise.all(people.map((person) => person.computer.close()));
    await central?.stop();
  }
}

async function castOf(central: CentralProcess, people: Person[]) {
  const teacher = await Person.at(central, 'xr-teacher1', 'senior-high');
  const counselor = await Person.at(central, 'xr-counselor', 'senior-high');
  const primary = await Person.at(central, 'xr-primary', 'senior-high');
  people.push(teacher, counselor, primary);
  return { teacher, counselor, primary };
}

/** What everybody saw when a step failed. */
async function picturesOf(recorder: Recorder, people: readonly Person[]): Promise<void> {
  for (const { computer, account } of people) {
    if (computer.running) await recorder.picture(computer.page, `failed-${account.account}`);
  }
}
