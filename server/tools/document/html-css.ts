/** The look of the downloaded and of the published page; the latter loads it as a file of its own, as the policy wants. */
export const documentCss = `:root{color-scheme:light dark;--ink:#16211f;--soft:#47544f;--line:#d5dad3;--bg:#f4f5f1;--page:#fff;--spruce:#0e5a52;--dot:#a83216}
@media (prefers-color-scheme:dark){:root{--ink:#ecf1ec;--soft:#b4c2bc;--line:#33403c;--bg:#0f1816;--page:#17211f;--spruce:#7ad3c1;--dot:#ff9a78}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:1.0625rem/1.6 Literata,Charter,"Iowan Old Style",Georgia,serif;overflow-wrap:anywhere}
main{max-width:46rem;margin:2rem auto;padding:2.75rem clamp(1.25rem,6vw,4rem) 3.5rem;background:var(--page);box-shadow:0 10px 34px rgb(20 33 31/.12);border-radius:3px}
.top,nav,.meta,th,caption,.box{font-family:"Public Sans",system-ui,sans-serif}
.top{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;justify-content:space-between;align-items:center;font-size:.8125rem;color:var(--soft)}
.name{display:inline-flex;gap:.5rem;align-items:center}
.seat{fill:var(--spruce)}.you{fill:var(--dot)}
h1{font-size:1.9rem;line-height:1.25;letter-spacing:-.012em;margin:2rem 0 .5rem}
.question{font-size:1.15rem;font-style:italic;color:var(--soft);margin:0 0 1rem}
h2{font-size:1.3rem;line-height:1.3;color:var(--spruce);margin:2.6rem 0 .5rem}
h3{font-size:1.12rem;margin:1.8rem 0 .35rem}h4,h5,h6{font-size:1rem;margin:1.4rem 0 .3rem}
p{margin:.5rem 0}.statement{font-size:1.3rem;line-height:1.45;margin:.6rem 0 .9rem}.part-mission .statement,.part-goals .statement{font-size:1.1rem}
.meta{font-size:.8125rem;color:var(--soft)}
ul,ol{padding-inline-start:1.5rem;margin:.5rem 0}li{margin:.25rem 0}.tasks{list-style:none;padding-inline-start:.25rem}
nav ol{font-size:.9375rem;columns:2 12rem;list-style-position:inside;padding:0;margin:1.4rem 0}nav li{margin:0;padding:.15rem 0;break-inside:avoid}
a{color:var(--spruce);text-underline-offset:3px}
blockquote{margin:1rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
pre{overflow-x:auto;white-space:pre-wrap}pre,code{font-size:.9em}
hr{border:0;border-top:1px solid var(--line);margin:1.5rem 0}
.wide{overflow-x:auto}
.sign td{height:3.4em;vertical-align:bottom}
table{border-collapse:collapse;width:100%;font-size:.9375rem;margin:.8rem 0;overflow-wrap:break-word}
caption{text-align:start;font-size:.8125rem;color:var(--soft);padding-bottom:.35rem}
th,td{text-align:start;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--line)}
th{font-size:.8125rem;border-bottom-width:2px}
.many{font-size:.8125rem}.many th{font-size:.75rem}.many th,.many td{padding:.35rem .3rem}.many td:first-child{min-width:8.5rem}
@media (max-width:640px){main{margin:0;box-shadow:none;border-radius:0}}
@media print{:root{--ink:#000;--soft:#444;--line:#bbb;--bg:#fff;--page:#fff;--spruce:#000;--dot:#000}body{font-size:11pt}main{margin:0;padding:0;max-width:none;box-shadow:none}nav{display:none}h2,h3,h4,h5,h6{break-after:avoid}tr,li,blockquote{break-inside:avoid}thead{display:table-header-group}.wide{overflow:visible}@page{margin:18mm}}
`
