/**
 * The pages' own style, served as a file so that the policy needs no exception. System fonts: nothing is
 * loaded from anywhere. Colours keep 4.5 : 1 on both schemes, borders of fields 3 : 1.
 */
export const STYLE = `
:root { color-scheme: light dark; --page: #f3f5f8; --card: #fff; --ink: #1b2430; --soft: #4c5a6b;
  --line: #d3dae3; --edge: #6b7a8d; --accent: #1a5fb4; --on-accent: #fff; --bad: #b3261e; --bad-bg: #fdf0ef;
  --good: #1d6b3a; }
@media (prefers-color-scheme: dark) {
  :root { --page: #14181e; --card: #1d232b; --ink: #e8ecf1; --soft: #aab6c4; --line: #35404d; --edge: #8795a6;
    --accent: #8ab8f5; --on-accent: #0e1a2b; --bad: #ffb4ab; --bad-bg: #3a1f1d; --good: #8fd6a8; }
}
* { box-sizing: border-box; }
html { font: 100%/1.7 system-ui, "Noto Sans TC", "Noto Sans CJK TC", "Microsoft JhengHei", "PingFang TC", sans-serif; }
body { margin: 0; background: var(--page); color: var(--ink); overflow-wrap: anywhere; }
header, main { max-width: 36rem; margin: 0 auto; padding: 0 1rem; }
.wide :is(header, main) { max-width: 60rem; }
header { padding-top: 2.5rem; color: var(--soft); font-weight: 600; }
main { padding-bottom: 3rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.75rem 2rem;
  margin-top: .75rem; }
h1 { font-size: 1.5rem; line-height: 1.35; margin: 0 0 .5rem; }
h2 { font-size: 1rem; margin: 0 0 .5rem; }
p { margin: 0 0 1rem; }
.card > :last-child { margin-bottom: 0; }
.soft { color: var(--soft); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin: .5rem 0 1.25rem;
  padding: .75rem 0; border-block: 1px solid var(--line); }
dt { color: var(--soft); }
dd { margin: 0; }
label { display: block; font-weight: 600; margin: 1.25rem 0 .375rem; }
input { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; color: inherit;
  background: var(--card); border: 1px solid var(--edge); border-radius: .375rem; }
input[aria-invalid="true"] { border: 2px solid var(--bad); }
button { min-height: 2.75rem; padding: .5rem 1.5rem; margin-top: 1.5rem; font: inherit; font-weight: 600;
  color: var(--on-accent); background: var(--accent); border: 1px solid transparent; border-radius: .375rem;
  cursor: pointer; }
:is(input, button, a, [tabindex]):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.rules { padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: .5rem; }
ul { margin: 0; padding-left: 1.25rem; }
.problems { margin: 1.25rem 0; padding: 1rem 1.25rem; color: var(--bad); background: var(--bad-bg);
  border: 1px solid var(--bad); border-radius: .5rem; }
.problems a { color: inherit; }
.problem { margin: .375rem 0 0; color: var(--bad); }
.done h1 { color: var(--good); }
a { color: var(--accent); }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .5rem .75rem .5rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
pre { font: inherit; white-space: pre-wrap; margin: 0; }
@media (max-width: 30rem) { .card { padding: 1.25rem; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
@media (forced-colors: active) { button { border-color: ButtonText; } }
`.trimStart();

/** Where it is served: beside the link pages, so that one rule of a proxy in front covers all of it. */
export const STYLE_PATH = '/account/style.css';
