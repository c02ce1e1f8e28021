/** One file that breaks exactly one rule, and the rule that has to notice. */
export interface Planted {
  readonly file: string;
  readonly code: string;
  readonly rule: string;
}

const arrow = (file: string, code: string): Planted => ({ file, code, rule: 'boundaries(dependencies)' });

const imports = (from: string): string => `import { there } from '${from}';\nexport const here = there;\n`;

/** A module of every room, for the others to import. */
export const ROOMS: readonly string[] = [
  'shared/there.ts',
  'shared/contract/there.ts',
  'main/core/there.ts',
  'main/shell/there.ts',
  'preload/there.ts',
  'renderer/ui/there.ts',
  'renderer/bridge/there.ts',
  'renderer/app/there.ts',
  'renderer/features/one/there.ts',
  'renderer/features/two/there.ts',
  'central/there.ts',
];

/** Arrows that point where none may: one for each "never" of the table, and some more. */
export const WRONG_ARROWS: readonly Planted[] = [
  arrow('shared/node.ts', "import { sep } from 'node:path';\nexport const here = sep;\n"),
  arrow('shared/bare-node.ts', "import { sep } from 'path';\nexport const here = sep;\n"),
  arrow('shared/react.ts', "import { version } from 'react';\nexport const here = version;\n"),
  arrow('shared/electron.ts', "import { app } from 'electron';\nexport const here = app;\n"),
  arrow('shared/core.ts', imports('../main/core/there.ts')),
  arrow('shared/type-only.ts', "export type { there } from '../central/there.ts';\n"),
  arrow('main/core/electron.ts', "import type { App } from 'electron';\nexport type Here = App;\n"),
  arrow('main/core/shell.ts', imports('../shell/there.ts')),
  arrow('main/core/renderer.ts', imports('../../renderer/ui/there.ts')),
  arrow('main/core/central.ts', imports('../../central/there.ts')),
  arrow('main/core/sqlite.ts', "import Database from 'better-sqlite3';\nexport const here = Database;\n"),
  arrow(
    'main/core/vault/sqlite.ts',
    "import type Database from 'better-sqlite3';\nexport type Here = Database;\n",
  ),
  arrow('main/shell/core.ts', imports('../core/there.ts')),
  arrow('main/shell/renderer.ts', imports('../../renderer/ui/there.ts')),
  arrow('main/shell/central.ts', imports('../../central/there.ts')),
  arrow('main/index.ts', imports('../renderer/app/there.ts')),
  arrow('preload/contract.ts', imports('../shared/contract/there.ts')),
  arrow(
    'preload/shared.ts',
    "import type { there } from '../shared/there.ts';\nexport type Here = typeof there;\n",
  ),
  arrow('preload/node.ts', "import { sep } from 'node:path';\nexport const here = sep;\n"),
  arrow('renderer/ui/feature.ts', imports('../features/one/there.ts')),
  arrow('renderer/bridge/electron.ts', "import { shell } from 'electron';\nexport const here = shell;\n"),
  arrow('renderer/features/one/two.tsx', imports('../two/there.ts')),
  arrow('renderer/features/one/later.ts', "export const here = import('../two/there.ts');\n"),
  arrow('renderer/features/one/app.ts', imports('../../app/there.ts')),
  arrow('renderer/features/one/node.ts', "import { sep } from 'node:path';\nexport const here = sep;\n"),
  arrow('renderer/features/one/net.ts', "import axios from 'axios';\nexport const here = axios;\n"),
  arrow('renderer/app/core.ts', imports('../../main/core/there.ts')),
  arrow('renderer/app/preload.ts', imports('../../preload/there.ts')),
  arrow('central/core.ts', imports('../main/core/there.ts')),
  arrow('central/renderer.ts', imports('../renderer/ui/there.ts')),
  arrow('central/electron.ts', "import { app } from 'electron';\nexport const here = app;\n"),
];

/** Arrows of the table that are allowed; nothing may be said about them. */
export const RIGHT_ARROWS: readonly Omit<Planted, 'rule'>[] = [
  { file: 'shared/right.ts', code: "import { z } from 'zod';\nexport const here = z.string();\n" },
  { file: 'main/core/right.ts', code: imports('../../shared/there.ts') },
  {
    file: 'main/core/vault/driver.ts',
    code: "import Database from 'better-sqlite3';\nexport const here = Database;\n",
  },
  {
    file: 'main/shell/right.ts',
    code: "import { app } from 'electron';\nimport type { there } from '../core/there.ts';\nexport const here = app;\nexport type Here = typeof there;\n",
  },
  { file: 'main/core-process.ts', code: imports('./core/there.ts') },
  {
    file: 'preload/right.ts',
    code: "import { ipcRenderer } from 'electron';\nimport type { there } from '../shared/contract/there.ts';\nexport const here = ipcRenderer;\nexport type Here = typeof there;\n",
  },
  {
    file: 'renderer/features/one/right.tsx',
    code: "import { Button } from '@mantine/core';\nimport { there } from '../../ui/there.ts';\nimport { there as bridge } from '../../bridge/there.ts';\nimport { there as own } from './there.ts';\nexport const here = [Button, there, bridge, own];\n",
  },
  { file: 'renderer/app/right.ts', code: imports('../features/one/there.ts') },
  {
    file: 'central/right.ts',
    code: "import { sep } from 'node:path';\nimport fastify from 'fastify';\nimport { there } from '../shared/there.ts';\nexport const here = [sep, fastify, there];\n",
  },
];

/** The other rules that the project stands on. */
export const WRONG_CODE: readonly Planted[] = [
  {
    file: 'central/default.ts',
    code: 'const here = 1;\nexport default here;\n',
    rule: 'import(no-default-export)',
  },
  {
    file: 'shared/any.ts',
    code: 'export const here = (x: any): void => void x;\n',
    rule: 'typescript(no-explicit-any)',
  },
  {
    file: 'shared/any-from-outside.ts',
    code: "export const here: string[] = JSON.parse('[]');\n",
    rule: 'typescript(no-unsafe-assignment)',
  },
  {
    file: 'shared/cycle-a.ts',
    code: "import { b } from './cycle-b.ts';\nexport const a = (): unknown => b;\n",
    rule: 'import(no-cycle)',
  },
  {
    file: 'shared/cycle-b.ts',
    code: "import { a } from './cycle-a.ts';\nexport const b = (): unknown => a;\n",
    rule: 'import(no-cycle)',
  },
  { file: 'shared/long.ts', code: 'export {};\n'.repeat(401), rule: 'eslint(max-lines)' },
  {
    file: 'shared/suppressed.ts',
    code: `// @ts-${'expect'}-error a reason\nexport const here: number = 'one';\n`,
    rule: 'typescript(ban-ts-comment)',
  },
  {
    file: 'shared/switch.ts',
    code: "export function here(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n",
    rule: 'typescript(switch-exhaustiveness-check)',
  },
  // Needs Node's types: without them the linter takes the call for anything and says nothing.
  {
    file: 'central/floating.ts',
    code: "import { rm } from 'node:fs/promises';\nexport const here = (): void => {\n  rm('x');\n};\n",
    rule: 'typescript(no-floating-promises)',
  },
  {
    file: 'renderer/ui/floating.tsx',
    code: "export const here = (): void => {\n  navigator.clipboard.writeText('x');\n};\n",
    rule: 'typescript(no-floating-promises)',
  },
  {
    file: 'tests/floating.test.ts',
    code: "import { rm } from 'node:fs/promises';\nexport const here = (): void => {\n  rm('x');\n};\n",
    rule: 'typescript(no-floating-promises)',
  },
  {
    file: 'scripts/floating.mjs',
    code: "import { rm } from 'node:fs/promises';\nexport const here = () => {\n  rm('x');\n};\n",
    rule: 'typescript(no-floating-promises)',
  },
  {
    file: 'main/core-start.ts',
    code: "import { ipcMain } from 'electron';\nexport const here = ipcMain;\n",
    rule: 'eslint(no-restricted-imports)',
  },
  {
    file: 'main/shell/ipc.ts',
    code: "import { ipcRenderer } from 'electron';\nexport const here = ipcRenderer;\n",
    rule: 'eslint(no-restricted-imports)',
  },
  {
    file: 'preload/ipc.ts',
    code: "import { ipcMain } from 'electron';\nexport const here = ipcMain;\n",
    rule: 'eslint(no-restricted-imports)',
  },
  {
    file: 'main/shell/plain.ts',
    code: "import { safeStorage } from 'electron';\nexport const here = (): void => safeStorage.setUsePlainTextEncryption(true);\n",
    rule: 'eslint(no-restricted-properties)',
  },
  {
    file: 'renderer/ui/fetch.ts',
    code: "export const here = (): Promise<unknown> => fetch('x');\n",
    rule: 'eslint(no-restricted-globals)',
  },
  {
    file: 'renderer/ui/window-fetch.ts',
    code: "export const here = (): Promise<unknown> => window.fetch('x');\n",
    rule: 'eslint(no-restricted-properties)',
  },
  {
    file: 'renderer/ui/html.tsx',
    code: "export const Here = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />;\n",
    rule: 'react(no-danger)',
  },
  {
    file: 'renderer/ui/hook.tsx',
    code: "import { useState } from 'react';\nexport function Here({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}\n",
    rule: 'react-hooks(rules-of-hooks)',
  },
  {
    file: 'renderer/ui/effect.tsx',
    code: "import { useEffect } from 'react';\nexport function Here({ on, see }: { on: boolean; see: (on: boolean) => void }) {\n  useEffect(() => see(on), [see]);\n  return null;\n}\n",
    rule: 'react-hooks(exhaustive-deps)',
  },
  {
    file: 'tests/only.test.ts',
    code: "import { expect, test } from 'vitest';\ntest.only('x', () => {\n  expect(1).toBe(1);\n});\n",
    rule: 'vitest(no-focused-tests)',
  },
  {
    file: 'tests/empty.test.ts',
    code: "import { test } from 'vitest';\ntest('x', () => undefined);\n",
    rule: 'vitest(expect-expect)',
  },
  {
    file: 'tests/skip.test.ts',
    code: "import { expect, test } from 'vitest';\ntest.skip('x', () => {\n  expect(1).toBe(1);\n});\n",
    rule: 'vitest(no-disabled-tests)',
  },
  {
    file: 'shared/later.ts',
    code: `// ${'TO'}DO write this\nexport const here = 1;\n`,
    rule: 'eslint(no-warning-comments)',
  },
  {
    file: 'renderer/elsewhere/there.ts',
    code: 'export const there = 1;\n',
    rule: 'boundaries(no-unknown-files)',
  },
];
