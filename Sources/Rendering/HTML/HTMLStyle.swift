/// How a page looks: on a screen in the light and in the dark, narrow or wide, and on paper.
enum HTMLStyle {
  static let sheet = """
    :root{color-scheme:light dark;--text:#1f2328;--faint:#59636e;--ground:#fff;--shade:#f6f8fa;--line:#d1d9e0;\
    --link:#0969da;--measured:#1a7f37;--found:#0969da;--attested:#9a6700;--danger:#d1242f;--important:#8250df}
    @media (prefers-color-scheme:dark){:root{--text:#e6edf3;--faint:#9198a1;--ground:#0d1117;--shade:#161b22;\
    --line:#3d444d;--link:#4493f8;--measured:#3fb950;--found:#4493f8;--attested:#d29922;--danger:#f85149;\
    --important:#ab7df8}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--ground);color:var(--text);font:1rem/1.6 system-ui,sans-serif}
    main{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 4rem;overflow-wrap:break-word}
    h1,h2,h3,h4,h5,h6{line-height:1.25;margin:2em 0 .6em;text-wrap:balance}
    h1{font-size:1.9rem;margin-top:0}h2{font-size:1.35rem;padding-bottom:.25em;border-bottom:1px solid var(--line)}
    h3{font-size:1.1rem}h4,h5,h6{font-size:1rem}
    p,ul,ol,pre,blockquote,table,details,aside{margin:0 0 1em}li>ul,li>ol{margin-bottom:0}
    a{color:var(--link)}
    code,pre{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--shade)}
    code{padding:.1em .3em;border-radius:4px;unicode-bidi:isolate}
    pre{padding:.9em 1em;overflow-x:auto;border:1px solid var(--line);border-radius:6px;tab-size:8}
    pre code{padding:0;font-size:1em;background:none}
    blockquote,aside{padding:.1em 1em;border-left:4px solid var(--line);color:var(--faint)}
    blockquote>:last-child,aside>:last-child{margin-bottom:.3em}
    aside{color:inherit;border-color:var(--found)}aside.tip{border-color:var(--measured)}
    aside.important{border-color:var(--important)}aside.warning{border-color:var(--attested)}
    aside.caution{border-color:var(--danger)}.kind{font-weight:600;margin:.3em 0}
    hr{border:0;border-top:1px solid var(--line);margin:2em 0}
    .table{overflow-x:auto}table{border-collapse:collapse;font-size:.95em}
    th,td{padding:.35em .75em;border:1px solid var(--line);text-align:start;vertical-align:top}
    td>p,th>p{margin:0}
    thead th{background:var(--shade)}.center{text-align:center}.end{text-align:end}
    .facts{width:100%;font-size:.875em}.facts th,.facts td{border-width:1px 0;overflow-wrap:anywhere}
    .facts th{width:9.5em;font-weight:400;color:var(--faint);padding-left:0}
    summary{cursor:pointer}summary h1,summary h2{display:inline-block;margin:0;border:0}
    .evidence{margin-top:2.5em;border-top:1px solid var(--line);padding-top:1em}.evidence>summary{margin-bottom:1em}
    .standing{font-size:.8em;font-weight:600;padding:.1em .5em;border:1px solid;border-radius:1em;white-space:nowrap}
    .measured{color:var(--measured)}.found{color:var(--found)}.attested{color:var(--attested)}
    .note{font-weight:600}
    .task{list-style:none;margin-left:-1.4em}
    .footnotes{margin-top:3em;font-size:.875em;border-top:1px solid var(--line);padding-top:1em}
    @media (max-width:30rem){main{padding:1.25rem .9rem 3rem}h1{font-size:1.5rem}.facts th{width:7em}}
    @media print{:root{color-scheme:light;--text:#000;--faint:#444;--ground:#fff;--shade:#fff;--line:#999;--link:#000;\
    --measured:#1a7f37;--found:#0550ae;--attested:#7d4e00}
    main{max-width:none;padding:0}pre{white-space:pre-wrap;overflow-wrap:anywhere}
    h1,h2,h3,h4{break-after:avoid}pre,tr,aside{break-inside:avoid-page}
    main a[href^="http"]::after{content:" (" attr(href) ")";font-size:.8em;overflow-wrap:anywhere}
    details::details-content{content-visibility:visible;display:block;height:auto}}
    """
}
