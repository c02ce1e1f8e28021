import { z } from 'zod';
import { row, type Door } from './door.ts';
import { PrintDocument } from './print.ts';

const nothing = z.object({});

/** What only Electron's main process can do. No path, URL, key or token crosses this door. */
export const SHELL_DOOR = {
  'app.info': row(
    nothing,
    z.object({
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      /** True on the old runtime that is only for tests, the demo and a local trial. */
      trialRuntime: z.boolean(),
      keyStore: z.boolean(),
    }),
  ),
  /** Asks where, then writes the form as a PDF (to `.partial`, then renamed). */
  'print.save': row(PrintDocument, z.object({ saved: z.boolean() })),
  /** Opens the system's print dialog; `printed: false` when the person cancelled (「未列印」). */
  'print.paper': row(PrintDocument, z.object({ printed: z.boolean() })),
  /** Only the hidden print window asks these two. */
  'print.document': row(nothing, PrintDocument),
  'print.ready': row(z.object({ pages: z.number().int().positive() }), nothing),
} as const satisfies Door;
export type ShellDoor = typeof SHELL_DOOR;
