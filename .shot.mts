import { chromium } from "/work/main/node_modules/@playwright/test/index.mjs";
import { prepareBrowser } from "/work/main/tests/support/browser.ts";
const [,, base, ...jobs] = process.argv;
const b = await chromium.launch(await prepareBrowser());
for (const job of jobs) {
  const [path, width, scheme, out, full] = job.split("|");
  const p = await b.newPage({ viewport: { width: Number(width), height: Number(width) < 500 ? 700 : 900 }, colorScheme: scheme as any, reducedMotion: "reduce" });
  p.on("console", m => { if (m.type()==="error"||m.type()==="warning") console.log(out, m.type(), m.text().slice(0,300)); });
  p.on("pageerror", e => console.log(out, "pageerror", e.message.slice(0,300)));
  await p.goto(base + path); await p.waitForTimeout(1500);
  await p.screenshot({ path: `/tmp/shots/${out}.png`, fullPage: full !== "view" });
  await p.close();
}
await b.close();
