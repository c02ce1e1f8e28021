import { MantineProvider, MantineThemeProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { createI18n } from '../bridge/i18n.ts';
import { createQueryClient, renewOnEvents } from '../bridge/query-client.ts';
import { styleNonce } from '../bridge/content-security.ts';
import { useText } from '../bridge/text.ts';
import { memoryColorScheme } from './color-scheme.ts';
import { cssVariables, THEME } from './theme.ts';

/** Texts, looks and answers for everything below. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const [i18n] = useState(() => createI18n());
  const [scheme] = useState(memoryColorScheme);
  const [client] = useState(createQueryClient);
  useEffect(() => renewOnEvents(client), [client]);
  return (
    <I18nextProvider i18n={i18n}>
      <DocumentLanguage />
      <MantineProvider
        theme={THEME}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        colorSchemeManager={scheme}
        getStyleNonce={styleNonce}
      >
        <Toasts />
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}

/** Good news in the corner. The cross of each is named here, because whoever tells it knows no language. */
function Toasts() {
  const t = useText();
  const named = { defaultProps: { closeButtonProps: { 'aria-label': t('frame.close') } } };
  return (
    <MantineThemeProvider theme={{ components: { Notification: named } }}>
      <Notifications position="bottom-right" withinPortal={false} />
    </MantineThemeProvider>
  );
}

/** Screen readers choose their voice by it. */
function DocumentLanguage(): null {
  const { i18n } = useTranslation();
  useEffect(() => {
    document.documentElement.lang = i18n.language === 'en' ? 'en' : 'zh-Hant-TW';
  }, [i18n.language]);
  return null;
}
