import axe from 'axe-core';

/**
 * What axe finds, by rule and place; empty when all is well. jsdom draws nothing, so contrast is looked
 * at in the real window instead, and a part of a page needs no landmarks of its own.
 */
export async function axeProblems(container: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
