import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { look, showAt, type Screen } from './look.ts';

/** Looks at a screen as `look` does, and keeps its picture at 1366 × 768 with 125 % for whoever wants to see it. */
export type Shoot = (name: string, screen: Screen) => Promise<void>;

export interface Shots {
  readonly shoot: Shoot;
  /** What is wrong with any screen so far. */
  readonly problems: readonly string[];
}

export function openShots(prefix: string): Shots {
  const folder = process.env['XUELU_TEST_PICTURES'] ?? mkdtempSync(join(tmpdir(), `xuelu-${prefix}-`));
  const problems: string[] = [];
  let count = 0;
  return {
    problems,
    shoot: async (name, screen) => {
      await showAt(screen, 1.25);
      const file = `${prefix}-${String((count += 1)).padStart(2, '0')}-${name.replaceAll(/[^a-z0-9]+/gi, '-')}.png`;
      await screen.page.screenshot({ path: join(folder, file) });
      problems.push(...(await look(screen)).map((what) => `${name}: ${what}`));
    },
  };
}
