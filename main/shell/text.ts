import { textFor } from '../../shared/text/index.ts';

/**
 * Texts of native dialogs and menus. In Chinese: the language is chosen in the window, and nothing
 * tells the shell of it yet.
 */
export const shellText = (): ReturnType<typeof textFor> => textFor('zh-TW');
