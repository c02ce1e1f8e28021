import type { Page } from '@playwright/test';
import { textOf } from '../../../shared/forms/values.ts';
import { leavingAnswers, trackingAnswers } from '../story/answers.ts';
import type { Person } from '../story/person.ts';
import { t } from '../story/words.ts';
import { draftsIn, waitUntilKept } from './kept.ts';

/** How far the screen had said that the work on one student was saved. */
const STAGES = ['nothing', 'draft', 'contacts', 'filed', 'tracked'] as const;
type Stage = (typeof STAGES)[number];

/** What the screen has called saved, by the student's name. */
export class Promises {
  readonly #stages = new Map<string, Stage>();

  made(name: string, stage: Stage): void {
    this.#stages.set(name, stage);
  }

  /** What is less than promised now, as sentences; empty when all is there. */
  async broken(person: Person): Promise<readonly string[]> {
    const stages = await stagesOf(person);
    return [...this.#stages].flatMap(([name, stage]) => {
      const there = stages.get(name) ?? 'nothing';
      return STAGES.indexOf(there) < STAGES.indexOf(stage)
        ? [`${name}: ${stage} was said, ${there} is there`]
        : [];
    });
  }

  get names(): readonly string[] {
    return [...this.#stages.keys()];
  }
}

/** How far the work on each student is now: drafts on 首頁 and what they hold, then the list. */
async function stagesOf(person: Person): Promise<Map<string, Stage>> {
  const found = new Map<string, Stage>();
  const { page } = person;
  const shown = page.getByRole('region', { name: new RegExp(`^${t('home.drafts')}`) }).getByRole('link');
  const drafts = await draftsIn(page);
  for (const text of await shown.allInnerTexts()) {
    const name = text.split('\n')[0] ?? '';
    const held = drafts.some(
      ({ student, values }) => student?.name === name && values['guardianPhone'] !== undefined,
    );
    found.set(name, held ? 'contacts' : 'draft');
  }
  await person.openList();
  await page.getByText(new RegExp(`^${t('cases.total', { count: '\\d+' })}`)).waitFor();
  for (const row of await page
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .all()) {
    const name = await row.getByRole('link').first().innerText();
    const text = await row.innerText();
    found.set(name, text.includes(t('cases.tracking', { count: 0 })) ? 'filed' : 'tracked');
  }
  return found;
}

/** Files one student and sends a record; notes each word of the screen that something is saved. */
export async function workOn(
  person: Person,
  student: { readonly name: string; readonly identity_number: string },
  leftOn: string,
  promises: Promises,
): Promise<void> {
  const { name, identity_number: number } = student;
  const page: Page = person.page;
  const dialog = page.getByRole('dialog', { name: t('tracking.window') });
  await person.startFiling(number);
  await person.next();
  await waitUntilKept(page, number);
  promises.made(name, 'draft');
  const answers = leavingAnswers(leftOn);
  await person.fillWindow(0, answers);
  await person.next();
  await waitUntilKept(page, textOf(answers, 'guardianPhone'));
  promises.made(name, 'contacts');
  await person.fillWindow(1, answers);
  await person.next();
  await person.submit();
  await dialog.waitFor();
  promises.made(name, 'filed');
  await person.writeTracking(trackingAnswers(`${name}：電話聯絡家長。`));
  await person.sendTracking();
  promises.made(name, 'tracked');
}
