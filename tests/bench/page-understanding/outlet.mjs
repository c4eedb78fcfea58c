// Measures which outlet `gloss page` tells of the shared pages, against a list reviewed by hand.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

/** The outlets among the shared pages that the bundled pack has, by the domain in the manifest or by page; reviewed by hand. */
const IN_PACK = {
  "abc.es": "wd:Q287076",
  "afp.com": "wd:Q40464",
  "aftonbladet.se": "wd:Q389458",
  "aljazeera.com": "wd:Q13477",
  "berliner-zeitung.de": "wd:Q10185",
  "bild.de": "wd:Q156203",
  "businessinsider.com": "wd:Q286707",
  "channelnewsasia.com": "x:outlet-channel-newsasia-sg",
  "chron.com": "wd:Q595564",
  "clarin.com": "wd:Q878108",
  "cnn.com": "wd:Q48340",
  "corriere.it": "wd:Q309135",
  "dailymail.co.uk": "wd:Q210534",
  "dallasnews.com": "wd:Q889935",
  "denverpost.com": "wd:Q2668654",
  "elcolombiano.com": "wd:Q403038",
  "elmundo.es": "wd:Q921217",
  "elnuevoherald.com": "wd:Q1324423",
  "faz.net": "wd:Q10184",
  "foxnews.com": "wd:Q186068",
  // Both ABC News and ESPN have their pages there.
  "go.com": "wd:Q287171 wd:Q217776",
  "granma.cu": "x:outlet-granma-cu",
  "heraldsun.com.au": "wd:Q1634594",
  // Of one domain two papers are shared, and one of them is in the pack.
  "indiatimes.com-2": "x:times-of-india",
  "indiatimes.com-3": "x:times-of-india",
  "isolezwe.co.za": "x:outlet-isolezwe-za",
  "japantimes.co.jp": "wd:Q1190886",
  "jpost.com": "wd:Q35438",
  "kommersant.ru": "wd:Q1780189",
  "lanacion.com.ar": "wd:Q1507630",
  "lapresse.tn": "x:outlet-la-presse-tn",
  "lastampa.it": "wd:Q923353",
  "lefigaro.fr": "wd:Q216047",
  "lrt.lt": "wd:Q1550538",
  "mainichi.jp": "wd:Q1136866",
  "mirror.co.uk": "wd:Q217623",
  "nationalpost.com": "wd:Q1812075",
  "nbcnews.com": "wd:Q2877626",
  "ndtv.com": "wd:Q2985356",
  "newsweek.com": "wd:Q188413",
  "nhk.or.jp": "x:outlet-nhk-jp",
  "nypost.com": "wd:Q211374",
  "orf.at": "x:outlet-orf-at",
  "politico.com": "wd:Q3109740",
  // Its Spanish and its English service have cards of their own.
  "rt.com": "wd:Q22868 x:outlet-rt-espanol-ru",
  "seattletimes.com": "wd:Q221718",
  "si.com": "x:sports-illustrated",
  "sky.com": "wd:Q217228",
  "spiegel.de": "x:der-spiegel",
  "sputniknews.com": "wd:Q18572033",
  "stuttgarter-zeitung.de": "wd:Q319663",
  "sueddeutsche.de": "wd:Q158870",
  "tagesschau.de": "x:outlet-ard-de",
  "taz.de": "wd:Q161423",
  "theintercept.com": "x:the-intercept",
  "timesofisrael.com": "wd:Q6449319",
  "uol.com.br": "wd:Q1435379",
  "usatoday.com": "wd:Q39681",
  "vg.no": "x:verdens-gang",
  "voanews.com": "x:outlet-voice-of-america-us",
  "washingtonexaminer.com": "wd:Q255700",
  "waz.de": "wd:Q561840",
  "welt.de": "wd:Q1959672",
  "xinhuanet.com": "wd:Q204839",
  "yna.co.kr": "wd:Q333206",
  "yomiuri.co.jp": "wd:Q645218",
  "zdf.de": "x:outlet-zdf-de",
  "zdfheute.de": "x:outlet-zdf-de",
};

/** Prints how many outlets are right. `found` is what `gloss page` says by name, `pages` the rows of the manifest. */
export function measure({ pages: found, manifest: pages, htmlOf }) {
  let right = 0;
  const wrong = [];
  const silent = [];
  const ofPage = ({ name, outlet }) => IN_PACK[name] ?? IN_PACK[outlet];
  const inPack = pages.filter(ofPage);
  for (const { name, outlet } of inPack) {
    let page = found.get(name);
    if (!page.outlet_entity && !(page.outlet ?? "").includes(".")) {
      // Some files don't say their address, which a reader's browser would.
      const args = ["page", htmlOf(name), "--url", `https://${outlet}/`];
      page = JSON.parse(execFileSync(join(root, "target/release/gloss"), args, { encoding: "utf8", maxBuffer: 1 << 26 }));
    }
    if (ofPage({ name, outlet }).split(" ").includes(page.outlet_entity)) right++;
    else if (page.outlet_entity) wrong.push(`${name}: ${page.outlet_entity}`);
    else silent.push(name);
  }
  const others = pages.filter((page) => !ofPage(page));
  for (const { name } of others) {
    const { outlet_entity } = found.get(name) ?? {};
    if (outlet_entity) wrong.push(`${name}: ${outlet_entity}`);
  }
  const named = [...found.values()].filter(({ outlet }) => outlet).length;
  const share = `${((100 * right) / inPack.length).toFixed(1)} %`;
  console.log(`Outlets: of ${inPack.length} pages of outlets in the pack ${right} right (${share}), ${silent.length} not told`);
  console.log(`wrong on all ${pages.length} pages: ${wrong.length}; named at all, in the pack or not: ${named}`);
  if (silent.length > 0) console.log(`  not told: ${silent.join(", ")}`);
  for (const line of wrong) console.log(`  wrong: ${line}`);
}
