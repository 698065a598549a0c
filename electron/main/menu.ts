import { Menu } from 'electron';

/** The menus are in the page, the same in each host. macOS alone takes its shortcuts from a menu of the system's. */
export function setMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(
    platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  );
}
