import type { WebContents } from 'electron';
import { isPage } from './urls.ts';

/** Keeps whatever a window shows inside this program: no other page, no other window, no device. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', stopUnlessOurs);
  contents.on('will-frame-navigate', stopUnlessOurs);
  contents.on('will-redirect', stopUnlessOurs);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.on('select-client-certificate', (event) => event.preventDefault());
}

function stopUnlessOurs(event: { readonly url: string; preventDefault(): void }): void {
  if (!isPage(event.url)) event.preventDefault();
}
