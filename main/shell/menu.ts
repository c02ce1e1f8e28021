import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { shellText } from './text.ts';

/**
 * The smallest menu with which the usual keys work: editing and zoom. The bar itself is hidden (Alt
 * belongs to the window's own keys), so people see it on macOS only.
 */
export function setMenu(): void {
  const text = shellText();
  const edit: MenuItemConstructorOptions[] = [
    { role: 'undo', label: text('shell.menu.undo') },
    { role: 'redo', label: text('shell.menu.redo') },
    { type: 'separator' },
    { role: 'cut', label: text('shell.menu.cut') },
    { role: 'copy', label: text('shell.menu.copy') },
    { role: 'paste', label: text('shell.menu.paste') },
    { role: 'selectAll', label: text('shell.menu.selectAll') },
  ];
  const view: MenuItemConstructorOptions[] = [
    { role: 'zoomIn', label: text('shell.menu.zoomIn'), accelerator: 'CommandOrControl+Plus' },
    // The same key without Shift, where + shares it with =, and the one on the number pad.
    { role: 'zoomIn', visible: false, acceleratorWorksWhenHidden: true, accelerator: 'CommandOrControl+=' },
    {
      role: 'zoomIn',
      visible: false,
      acceleratorWorksWhenHidden: true,
      accelerator: 'CommandOrControl+numadd',
    },
    { role: 'zoomOut', label: text('shell.menu.zoomOut'), accelerator: 'CommandOrControl+-' },
    {
      role: 'zoomOut',
      visible: false,
      acceleratorWorksWhenHidden: true,
      accelerator: 'CommandOrControl+numsub',
    },
    { role: 'resetZoom', label: text('shell.menu.zoomReset'), accelerator: 'CommandOrControl+0' },
  ];
  const developer: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }];
  const program: MenuItemConstructorOptions[] =
    process.platform === 'darwin'
      ? [{ label: app.getName(), submenu: [{ role: 'quit', label: text('shell.menu.quit') }] }]
      : [];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...program,
      { label: text('shell.menu.edit'), submenu: edit },
      { label: text('shell.menu.view'), submenu: [...view, ...developer] },
    ]),
  );
}
