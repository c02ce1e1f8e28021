import { EN } from './en/index.ts';
import { ZH_TW } from './zh-tw/index.ts';

/** Languages of the product: Traditional Chinese first, English second. */
export type Language = 'zh-TW' | 'en';

/** Every sentence people read, by flat dotted key; `{{name}}` marks a blank. */
export const TEXTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { 'zh-TW': ZH_TW, en: EN };

/** Fills a text without any library (core, central, print); an unknown key shows itself. */
export const textFor =
  (language: Language) =>
  (key: string, blanks: Readonly<Record<string, string | number>> = {}): string =>
    (TEXTS[language][key] ?? key).replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
      String(blanks[name] ?? whole),
    );

export type Translate = ReturnType<typeof textFor>;
