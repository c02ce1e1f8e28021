/** Where the theme lets menus, tooltips and dialogs grow. */
export const FLOATS = 'floats';

/**
 * Stands once inside the `<main>` of each kind of page: what floats belongs to the page's landmark, or
 * people who walk by landmarks would not meet it.
 */
export const Floats = () => <div id={FLOATS} />;
