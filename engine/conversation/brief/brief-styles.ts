/**
 * The style of a brief as HTML. Values are those of the designer's tokens (light, and dark where the reader prefers it); a mail program
 * that knows no grid shows one column.
 */
export const briefStyles = `
:root{color-scheme:light dark;--ground:#f6f7f8;--surface:#fff;--line:#dfe3e7;--ink:#16202a;--ink-2:#4a5763;--accent:#0b7a75;--accent-soft:#dff1ef;--good:#1f7a3d;--good-soft:#e2f3e7;--warn:#7d5108;--warn-soft:#fbf0d9;--bad:#b3261e;--bad-soft:#fbe5e3;--people:#a85a09}
@media (prefers-color-scheme:dark){:root{--ground:#0f1418;--surface:#161c22;--line:#2a343d;--ink:#e8edf1;--ink-2:#aab6c0;--accent:#4fc3b8;--accent-soft:#12322f;--good:#6fcf8f;--good-soft:#14301f;--warn:#e6b455;--warn-soft:#33270f;--bad:#f2958c;--bad-soft:#3a1a18;--people:#f0ad5f}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 Inter,"Segoe UI",system-ui,sans-serif;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
.brief{max-width:1200px;margin:0 auto;padding:16px}
header{background:var(--surface);border:1px solid var(--line);border-left:6px solid var(--tone);border-radius:10px;padding:16px 20px;margin-bottom:16px}
.urgent{--tone:var(--bad);--soft:var(--bad-soft)}.escalate{--tone:var(--warn);--soft:var(--warn-soft)}.continue{--tone:var(--accent);--soft:var(--accent-soft)}
h1{font-size:20px;line-height:1.3;margin:0 0 8px}
h1 span{display:inline-block;background:var(--soft);color:var(--tone);border-radius:6px;padding:2px 10px;margin-right:8px}
.situations{font-weight:600;margin:0 0 4px}.facts{color:var(--ink-2);margin:0}
.facts b{color:var(--ink)}
header h2{margin:16px 0 4px}
header ul{margin:0;padding-left:20px;max-width:75ch}
.columns{display:grid;grid-template-columns:minmax(0,1fr);gap:16px}
.columns>div{display:grid;gap:16px;align-content:start}
@media (min-width:900px){.columns{grid-template:"act know" auto "story know" 1fr/minmax(0,2fr) minmax(0,1fr)}.act{grid-area:act}.know{grid-area:know}.story{grid-area:story}}
section{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:14px 18px;margin:0}
h2{font-size:13px;letter-spacing:.02em;color:var(--ink-2);margin:0 0 8px;font-weight:600}
section ul,section ol{margin:0;padding:0;list-style:none}
section ol{counter-reset:step}
section li{padding:6px 0;overflow-wrap:anywhere}
section li+li{border-top:1px solid var(--line)}
section ol>li{counter-increment:step;padding-left:30px;position:relative}
section ol>li::before{content:counter(step);position:absolute;left:0;top:7px;width:20px;height:20px;border-radius:50%;background:var(--accent-soft);color:var(--accent);font-size:12px;line-height:20px;text-align:center;font-weight:600}
.wants,.next{border-left:4px solid var(--accent)}
.avoid{border-left:4px solid var(--bad)}
q{quotes:"\\201c" "\\201d";display:block;max-width:75ch}
.said{display:block;max-width:75ch}
.wants q{font-size:16px}
.label{font-weight:600}
dl{margin:0;display:grid;grid-template-columns:fit-content(38%) minmax(0,1fr)}
dt,dd{margin:0;padding:5px 0;border-top:1px solid var(--line);overflow-wrap:anywhere}dt{overflow-wrap:normal;hyphens:auto}
dt{color:var(--ink-2);padding-right:12px}
dl>dt:first-of-type,dl>dd:first-of-type{border-top:0}
.meta{color:var(--ink-2);font-size:13px}
dd .meta{display:inline-block}
.mark{display:inline-block;font-size:12px;font-weight:600;border-radius:6px;padding:0 8px;line-height:20px;background:var(--warn-soft);color:var(--warn)}
.mark.bad{background:var(--bad-soft);color:var(--bad)}
.lines{font-size:14px;color:var(--ink-2);padding-left:18px!important;list-style:disc!important}
.lines li{padding:2px 0;border:0!important}
.lead{margin:0 0 6px;font-weight:600}.lead+.lead{font-weight:400}
.timeline li{padding:8px 0 8px 14px;border-left:3px solid var(--line);border-top:0!important;margin-bottom:6px}
.timeline li.customer{border-left-color:var(--people)}
.timeline li.agent{border-left-color:var(--accent)}
.timeline li.led{border-left-color:var(--bad)}
.empty,.cut{color:var(--ink-2);margin:0}.cut{padding:4px 2px}
@media (max-width:480px){.brief{padding:10px}header,section{padding:12px 14px}}
@media print{body{background:#fff}section,header{break-inside:avoid}}
`.trim();
