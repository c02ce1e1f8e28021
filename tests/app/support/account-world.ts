import { Album } from './album.ts';
import type { Page } from '@playwright/test';
import type { Person } from '../story/person.ts';
import { LetterBox } from './letter-box.ts';
import { openSchool, type School } from './school.ts';
import type { Screen } from './look.ts';

/** What would run, or be worked out, if text were anything but text. */
export const HOSTILE = `<img src=x onerror="document.title='hit'">{{7*7}}`;

/** A password that every rule lets through, also those of 縣市承辦. */
export const GOOD_PASSWORD = 'Shanyue&Lu42';

/** A school, its mails, and a computer at which new people sit down one after the other. */
export interface AccountWorld {
  readonly school: School;
  readonly letters: LetterBox;
  readonly album: Album;
  readonly newcomer: Person;
  /** Starts somebody's computer with the window of a small screen. */
  start(person: Person): Promise<Person>;
  /** Pictures of all that stands on the screens, for whoever wants to know why a test failed. */
  shootAll(): Promise<void>;
  close(): Promise<void>;
}

export async function openAccountWorld(story: string): Promise<AccountWorld> {
  const album = new Album(story);
  const school = await openSchool();
  const letters = await LetterBox.open(school.central);
  const newcomer = await school.newcomer();
  const started: Person[] = [];
  const start = async (person: Person): Promise<Person> => {
    await person.computer.start();
    await album.open(person.computer);
    started.push(person);
    return person;
  };
  await start(newcomer);
  return {
    school,
    letters,
    album,
    newcomer,
    start,
    shootAll: async () => {
      const screens: Screen[] = started.map(({ computer }) => computer);
      for (const screen of screens) await album.shoot(screen, 'failed');
      await album.shootPage(letters.page, 'failed-letters');
    },
    close: async () => {
      await letters.close();
      await school.close();
    },
  };
}

/** What became of HOSTILE on a page: shown as text it is `true`. */
export async function isOnlyText(page: Page): Promise<boolean> {
  await page.getByText(HOSTILE).first().waitFor();
  const images = await page.locator('img[src="x"]').count();
  return images === 0 && !(await page.title()).includes('hit');
}
