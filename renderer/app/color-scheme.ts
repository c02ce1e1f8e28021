import { isMantineColorScheme, type MantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';

/** Keeps light or dark for this session only: nothing is written to Chromium's storage (security §4). */
export function memoryColorScheme(): MantineColorSchemeManager {
  let chosen: MantineColorScheme | undefined;
  return {
    get: (byDefault) => chosen ?? byDefault,
    set: (value) => {
      if (isMantineColorScheme(value)) chosen = value;
    },
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => {
      chosen = undefined;
    },
  };
}
