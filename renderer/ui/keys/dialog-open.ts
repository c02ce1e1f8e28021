/** Whether a dialog lies over the page: keys of one letter then belong to nothing beneath it. */
export const isDialogOpen = (): boolean => document.querySelector('[role="dialog"]') !== null;
