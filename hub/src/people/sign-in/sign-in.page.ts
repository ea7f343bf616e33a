import { createHash } from 'node:crypto';

export interface MessagePage {
  title: string;
  text: string;
  link: { href: string; text: string };
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f6f7f9, #14171c); }
main { box-sizing: border-box; width: min(26rem, 100vw - 2rem); padding: 2rem; border-radius: 12px;
  color: light-dark(#1b1f27, #e8eaee); background: light-dark(#fff, #1d2128); border: 1px solid light-dark(#dde1e8, #333a45); }
h1 { margin: 0 0 .5rem; font-size: 1.25rem; line-height: 1.3; }
p { margin: 0 0 1.5rem; }
a { display: inline-block; padding: .5rem 1rem; border-radius: 8px; text-decoration: none; font-weight: 600;
  color: #fff; background: #2456c7; }
a:focus-visible { outline: 3px solid light-dark(#8fb0ff, #b9ccff); outline-offset: 2px; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** No script at all, and no style but the one above. */
export const messagePagePolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A page with a message and one way on. */
export function messagePage({ title, text, link }: MessagePage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} · Steward</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
<p>${escape(text)}</p>
<a href="${escape(link.href)}">${escape(link.text)}</a>
</main>
</body>
</html>
`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
