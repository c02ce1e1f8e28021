import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { FLOATS } from '../ui/floats/floats.tsx';

/** The one accent: a dark teal; white on shade 7 has a contrast of 6.4, shade 3 on the dark body 7. */
const ACCENT: MantineColorsTuple = [
  '#e7f3f5',
  '#d0e6ea',
  '#a3ced6',
  '#7cbcc8',
  '#4b9aa9',
  '#2f8797',
  '#1f788a',
  '#11687b',
  '#085565',
  '#00404d',
];

const FAST = { duration: 120 } as const;

/** Everything that differs from Mantine's defaults (interface.md, Look). */
export const THEME = createTheme({
  fontFamily: '"Noto Sans TC Variable", "Noto Sans TC", "Microsoft JhengHei", sans-serif',
  fontFamilyMonospace: 'Consolas, "Noto Sans Mono", monospace',
  headings: { fontWeight: '600' },
  colors: { accent: ACCENT },
  primaryColor: 'accent',
  primaryShade: 7,
  defaultRadius: 'sm',
  focusRing: 'always',
  respectReducedMotion: true,
  shadows: { xs: 'none', sm: 'none' },
  components: {
    Portal: { defaultProps: { target: `#${FLOATS}` } },
    Tooltip: {
      defaultProps: {
        events: { hover: true, focus: true, touch: true },
        transitionProps: FAST,
        multiline: true,
        maw: 320,
      },
    },
    Modal: {
      defaultProps: { transitionProps: FAST, centered: true, overlayProps: { backgroundOpacity: 0.4 } },
    },
    // Mantine makes it a <header>, which would be a second banner of the page.
    ModalHeader: { defaultProps: { role: 'none' } },
    Menu: { defaultProps: { transitionProps: FAST, shadow: 'md' } },
    Popover: { defaultProps: { transitionProps: FAST, shadow: 'md' } },
  },
});

/** Mantine's greys for secondary text and its red for errors miss AA; these are at least 4.5 to 1. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#56616c',
    '--mantine-color-placeholder': '#68737e',
    '--mantine-color-error': '#c02626',
    '--mantine-color-anchor': '#0b5c6e',
  },
  dark: {
    '--mantine-color-dimmed': '#b0b8c0',
    '--mantine-color-placeholder': '#98a1aa',
    '--mantine-color-error': '#ff9a9a',
    '--mantine-color-anchor': '#7cbcc8',
  },
});
