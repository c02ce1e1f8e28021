import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { TEXTS, type Language } from '../../shared/text/index.ts';

export const DEFAULT_LANGUAGE: Language = 'zh-TW';

/**
 * All texts, flat. Blanks are filled as they are: React escapes, and a blank's own content is never
 * read as a text with blanks (`skipOnVariables`).
 */
export function createI18n(language: Language = DEFAULT_LANGUAGE): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: DEFAULT_LANGUAGE,
    resources: { 'zh-TW': { translation: TEXTS['zh-TW'] }, en: { translation: TEXTS.en } },
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: false,
    initAsync: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    react: { useSuspense: false },
  });
  return instance;
}
