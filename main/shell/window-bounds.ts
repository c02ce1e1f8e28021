import { readFileSync } from 'node:fs';
import { z } from 'zod';

const size = z.number().int().min(400).max(20_000);
const place = z.number().int().min(-50_000).max(50_000);

/** Where the window stood last; nothing personal. */
export const WindowBounds = z.object({
  x: place,
  y: place,
  width: size,
  height: size,
  maximized: z.boolean(),
});
export type WindowBounds = z.infer<typeof WindowBounds>;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The ageing PC that the screens are made for. */
const DEFAULT = { width: 1366, height: 768 };
/** So much of the title bar must be on a screen that the window can be caught (pixels). */
const CATCH = 100;

/** Reads the remembered bounds; nothing when there are none or the file is damaged. */
export function findWindowBounds(path: string): WindowBounds | undefined {
  try {
    const parsed = WindowBounds.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Remembered bounds if they still lie on a screen, else the default size (smaller on a small screen). */
export function fitBounds(
  saved: WindowBounds | undefined,
  screens: readonly [Area, ...Area[]],
): { x?: number; y?: number; width: number; height: number } {
  if (saved && screens.some((screen) => isCatchable(saved, screen))) {
    const { x, y, width, height } = saved;
    return { x, y, width, height };
  }
  const [main] = screens;
  return { width: Math.min(DEFAULT.width, main.width), height: Math.min(DEFAULT.height, main.height) };
}

function isCatchable(bounds: Area, screen: Area): boolean {
  const across = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
  return across >= CATCH && bounds.y >= screen.y && bounds.y <= screen.y + screen.height - CATCH;
}
