package io.serai.identity.report;

/** How the page looks, by day and by night. */
final class PageStyle {

    static final String CSS = """
            :root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--ink:#1c2127;--soft:#66707c;--line:#dde2e8;--for:#2a8476;
            --against:#cf6a3c;--neutral:#93a0ae;--total:#3563c9;--mark:#8a5cc2}
            @media (prefers-color-scheme:dark){:root{--bg:#14181d;--card:#1c2229;--ink:#e6eaee;--soft:#97a3af;--line:#303943;
            --for:#4fb3a2;--against:#e38b5f;--neutral:#6b7885;--total:#7aa2f7;--mark:#b795e4}}
            *{box-sizing:border-box}
            body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
            main{max-width:1080px;margin:0 auto;padding:32px 20px 64px}
            h1{font-size:26px;margin:0 0 4px}h2{font-size:19px;margin:0 0 6px}p{margin:6px 0 12px;max-width:75ch}
            section{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:20px 22px;margin:18px 0;
            overflow-x:auto}
            .soft{color:var(--soft)}.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;
            margin:18px 0}
            .tile{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:12px 16px}
            .tile b{display:block;font-size:24px;font-variant-numeric:tabular-nums}.tile span{color:var(--soft);font-size:13px}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums;margin:8px 0}
            th,td{text-align:left;padding:4px 14px 4px 0;border-bottom:1px solid var(--line);vertical-align:top}
            thead th{color:var(--soft);font-weight:600;font-size:13px}td.n,th.n{text-align:right;white-space:nowrap}
            tbody th{font-weight:500}table.pair{width:100%}table.pair td{width:42%;overflow-wrap:anywhere}
            td.same{color:var(--for)}.good{color:var(--for)}.bad{color:var(--against)}
            svg{width:100%;height:auto;display:block;margin:8px 0;min-width:760px}svg.square{max-width:380px;min-width:280px}
            svg text{font-size:13px;fill:var(--ink)}svg .soft{fill:var(--soft)}svg .strong{font-weight:650}
            svg .value{font-size:12px;font-variant-numeric:tabular-nums}svg .end{text-anchor:end}svg .mid{text-anchor:middle}
            .for{fill:var(--for)}.against{fill:var(--against)}.neutral{fill:var(--neutral)}.total{fill:var(--total)}
            .dot{fill:var(--total);fill-opacity:.7}.axis{stroke:var(--soft)}.grid{stroke:var(--line)}
            .house{stroke:var(--mark);stroke-width:3;fill:none}
            .threshold{stroke:var(--mark);stroke-width:1.5;stroke-dasharray:5 4;fill:none}
            .key{display:inline-block;width:11px;height:11px;border-radius:2px;margin:0 5px 0 14px;vertical-align:-1px}
            .key.for{background:var(--for)}.key.against{background:var(--against)}.key.neutral{background:var(--neutral)}
            .key.house{background:var(--mark);width:4px;height:14px}
            .beside{display:flex;flex-wrap:wrap;gap:12px 36px;align-items:flex-start}
            details{border-top:1px solid var(--line);padding:8px 0}summary{cursor:pointer}summary:focus-visible{outline:2px solid
            var(--total);outline-offset:3px}
            nav a{color:var(--total);margin-right:16px;text-decoration:none}nav a:hover{text-decoration:underline}
            .note{border-left:3px solid var(--mark);padding-left:12px}
            @media print{body{background:#fff}section{break-inside:avoid}}
            """;

    private PageStyle() {}
}
