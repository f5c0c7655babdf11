// The page's own style: a paper sheet on screen with evidence beside the line, A4 in print, one column on a phone, light and dark.

export const STYLE = `
:root{color-scheme:light dark;--ink:#1c1d20;--dim:#585c62;--edge:#c8c5bb;--thin:#e3e0d6;--sheet:#fffefb;--table:#efede5;--blue:#1d4470;--rust:#87381f;--tint:#f5f3eb;--gold:#fbf2d2;
--text:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,Georgia,"Liberation Serif",serif;--face:"Segoe UI","Helvetica Neue",Helvetica,"Nimbus Sans",Arial,"Liberation Sans",sans-serif}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e5e2d9;--dim:#a9a79f;--edge:#4b4d51;--thin:#37393d;--sheet:#1c1e21;--table:#131416;--blue:#93b8e6;--rust:#e7a38a;--tint:#26282c;--gold:#3b3623}}
*{box-sizing:border-box}
html{background:var(--table);-webkit-text-size-adjust:100%;scroll-padding-top:25vh}
body{margin:0;color:var(--ink);font:16px/1.45 var(--text);font-kerning:normal}
h1,h2,h3,p,ul,ol,dl,dd{margin:0;padding:0}
ul,ol{list-style:none}
.sheet{position:relative;max-width:860px;margin:32px auto;padding:38px 44px 46px;background:var(--sheet);box-shadow:0 0 0 1px var(--thin)}
.kick{display:flex;justify-content:space-between;gap:1em;border-top:3px solid var(--blue);padding-top:.45em;font:600 .72em/1.3 var(--face);letter-spacing:.09em;text-transform:uppercase;color:var(--blue)}
.kick span+span{letter-spacing:.02em;text-transform:none;font-weight:500;color:var(--dim)}
h1{font-weight:400;font-size:2.3em;line-height:1.1;margin:.28em 0 .1em;letter-spacing:-.01em}
.sub{font-size:1.12em;font-style:italic;line-height:1.3;color:var(--dim)}
.warn{margin-top:.8em;padding:.45em .8em;border-left:3px solid var(--rust);background:var(--tint);font-size:.92em}
.head{margin-top:.9em;padding:.45em 0;border:solid var(--edge);border-width:1px 0;font-size:.9em;display:grid;grid-template-columns:5.4em 1fr;gap:.15em .8em}
.head dt{font:600 .76em/1.7 var(--face);color:var(--dim)}
.head dd{min-width:0}
h2{font:600 .86em/1.25 var(--face);color:var(--blue);margin:1.4em 0 .4em;padding-top:.4em;border-top:1px solid var(--edge);break-after:avoid}
h2 .no{display:inline-block;min-width:1.75em;font-weight:500;color:var(--dim);font-variant-numeric:tabular-nums}
h3{font:600 .8em/1.4 var(--face);break-after:avoid}
h3 small{margin-left:.5em;font-weight:400;color:var(--dim)}
.line{border-radius:2px}
li.line{padding-left:.95em;margin:.18em 0}
li.line::before{content:"";float:left;width:.3em;height:.3em;margin:.52em 0 0 -.85em;border-radius:50%;background:var(--edge)}
.s-bottom-line{background:var(--tint);border-left:3px solid var(--blue);padding:.6em .9em;margin-top:1em}
.s-bottom-line h2{border:0;margin:0 0 .2em;padding:0}
.flow{columns:2;column-gap:2em;margin-top:1.2em}
.flow.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 2em;margin-top:0}
.flow section{break-inside:avoid}.flow .s-disagreements{break-inside:auto}
.flow section:first-child h2{margin-top:0}.flow.pair h2,.flow.pair section:first-child h2{margin-top:1.4em}
.groups>div+div{margin-top:.4em}
.s-agenda .groups{display:grid;grid-template-columns:repeat(auto-fit,minmax(11em,1fr));gap:0 1.4em}
.s-agenda .groups>div+div{margin-top:0}
.s-annex .groups{columns:2;column-gap:2em}
.s-annex .groups>div{break-inside:avoid}
.iss{width:100%;border-collapse:collapse;table-layout:fixed;font-size:.94em}
.iss th,.iss td{text-align:left;vertical-align:top;padding:0 1.4em 0 0;font-weight:400}
.iss td:last-child,.iss th:last-child{padding-right:0}
.iss thead th{font:600 .74em/1.5 var(--face);color:var(--dim);padding-bottom:.2em}
.iss thead .a{color:var(--blue)}.iss thead .b{color:var(--rust)}
.iss tbody{break-inside:avoid}
.iss tbody::after{content:"";display:block;height:.5em}
.ih th{border-top:1px solid var(--thin);padding:.35em 0 .1em!important}
.ih th>div:first-child{display:flex;justify-content:space-between;gap:1em;align-items:baseline}
.ih h3{font-size:.9em;flex-shrink:0}
.gapl{font:600 .76em/1.4 var(--face);color:var(--dim)}.gapl .r{font-size:.85em}
.has .gapl{color:var(--ink);background:var(--gold);padding:0 .45em}
a{color:var(--blue);text-decoration-thickness:.06em;text-underline-offset:.15em}
.r{font:500 .64em/1 var(--face);vertical-align:.42em;text-decoration:none;margin-left:.12em;padding:.1em;white-space:nowrap;font-variant-numeric:tabular-nums}
.r.many{font-weight:700}
.r:hover,.r:focus-visible{text-decoration:underline}
a:focus-visible{outline:2px solid var(--blue);outline-offset:1px;border-radius:2px}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.ev{display:none;font:400 13.5px/1.42 var(--text);color:var(--ink);background:var(--tint);border-left:3px solid var(--blue);padding:.6em .8em;margin:.4em 0 .6em;text-align:left}
.ev .p{display:block;margin:.35em 0}
.ev .eh{display:block;font:600 11.5px/1.3 var(--face);color:var(--dim)}.ev .eh::first-letter{text-transform:uppercase}
q{quotes:none;font-style:italic}
.ev cite{display:block;font:400 11.5px/1.35 var(--face);color:var(--dim)}
.ev .n{font:700 11.5px/1 var(--face);text-decoration:none}
.ev .x{font:500 11.5px/1 var(--face)}
.line:focus-within>.ev,.ev:target{display:block}
.tl{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.4em,1fr));gap:.9em .5em;margin-top:.9em;font:400 .72em/1.3 var(--face)}
.tl li.line{padding:.95em 0 0;margin:0;border-top:1.5px solid var(--edge);overflow-wrap:break-word}
.tl li.line::before{float:none;display:block;width:9px;height:9px;margin:calc(-.95em - 5px) 0 .7em;background:var(--dim)}
.tl li.planned::before{background:var(--sheet);box-shadow:inset 0 0 0 2px var(--blue)}
.tl b{display:block}
.tl .r{font-size:.84em;vertical-align:.25em}
.slots{display:grid;grid-template-columns:repeat(4,1fr);gap:.7em;margin-top:.6em}
.slots div{border:1px solid var(--edge);min-height:5.2em;padding:.25em .5em;font:600 .74em/1.5 var(--face);color:var(--dim)}
.fine{font-size:.8em;color:var(--dim)}
.notes{columns:2;column-gap:2em;font-size:.8em;line-height:1.38;margin-top:.4em}
.notes h3{margin:.7em 0 .2em;font-size:.95em;line-height:1.35;break-inside:avoid}
.notes .doc:first-child h3{margin-top:0}
.notes h3 span{font-weight:400;color:var(--dim)}
.notes li{padding-left:2.3em;text-indent:-2.3em;margin:.14em 0;break-inside:avoid;overflow-wrap:break-word}
.notes li b{display:inline-block;width:2.3em;text-indent:0;font:700 .86em/1 var(--face);color:var(--blue);font-variant-numeric:tabular-nums}
.notes q{font-style:normal}
.notes li:target{background:var(--gold)}
@media screen and (min-width:1240px){
.sheet{margin-left:max(28px,calc(50vw - 606px))}
.ev,.line:focus-within>.ev,.ev:target{position:absolute;left:calc(100% + 18px);width:322px;margin:-3em 0 0;z-index:1;box-shadow:0 0 0 1px var(--thin);background:var(--sheet)}
.line:hover>.ev{display:block;z-index:3}
.line:hover,.line:focus-within,.line:has(>.ev:target){background:var(--gold)}
.sheet:has(.line:hover) .line:not(:hover)>.ev{display:none}
.ev .x{display:none}
}
@media screen and (max-width:700px){
body{font-size:17px}
.sheet{margin:0;padding:20px 18px 36px;box-shadow:none}
h1{font-size:2em}
.kick{display:block}.kick span{display:block}
.head{grid-template-columns:1fr;gap:0}.head dt{margin-top:.3em}
.flow,.flow.pair,.s-annex .groups,.s-agenda .groups{display:block;columns:1}
.iss,.iss tbody,.iss tr,.iss td,.iss th{display:block;padding-right:0}.iss thead,.iss td.empty{display:none}
.ih th>div:first-child{display:block}.ih h3{font-size:1em}.has .gapl{display:inline-block}
.iss td::before{content:attr(data-l);display:block;font:600 .74em/1.5 var(--face);color:var(--dim);margin-top:.5em}
.iss td.a::before{color:var(--blue)}.iss td.b::before{color:var(--rust)}
.slots{grid-template-columns:1fr 1fr}.notes{columns:1}
.r{font-size:.7em;padding:.35em .2em}
}
@page{size:A4;margin:10mm 13mm 12mm;@bottom-right{content:counter(page) " of " counter(pages);font:7pt Helvetica,Arial,sans-serif;color:#585c62}}
@media print{
html,.sheet{background:#fff}
body{font-size:8.3pt;line-height:1.28}
.sheet{max-width:none;margin:0;padding:0;box-shadow:none}
.ev{display:none!important}
a{text-decoration:none}
h1{font-size:20pt}.sub{font-size:10.6pt}
h2{margin:.75em 0 .22em;padding-top:.28em}
.head{margin-top:.5em;padding:.3em 0}
.s-bottom-line{margin-top:.6em;padding:.4em .8em}
.s-bottom-line,.warn,.has .gapl,li.line::before{-webkit-print-color-adjust:exact;print-color-adjust:exact}
li.line{margin:.06em 0;break-inside:avoid}
.flow{margin-top:.5em}.flow.pair h2,.flow.pair section:first-child h2{margin-top:.75em}
.iss tbody::after{height:.25em}
.notes{columns:3;column-gap:5mm;font-size:6.7pt;line-height:1.25;margin-top:.2em;hyphens:auto}
.notes li{display:inline;padding:0;text-indent:0}.notes li::after{content:" "}
.notes li b{display:inline;width:auto;margin-right:.35em;white-space:nowrap}
.notes h3{font-size:6.5pt;margin:.35em 0 .1em;line-height:1.25}
.tl{font-size:6.6pt;margin-top:.9em}
.slots{gap:2.5mm}.slots div{min-height:14mm}
.fine{font-size:7pt}
}
`;
