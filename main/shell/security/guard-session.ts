import type { Session } from 'electron';
import { mayRequest } from './urls.ts';

/** Denies a session everything that these pages do not need: network, permissions, devices, downloads. */
export function guardSession(session: Session, packaged: boolean): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !mayRequest(details.url, details.resourceType, packaged) });
  });
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault();
    choose('');
  });
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault();
    choose('');
  });
  session.on('will-download', (event) => event.preventDefault());
  // Chromium would fetch dictionaries from its maker.
  session.setSpellCheckerEnabled(false);
}
