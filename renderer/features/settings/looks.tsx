import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import type { Language } from '../../../shared/text/index.ts';
import { useLanguage, useText } from '../../bridge/text.ts';
import css from './settings.module.css';

const SCHEMES = ['auto', 'light', 'dark'] as const satisfies readonly MantineColorScheme[];

const LANGUAGES = ['zh-TW', 'en'] as const satisfies readonly Language[];

/** Language, light or dark; both for this session. */
export function Looks() {
  const t = useText();
  const { language, setLanguage } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={css['looks']}>
      <span id="settings-language">{t('settings.language')}</span>
      <SegmentedControl
        aria-labelledby="settings-language"
        data={LANGUAGES.map((value) => ({ value, label: t(`settings.language.${value}`) }))}
        value={language}
        onChange={setLanguage}
      />
      <span id="settings-scheme">{t('settings.scheme')}</span>
      <SegmentedControl
        aria-labelledby="settings-scheme"
        data={SCHEMES.map((value) => ({ value, label: t(`settings.scheme.${value}`) }))}
        value={colorScheme}
        onChange={setColorScheme}
      />
    </div>
  );
}
