import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRuntime } from '../../scripts/runtime/find.mjs';
import type { Person } from './story/person.ts';
import { t } from './story/words.ts';
import { outcomesOf, ATTEMPTS } from './support/attempts.ts';
import { openSchool, type School } from './support/school.ts';

const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

let school: School;
let teacher: Person;
const page = () => teacher.page;

beforeAll(async () => {
  school = await openSchool();
  teacher = await school.person('xr-teacher1');
  await teacher.computer.start();
  await teacher.signIn();
  await teacher.openList();
});

afterAll(() => school.close());

describe('[security 5] the window', () => {
  test('has the three pipes of preload and nothing of Node or Electron', async () => {
    const seen = await page().evaluate(() => ({
      app: Object.keys(window.app).toSorted(),
      kinds: Object.values(window.app).map((pipe) => typeof pipe),
      foreign: [
        'process',
        'require',
        'module',
        'exports',
        'Buffer',
        'global',
        '__dirname',
        'electron',
        'ipcRenderer',
      ].filter((name) => name in window),
    }));
    expect(seen).toEqual({
      app: ['core', 'on', 'shell'],
      kinds: ['function', 'function', 'function'],
      foreign: [],
    });
  });

  test('what preload gave cannot be exchanged', async () => {
    const same = await page().evaluate(() => {
      const before = window.app.core;
      try {
        Object.assign(window.app, { core: () => 'mine' });
      } catch {
        // Refused is as good as ignored.
      }
      return window.app.core === before;
    });
    expect(same).toBe(true);
  });

  test('is sandboxed, isolated, without webview and plugins', async () => {
    const preferences = await (
      await teacher.computer.app.browserWindow(page())
    ).evaluate((window) => {
      const contents: { getLastWebPreferences?: () => Electron.WebPreferences } = window.webContents;
      return contents.getLastWebPreferences?.();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
    });
  });

  test('keeps nothing of anybody in Chromium’s storage', async () => {
    const kept = await page().evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
      caches: 'caches' in window ? (await caches.keys().catch(() => [])).length : 0,
      workers:
        'serviceWorker' in navigator
          ? (await navigator.serviceWorker.getRegistrations().catch(() => [])).length
          : 0,
    }));
    expect(kept).toEqual({ local: 0, session: 0, cookies: '', databases: 0, caches: 0, workers: 0 });
  });

  test('so far it complained of nothing: the policy is kept by the pages themselves', () => {
    expect(school.complaints()).toEqual([]);
  });

  test('has the policy as a header of each page', async () => {
    const answer = await page().reload();
    const policy = answer?.headers()['content-security-policy'] ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self';",
      "connect-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy).toContain(rule);
    }
    expect(answer?.headers()['x-content-type-options']).toBe('nosniff');
    await page()
      .getByRole('heading', { level: 1, name: t('menu.leaving') })
      .waitFor();
  });
});

describe('[security 5] what a taken-over window might try', () => {
  let outcomes: Readonly<Record<string, string>>;
  beforeAll(async () => {
    outcomes = await outcomesOf(page(), `${school.proxy.url}/outside`);
  });

  test.each(ATTEMPTS)('%s comes to nothing', (attempt) => {
    expect(outcomes[attempt]).toBe('refused');
  });

  test('and nothing of it reached a server on this very computer', () => {
    expect(school.proxy.asked).toEqual([]);
  });

  test.each(['https://example.com/', 'file:///etc/passwd', 'data:text/html,<b>x', 'javascript:1'])(
    'it cannot be led to %s',
    async (address) => {
      const before = page().url();
      await page().evaluate((to) => {
        const link = document.createElement('a');
        link.href = to;
        document.body.append(link);
        link.click();
        link.remove();
      }, address);
      await page().evaluate(() => new Promise((done) => setTimeout(done, 200)));
      expect(page().url()).toBe(before);
    },
  );

  test('on the page for printing, the only other one, it has no door', async () => {
    await page().evaluate(() => location.assign('app://app/print.html'));
    await page().waitForURL('app://app/print.html');
    const answers = await page().evaluate(async () => ({
      shell: await window.app.shell('app.info', {}),
      print: await window.app.shell('print.document', {}),
      core: await Promise.race([
        window.app.core('session.get', {}),
        new Promise((done) => setTimeout(() => done('silence'), 1000)),
      ]),
    }));
    const forbidden = { ok: false, failure: { code: 'FORBIDDEN' } };
    expect(answers).toEqual({ shell: forbidden, print: forbidden, core: 'silence' });
    await page().goBack();
    await page()
      .getByRole('heading', { level: 1, name: t('menu.leaving') })
      .waitFor();
  });

  test('nor opens a second window, by itself or by starting the program again', async () => {
    const child = spawn(...(await secondStart()));
    const code = await new Promise((done) => child.once('exit', done));
    expect(code).toBe(0);
    expect(teacher.computer.app.windows()).toHaveLength(1);
  });

  test('[security 7.37] junk at both doors gets a typed refusal, and the program goes on', async () => {
    const answers = await page().evaluate(async () => {
      const junk: unknown[] = [
        undefined,
        null,
        Infinity,
        'x',
        [],
        { __proto__: null, caseId: {} },
        { caseId: 'x'.repeat(5e6) },
      ];
      const names = ['case.get', '__proto__', 'constructor', 'toString', '', 'draft.put', 'nothing.here'];
      const all = names.flatMap((name) => junk.map((input) => window.app.core(name, input)));
      const shell = ['print.document', 'print.save', '__proto__', 'quit'].map((name) =>
        window.app.shell(name, { a: 1 }),
      );
      return Promise.all([...all, ...shell]);
    });
    for (const answer of answers)
      expect(answer).toMatchObject({ ok: false, failure: { code: expect.any(String) } });
    await teacher.openList();
  });
});

async function secondStart() {
  const runtime = await findRuntime({ allowTrial: true, log: () => undefined });
  const env = { ...process.env, XUELU_USER_DATA: teacher.computer.folder };
  return [runtime.executable, [...runtime.args, projectRoot], { env, stdio: 'ignore' }] as const;
}
