/** The folders of tests/ that mirror a folder of the source, and how the source files there end. */
const MIRRORED: Readonly<Record<string, readonly string[]>> = {
  shared: ['.ts'],
  main: ['.ts'],
  preload: ['.ts'],
  renderer: ['.ts', '.tsx'],
  central: ['.ts'],
  scripts: ['.mjs'],
};

/** Test files whose source is not where the mirror says, with the place that was looked at. */
export function strayTests(files: readonly string[]): string[] {
  const known = new Set(files);
  return files.flatMap((file) => {
    const [, room = '', path] = /^tests\/([^/]+)\/(.+)\.test\.tsx?$/.exec(file) ?? [];
    const endings = MIRRORED[room];
    if (!endings || path === undefined) return [];
    const places = endings.map((ending) => `${room}/${path}${ending}`);
    return places.some((place) => known.has(place)) ? [] : [`${file}: no ${places.join(' or ')}`];
  });
}
