/** A chart or a table with its heading and a sentence about how to read it. */
export interface ChartSection {
  title: string;
  note: string;
  /** HTML or SVG. */
  body: string;
}

/** One HTML file that needs nothing else: no script, no fonts, light and dark as the reader's system is. */
export function chartPage(title: string, about: readonly string[], sections: readonly ChartSection[]): string {
  const blocks = sections.map(
    ({ title: heading, note, body }) =>
      `<section><h2>${escaped(heading)}</h2><p>${escaped(note)}</p><div class="scroll">${body}</div></section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${about.map((line) => `<p class="about">${escaped(line)}</p>`).join('\n')}
${blocks.join('\n')}
</main>
</body>
</html>
`;
}

/** Text as HTML shows it. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The colours are those of Steward's pages. */
const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --ground: #ffffff; --panel: #f6f8fa; --for: #2563a8; --against: #b4531f; --mark: #6b7280; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --soft: #9aa4af; --line: #363c44; --ground: #14171b; --panel: #1c2026; --for: #6ea8e0; --against: #e39463; --mark: #8a94a0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.05rem; margin: 2.25rem 0 .25rem; }
p { margin: 0 0 .75rem; color: var(--soft); max-width: 44rem; }
p.about { margin: 0; }
.scroll { overflow-x: auto; }
svg { display: block; max-width: 100%; min-width: 34rem; height: auto; }
svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
svg .soft { fill: var(--soft); }
svg .for { fill: var(--for); }
svg .against { fill: var(--against); }
svg .sum { fill: var(--mark); }
svg .grid { stroke: var(--line); stroke-width: 1; fill: none; }
svg .curve { stroke: var(--for); stroke-width: 2; fill: none; }
svg .cut { stroke: var(--against); stroke-width: 1; stroke-dasharray: 4 3; fill: none; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .9rem .3rem 0; text-align: left; border-bottom: 1px solid var(--line); }
td.number, th.number { text-align: right; }
`;
