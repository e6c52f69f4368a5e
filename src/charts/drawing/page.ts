import { escapeXml } from "../../foundation/text/xml.js";
import { fontRules } from "./font-rules.js";
import type { Theme } from "./theme.js";

/** A page that stands on its own: no script runs in it, nothing is loaded into it, whatever names the data hold. */
export function htmlPage(title: string, body: string, theme: Theme): string {
  const policy = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>${fontRules()}
${styles(theme)}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function styles({ font, colours }: Theme): string {
  const { background, ink, muted, line, accent, good, bad } = colours;
  const family = font.replace(/[^\w ,'"-]/g, "");
  return `body{margin:0;background:${background};color:${ink};font:15px/1.55 ${family}}
main{max-width:920px;margin:0 auto;padding:32px 24px 64px}
h1{font-size:26px;line-height:1.25;margin:0 0 4px}
h2{font-size:18px;margin:40px 0 8px;padding-top:16px;border-top:1px solid ${line}}
p{margin:8px 0}
.question{font-size:17px;color:${muted}}
.status{display:inline-block;margin:8px 0;padding:4px 10px;border-left:4px solid ${accent};background:${line}66}
.answer{font-size:17px}
.note,footer{color:${muted};font-size:12.5px}
figure{margin:16px 0;overflow-x:auto}
figure svg{width:100%;min-width:600px;max-width:860px;height:auto}
.scroll{overflow-x:auto}
table{font-size:13px!important}
thead th,figcaption{color:${muted}}
.rewardlab-good{color:${good}!important}
.rewardlab-bad{color:${bad}!important}
summary{cursor:pointer;color:${muted};font-size:13px}
li{margin:4px 0}
@media print{main{max-width:none;padding:0}h2{break-after:avoid}figure,table{break-inside:avoid}figure svg{min-width:0}}`;
}
