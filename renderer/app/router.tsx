import { createRouter, type RouterHistory } from '@tanstack/react-router';
import { routeTree } from './routes.tsx';

/**
 * Places have addresses behind `#`, so the page itself never changes. They hold ids, never personal
 * data, and the history goes with the window.
 */
export const createAppRouter = (history: RouterHistory) =>
  createRouter({ routeTree, history, scrollRestoration: false, defaultPreload: false });

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
