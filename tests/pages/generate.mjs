// Writes the pages of not-articles/ (front pages, search pages, forms, shops and the like, in many languages) and of articles/, which are
// short ones and live blogs.
// Run it after a change: node tests/pages/generate.mjs
import { writeFileSync } from "node:fs";
import { WORDS } from "./words.mjs";

const [NAV, SEARCH, LOGIN, CART, MORE, EMAIL, SEND] = [0, 1, 2, 3, 4, 5, 6];

const STOPS = { ja: "。", zh: "。", ur: "۔", hi: "।", th: "" };

/** What a page is made of, in one language; items come in the same order each time the script is run. */
function wordsOf(language) {
  const { labels, headlines, teasers } = WORDS[language];
  const nth = (list) => (index) => list[index % list.length];
  return { language, label: (index) => labels[index], headline: nth(headlines), teaser: nth(teasers), nav: labels[NAV].split("|"), stop: STOPS[language] ?? "." };
}

const times = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join("\n");
const list = (items) => `<ul>${items.map((item) => `<li><a href="/x">${item}</a></li>`).join("")}</ul>`;

function header({ nav, label }) {
  return `<header class="site-header"><a class="logo" href="/">The Example Courier</a><nav>${list(nav)}</nav>
<form role="search" action="/search"><input name="q" placeholder="${label(SEARCH)}"><button>${label(SEARCH)}</button></form></header>`;
}

const footer = ({ nav }) => `<footer>${list(nav)}<p>© 2024 The Example Courier</p></footer>`;

function page(words, title, main, type) {
  const direction = ["ar", "fa", "ur"].includes(words.language) ? ' dir="rtl"' : "";
  return `<!doctype html>
<html lang="${words.language}"${direction}>
<head><meta charset="utf-8"><title>${title}</title>${type ? `<meta property="og:type" content="${type}">` : ""}</head>
<body>
${header(words)}
${main}
${footer(words)}
</body>
</html>
`;
}

// Each kind answers [title, main part]. They differ in mark-up as sites do: some have teasers in articles, some in tables, some none.
const KINDS = {
  "front-more-links": (w) => [
    "The Example Courier",
    `<div class="home">${times(8, (i) => `<div class="post"><h2>${w.headline(i)}</h2><p>${w.teaser(i)} ${w.teaser(i + 1)}</p><a class="more" href="/p${i}">${w.label(MORE)}</a></div>`)}</div>`,
  ],
  "front-titles-below": (w) => [
    w.nav[3],
    `<main>${times(9, (i) => `<div class="tile"><span class="kicker">${w.nav[i % 7]}</span><p>${w.teaser(i)}</p><h3><a href="/t${i}">${w.headline(i)}</a></h3></div>`)}</main>`,
  ],
  "tag": (w) => [
    w.nav[1],
    `<main><h1>${w.nav[1]}</h1><div class="tag-description"><p>${w.teaser(0)}</p></div><ul class="list">${times(10, (i) => `<li><time datetime="2024-03-0${(i % 9) + 1}">0${(i % 9) + 1}.03.2024</time><a href="/g${i}">${w.headline(i)}</a><div>${w.teaser(i)}</div></li>`)}</ul></main>`,
  ],
  "thread": (w) => [
    `${w.headline(2)} - ${w.nav[6]}`,
    `<div class="forum"><h1>${w.headline(2)}</h1>${times(9, (i) => `<div class="post" id="post-${i}"><div class="user"><a href="/u${i}">user${i * 7}</a> #${i + 1}</div><div class="message">${w.teaser(i)}${i % 3 ? "" : ` ${w.teaser(i + 1)}`}</div><div class="tools"><a href="#r">${w.label(SEND)}</a></div></div>`)}</div>`,
  ],
  "gallery": (w) => [
    w.headline(0),
    `<main><h1>${w.headline(0)}</h1><div class="gallery">${times(12, (i) => `<figure><img alt=""><figcaption>${i + 1}/12 ${w.headline(i)}. © A. Example</figcaption></figure>`)}</div></main>`,
  ],
  "video": (w) => [
    w.headline(1),
    `<main class="video-page"><div class="player"></div><h1>${w.headline(1)}</h1><p class="description">${w.teaser(1)}</p><div class="playlist">${times(10, (i) => `<a class="tile" href="/v${i}"><span>0${i % 10}:3${i % 6}</span><b>${w.headline(i)}</b></a>`)}</div></main>`,
  ],
  "shop-reviews": (w) => [
    w.headline(4).slice(0, 30),
    `<main itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">${w.headline(4).slice(0, 30)}</h1><span class="price">49,90 €</span><button>${w.label(CART)}</button><div itemprop="description" class="product-description"><p>${w.teaser(0)}</p></div><section class="reviews"><h2>★★★★☆</h2>${times(7, (i) => `<div class="review" itemprop="review"><span>★★★★</span> <b>user${i}</b> <p>${w.teaser(i)}</p></div>`)}</section></main>`,
  ],
  "consent": (w) => [
    "The Example Courier",
    `<div class="cookie-consent">${times(4, (i) => `<p>${w.teaser(i)} ${w.teaser(i + 1)}</p>`)}<button>OK</button></div><main>${times(6, (i) => `<h2><a href="/c${i}">${w.headline(i)}</a></h2>`)}</main>`,
  ],
  "front-cards": (w) => [
    "The Example Courier",
    `<main><section class="top">${times(12, (i) => `<article class="card"><a href="/a${i}"><h${i ? 3 : 2}>${w.headline(i)}</h${i ? 3 : 2}></a><p>${w.teaser(i)}</p><time>${i + 1}:20</time></article>`)}</section></main>`,
  ],
  "front-long-teasers": (w) => [
    "The Example Courier",
    `<div id="content"><div class="lead"><h2><a href="/a">${w.headline(3)}</a></h2><p class="teaser">${w.teaser(0)} ${w.teaser(1)} <a href="/a">${w.label(MORE)}</a></p></div>
${times(9, (i) => `<div class="teaser"><h3><a href="/b${i}">${w.headline(i)}</a></h3><p>${w.teaser(i)} ${w.teaser(i + 1)} <a href="/b${i}">${w.label(MORE)}</a></p></div>`)}</div>`,
  ],
  "front-list": (w) => [
    w.nav[0],
    `<main class="columns">${times(5, (part) => `<section><h2>${w.nav[part + 1]}</h2><ul>${times(7, (i) => `<li><a href="/${part}/${i}">${w.headline(part + i)}</a> <span class="time">${i + 8}:15</span></li>`)}</ul></section>`)}</main>`,
  ],
  "front-linked-cards": (w) => [
    "The Example Courier – " + w.nav[1],
    `<main><h1>${w.nav[1]}</h1>${times(10, (i) => `<a class="story" href="/s${i}"><div class="kicker">${w.nav[i % 7]}</div><div class="title">${w.headline(i)}</div><div class="summary">${w.teaser(i)}</div></a>`)}</main>`,
  ],
  "section": (w) => [
    w.nav[2],
    `<main><h1>${w.nav[2]}</h1><p class="intro">${w.teaser(2)}</p>${times(8, (i) => `<article><h2><a href="/p${i}">${w.headline(i + 2)}</a></h2><p>${w.teaser(i + 1)}</p><footer>${w.nav[2]} · 0${i + 1}.03.2024</footer></article>`)}<div class="pager"><a href="?2">2</a> <a href="?3">3</a></div></main>`,
  ],
  "search": (w) => [
    `${w.label(SEARCH)}: ${w.nav[5]}`,
    `<main><h1>${w.label(SEARCH)}</h1><form><input value="${w.nav[5]}"><button>${w.label(SEARCH)}</button></form><p>10 / 274</p><ol class="results">${times(10, (i) => `<li><h3><a href="/r${i}">${w.headline(i)}</a></h3><cite>news.example › ${i}</cite><p>… ${w.teaser(i)} …</p></li>`)}</ol></main>`,
  ],
  "log-in": (w) => [
    w.label(LOGIN),
    `<main class="narrow"><h1>${w.label(LOGIN)}</h1><form><p><label>${w.label(EMAIL)} <input type="email"></label></p><p><label>••• <input type="password"></label></p><button>${w.label(LOGIN)}</button></form><p class="hint">${w.teaser(1)}</p></main>`,
  ],
  "form": (w) => [
    w.label(SEND),
    `<main><form>${times(9, (i) => `<div class="field"><label for="f${i}">${i === 2 ? w.label(EMAIL) : w.nav[i % 7]}</label><input id="f${i}"><small>${w.headline(i)}</small></div>`)}<textarea>${w.teaser(0)} ${w.teaser(1)} ${w.teaser(2)}</textarea><select>${times(20, (i) => `<option>${w.nav[i % 7]} ${i}</option>`)}</select><p class="consent">${w.teaser(2)}</p><button>${w.label(SEND)}</button></form></main>`,
  ],
  "shop-list": (w) => [
    w.nav[4],
    `<main><h1>${w.nav[4]}</h1><div class="grid">${times(16, (i) => `<div class="product"><img alt="${w.headline(i)}"><a href="/i${i}">${w.headline(i).slice(0, 24)}</a><span class="price">${(i * 37) % 90},99 €</span><span class="rating">4,${i % 10} (${i * 13})</span><button>${w.label(CART)}</button></div>`)}</div></main>`,
  ],
  "shop-product": (w) => [
    w.headline(4).slice(0, 30),
    `<main itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">${w.headline(4).slice(0, 30)}</h1><p class="price">49,90 €</p><button>${w.label(CART)}</button><ul class="features">${times(5, (i) => `<li>${w.headline(i)}</li>`)}</ul><div itemprop="description"><p>${w.teaser(0)}</p></div><table>${times(8, (i) => `<tr><th>${w.nav[i % 7]}</th><td>${i * 12} mm</td></tr>`)}</table><h2>${w.nav[5]}</h2><div class="related">${times(6, (i) => `<a href="/i${i}">${w.headline(i)} – ${i}9,90 €</a>`)}</div></main>`,
  ],
  "table": (w) => [
    w.nav[4],
    `<main><h1>${w.nav[4]}</h1><table><tr>${w.nav.map((name) => `<th>${name}</th>`).join("")}</tr>${times(20, (i) => `<tr><td>${i + 1}</td><td><a href="/t${i}">${w.headline(i).slice(0, 20)}</a></td>${times(5, (j) => `<td>${(i * j * 7) % 50}</td>`)}</tr>`)}</table><p>${w.teaser(3)}</p></main>`,
  ],
  "videos": (w) => [
    w.nav[5],
    `<div class="app"><div class="player"></div><h1>${w.nav[5]}</h1><div class="rail">${times(14, (i) => `<div class="tile"><a href="/v${i}"><span class="length">0${i % 10}:3${i % 6}</span><h4>${w.headline(i)}</h4></a><span>${i * 113} ▶</span></div>`)}</div></div>`,
  ],
  "forum": (w) => [
    w.nav[6],
    `<main><h1>${w.nav[6]}</h1><table class="topics">${times(15, (i) => `<tr><td><a href="/t${i}">${w.headline(i)}</a><div class="by">user${i * 7}</div></td><td>${i * 3}</td><td>${i}:0${i % 10}</td></tr>`)}</table></main>`,
  ],
  "cookie-wall": (w) => [
    "The Example Courier",
    `<div class="consent-dialog" role="dialog"><h2>Cookies</h2><p>${w.teaser(0)} ${w.teaser(2)}</p><button>OK</button><ul>${times(8, (i) => `<li><label><input type="checkbox"> ${w.headline(i)}</label></li>`)}</ul></div><main>${times(4, (i) => `<h2><a href="/c${i}">${w.headline(i)}</a></h2>`)}</main>`,
  ],
  "error": (w) => ["404", `<main><h1>404</h1><p>${w.teaser(1)}</p>${list([0, 1, 2, 3].map(w.headline))}</main>`],
  "author": (w) => [
    "Ada Example",
    `<main class="profile"><h1>Ada Example</h1><p class="bio">${w.teaser(4)}</p>${times(10, (i) => `<article><a href="/w${i}"><h3>${w.headline(i)}</h3></a><span>${i + 1}.2.2024</span></article>`)}</main>`,
  ],
  "app-shell": (w) => ["The Example Courier", `<div id="root"><div class="skeleton"></div></div><noscript><p>${w.teaser(0)} ${w.teaser(1)} ${w.teaser(2)}</p></noscript><script>const state = ${JSON.stringify(w.teaser(1).repeat(5))};</script>`],
};

// Articles that are hard to tell from those: as short as a notice, without an element that says what they are, or in many small pieces.
const rail = (w) => `<aside class="rail"><h3>${w.nav[1]}</h3>${times(5, (i) => `<div class="item"><a href="/r${i}">${w.headline(i + 1)}</a></div>`)}</aside>`;
const paragraph = (w) => (i) => `${w.teaser(i)} ${w.headline(i + 1)}${w.stop}`;
const ARTICLES = {
  "short": (w) => [
    w.headline(0),
    `<main><article><h1>${w.headline(0)}</h1><p class="date"><time datetime="2024-03-04">2024-03-04</time></p>${times(3, (i) => `<p>${paragraph(w)(i)}</p>`)}</article>${rail(w)}</main>`,
  ],
  "short-bare": (w) => [
    w.headline(1),
    `<table><tr><td class="left">${list(w.nav)}</td><td><div class="title">${w.headline(1)}</div><div class="text">${[0, 1, 2].map(paragraph(w)).join("<br><br>")}</div><div class="more"><a href="/m">${w.headline(2)}</a><a href="/n">${w.headline(3)}</a></div></td></tr></table>`,
  ],
  "short-linked": (w) => [
    w.headline(2),
    `<div class="page"><h1>${w.headline(2)}</h1><div class="tools"><a href="/s">${w.label(SEND)}</a></div>${times(4, (i) => `<p>${paragraph(w)(i).replace(/^(\S{1,4})/, '<a href="/x">$1</a>')}</p>`)}<ul class="related">${times(4, (i) => `<li><a href="/q${i}">${w.headline(i)}</a></li>`)}</ul></div>`,
  ],
  "live-blog": (w) => [
    w.headline(3),
    `<main><h1>${w.headline(3)}</h1><p class="standfirst">${w.teaser(1)}</p><ol class="updates">${times(6, (i) => `<li class="update"><time datetime="2024-03-04T1${6 - i}:20">1${6 - i}:20</time><h2>${w.headline(i)}</h2><p>${paragraph(w)(i)}</p><div class="share"><a href="#s">${w.label(SEND)}</a></div></li>`)}</ol></main>`,
  ],
  "ticker": (w) => [
    w.headline(1),
    `<div class="content"><h1>${w.headline(1)}</h1>${times(8, (i) => `<div class="entry"><b>1${8 - i}:05</b> ${paragraph(w)(i)}</div>`)}</div>${rail(w)}`,
  ],
};

// Several languages a kind, so that the commonest kinds of page come in the most languages.
const LANGUAGES = {
  "front-cards": "en de es ja ar ru",
  "front-long-teasers": "en de fr zh it",
  "front-list": "en fr ja pl ko",
  "front-linked-cards": "de pt zh tr",
  section: "en es ru ja",
  search: "en de fr ja zh ar",
  "log-in": "en ko",
  form: "de es pl",
  "shop-list": "en it ja tr",
  "shop-product": "en de zh pt",
  table: "en es",
  videos: "fr ko",
  forum: "de ru",
  "cookie-wall": "en de",
  error: "en ja",
  author: "es it",
  "app-shell": "en zh",
  "front-more-links": "en es fa hi vi",
  "front-titles-below": "de pt th ur",
  tag: "fr id ru zh",
  thread: "en de ja ru",
  gallery: "en it ar",
  video: "es ko th",
  "shop-reviews": "en fr id",
  consent: "de it zh",
};

const ARTICLE_LANGUAGES = {
  "short": "en de es fr pt it pl ru ja zh ar ko tr fa ur hi th id vi",
  "short-bare": "en es zh th ur ru",
  "short-linked": "de fr ja hi ko",
  "live-blog": "en pt zh ar th",
  "ticker": "de es ja tr fa",
};

function write(folder, kinds, languages, type) {
  for (const [kind, list] of Object.entries(languages)) {
    for (const language of list.split(" ")) {
      const words = wordsOf(language);
      const [title, main] = kinds[kind](words);
      writeFileSync(new URL(`${folder}${kind}.${language}.html`, import.meta.url), page(words, title, main, type));
    }
  }
}

write("not-articles/", KINDS, LANGUAGES, "website");
write("articles/", ARTICLES, ARTICLE_LANGUAGES, "");
