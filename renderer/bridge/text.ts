import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  formatRocDate,
  formatRocDateShort,
  formatRocDateTime,
} from '../../shared/domain/calendar/roc-date-format.ts';
import { IsoDate } from '../../shared/domain/calendar/iso-date.ts';
import { instantMsOf, taipeiDate, taipeiTime } from '../../shared/domain/calendar/taipei.ts';
import type { Language, Translate } from '../../shared/text/index.ts';

/** The sentence for a key in the language of the window; an unknown key shows itself. */
export function useText(): Translate {
  const { t } = useTranslation();
  return useCallback((key, blanks) => t(key, { ...blanks }), [t]);
}

export interface LanguageChoice {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

/** Language of this session; a new start speaks Chinese. */
export function useLanguage(): LanguageChoice {
  const { i18n } = useTranslation();
  const setLanguage = useCallback((language: Language) => void i18n.changeLanguage(language), [i18n]);
  return { language: i18n.language === 'en' ? 'en' : 'zh-TW', setLanguage };
}

export interface Format {
  /** A day or an instant as `115/11/21（六）`. */
  readonly date: (value: string) => string;
  /** A day or an instant as `115/11/21`, for narrow columns. */
  readonly shortDate: (value: string) => string;
  /** An instant as `115/11/21 14:32` in Taipei. */
  readonly dateTime: (value: string) => string;
  /** An instant as `14:32` in Taipei. */
  readonly time: (value: string) => string;
}

/** The day in Taipei of a day or an instant; undefined for a text that is neither. */
export function findDay(value: string): IsoDate | undefined {
  if (IsoDate.safeParse(value).success) return value;
  return attempt(() => taipeiDate(instantMsOf(value)));
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

/** A text that is no day shows itself: a wrong value must not take the screen with it. */
const onDay = (format: (day: IsoDate) => string) => (value: string) => {
  const day = findDay(value);
  return day === undefined ? value : format(day);
};

export const FORMAT: Format = {
  date: onDay(formatRocDate),
  shortDate: onDay(formatRocDateShort),
  dateTime: (value) => attempt(() => formatRocDateTime(value)) ?? value,
  time: (value) => attempt(() => taipeiTime(instantMsOf(value))) ?? value,
};

/** 民國 dates and Taipei's clock, in every language of the window. */
export function useFormat(): Format {
  return useMemo(() => FORMAT, []);
}
