// One short report built in every odd way a page can be built: what each page holds, and what must be marked in it.
//
// A row is {case, name, page, …}: `case` numbers the situations of docs/robustness.md, `page` is HTML, or {type, body, headers} where it
// must be served otherwise. What must be marked is the same as on the plain page unless the row says `marks` (a list, or a function from
// the plain page's). `act` runs in the page once it has been read, before the marks are looked at. `frames` counts those of frames too.
// `noise` is a pattern of errors that the browser itself reports of such a page.

const FIRST =
  "Damascus was quiet on Monday morning, and shops in Homs opened at their usual hour. Along the road to Jarablus drivers waited for the convoy to pass, and in the villages near Idlib people watched it from their roofs. Nobody could say how long the calm would last, and few wanted to guess, since so many agreements had been broken in the years before.";
const SECOND =
  "The buses had come from Hama the night before, fifty of them, and stood with their lights off beside the grain silos. Volunteers of the Syrian Arab Red Crescent handed out water and bread. In Beirut and in Amman officials followed the journey on their screens, hour by hour, and a map of Syria hung on the wall with pins for each of the stops along the way.";
export const PARAGRAPHS = [FIRST, SECOND];
const REPORT = PARAGRAPHS.map((text) => `<p>${text}</p>`).join("\n");
/** Names that would be marked if the words around them were the page's; put where they must not be. */
const NOISE = "Jarablus, Idlib and Hama";

const inPage = (body, { head = "", attributes = 'lang="en"', doctype = "<!doctype html>" } = {}) =>
  `${doctype}<html ${attributes}><head><meta charset="utf-8"><title>A quiet morning</title><link rel="icon" href="data:,">` +
  `<meta property="article:published_time" content="2017-05-22T08:00:00Z">${head}</head><body>${body}</body></html>`;
const inArticle = (body, more) => inPage(`<main><article>${body}</article></main>`, more);
const NAME = /Damascus|Homs|Jarablus|Idlib|Hama|Syrian Arab Red Crescent|Beirut|Amman|Syria(?!n)/g;
/** The report with each name changed by `change`. */
/** Names that are marked themselves; what stands around an unknown longer one is told by its words as they are spelt. */
const MARKED = /Damascus|Homs|Jarablus|Idlib|Hama|Beirut|Amman|Syrian?/g;
const withMarked = (change) => inArticle(REPORT.replace(MARKED, change));
const withNames = (change, more) => inArticle(REPORT.replace(NAME, change), more);
const within = (text, character) => [...text].join(character).replaceAll(`${character} ${character}`, " ");

export const PLAIN = inArticle(REPORT);

export const SITUATIONS = [
  { case: 1, name: "five thousand elements deep", page: inArticle(`${"<div>".repeat(5000)}${REPORT}${"</div>".repeat(5000)}`), noise: /tree is too deep/ },
  {
    case: 2,
    name: "one text node of a megabyte",
    page: inArticle(`<p>${`${FIRST} ${SECOND} `.repeat(1460)}</p>`),
    marks: (plain) => Array.from({ length: Math.floor(8000 / plain.length) + 1 }, () => plain).flat().slice(0, 8000),
    cut: true,
  },
  {
    case: 2,
    name: "more text than is read",
    page: inArticle(`${REPORT}${`<p>${"Every word of it was written down. ".repeat(3000)}</p>`.repeat(15)}<p>${NOISE}</p>`),
    cut: true,
  },
  {
    case: 3,
    name: "fifty thousand text nodes",
    page: inArticle(`<p>${`${FIRST} ${SECOND}`.split(" ").map((word) => `<span>${word}</span>`).join(" ")}</p>`.repeat(390)),
    marks: (plain) => Array.from({ length: 390 }, () => plain).flat(),
  },
  { case: 4, name: "names split over inline elements", page: withNames((name) => `${name.slice(0, 2)}<b>${name.slice(2, 3)}</b><i><u>${name.slice(3)}</u></i>`) },
  { case: 4, name: "a comment inside each name", page: withNames((name) => `${name.slice(0, 2)}<!-- Hama -->${name.slice(2)}`) },
  {
    case: 4,
    name: "words that only the edge of a block brings together",
    page: inArticle(`${REPORT}<ul><li>Syrian Arab Red</li><li>Crescent</li></ul><p>The list of the Jara<br>blus road, cut in two, is read out here by volunteers every day.</p>`),
  },
  { case: 5, name: "soft hyphens", page: withMarked((name) => within(name, "\u00ad")) },
  { case: 5, name: "zero-width spaces and word joiners", page: withMarked((name) => within(name, "\u200b").replace("\u200b", "\u2060")) },
  { case: 6, name: "no-break spaces", page: withNames((name) => name.replaceAll(" ", "\u00a0")) },
  { case: 6, name: "narrow no-break spaces", page: withNames((name) => name.replaceAll(" ", "\u202f")) },
  { case: 6, name: "line ends and indentation in a name", page: withNames((name) => name.replaceAll(" ", "\n\t    ")) },
  {
    case: 7,
    name: "ruby over a name",
    page: withNames((name) => (name === "Homs" ? "<ruby>Ho<rp>(</rp><rt>Idlib</rt><rp>)</rp>ms<rt>Hama</rt></ruby>" : name)),
    // A range has no holes, so the reading stands in it; it is neither read nor part of the name.
    marks: (plain) => plain.map((name) => (name === "Homs" ? "Ho(Idlib)ms" : name)),
  },
  { case: 8, name: "wbr in a name, br after each sentence", page: withNames((name) => within(name, "<wbr>")).replaceAll(". ", ".<br>") },
  { case: 9, name: "marks of direction in names", page: withNames((name) => `\u2068\u200e${name}\u200f\u2069`) },
  { case: 9, name: "a page from right to left", page: inArticle(REPORT, { attributes: 'lang="en" dir="rtl"' }), hover: "Jarablus" },
  { case: 10, name: "letters taken apart", page: withNames((name) => name.normalize("NFD")) },
  { case: 11, name: "full-width letters", page: withMarked((name) => name.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt() + 0xfee0))) },
  {
    case: 13,
    name: "an open shadow tree declared in the page",
    page: inPage(`<news-article><template shadowrootmode="open"><article>${REPORT}</article></template></news-article>`),
    hover: "Jarablus",
  },
  {
    case: 13,
    name: "a closed shadow tree",
    page: inPage(`<news-article><template shadowrootmode="closed"><article>${REPORT}</article></template></news-article>`),
  },
  {
    case: 14,
    name: "an article in a frame without an address",
    page: inPage(`<iframe width="800" height="600" srcdoc="${inArticle(REPORT).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`),
    frames: true,
  },
  {
    case: 14,
    name: "frames of advertisements and consent",
    page: inArticle(
      `${REPORT}<iframe width="300" height="250" srcdoc="<p>${FIRST}</p><p>${SECOND}</p>"></iframe>` +
        `<iframe width="700" height="500" srcdoc="<form><h1>Your choice</h1><button>Agree in ${NOISE}</button></form>"></iframe><iframe src="about:blank"></iframe>`,
    ),
    frames: true,
  },
  {
    case: 15,
    name: "text that becomes the reader's own",
    page: inArticle(`${REPORT}<p id="later">Later on Monday the road through Hama was open again, and a second convoy set out for Jarablus before dark.</p>`),
    act: () => {
      document.getElementById("later").contentEditable = "true";
    },
  },
  { case: 15, name: "a page in design mode", page: inArticle(`${REPORT}<script>document.designMode = "on"</script>`), marks: [] },
  {
    case: 16,
    name: "fields and menus",
    page: inArticle(
      `${REPORT}<form><textarea>${FIRST}</textarea><input value="${NOISE}"><select><option>${NOISE}</option><optgroup label="Hama"></optgroup></select>` +
        `<input list="l"><datalist id="l"><option>${NOISE}</option></datalist><div role="textbox">${FIRST}</div><div contenteditable>${FIRST}</div><div contenteditable="plaintext-only">${FIRST}</div></form>`,
    ),
  },
  { case: 17, name: "code", page: inArticle(`${REPORT}<pre><code>city = "${NOISE}"</code></pre>`) },
  { case: 17, name: "prose with hard line ends", page: inArticle(`<pre>${PARAGRAPHS.map((text) => text.replace(/(.{50,70}) /g, "$1\n")).join("\n\n")}</pre>`), asked: true },
  {
    case: 18,
    name: "everything that isn't shown",
    page: inArticle(
      `${REPORT}<p hidden>${FIRST}</p><p style="display:none">${FIRST}</p><p style="visibility:hidden">${FIRST}</p><details><summary>More</summary><p>${FIRST}</p></details>` +
        `<template><p>${FIRST}</p></template><noscript><p>${FIRST}</p></noscript><script type="text/plain">${FIRST}</script><style>/* ${FIRST} */</style><!-- ${FIRST} -->` +
        `<svg width="9" height="9"><title>${NOISE}</title><desc>${NOISE}</desc></svg><dialog>${FIRST}</dialog><div popover>${FIRST}</div>`,
    ),
  },
  {
    case: 18,
    name: "text that is shown later",
    page: inArticle(`<p>${FIRST}</p><details><summary>More</summary><p>${SECOND}</p></details>`),
    act: () => {
      document.querySelector("details").open = true;
    },
  },
  {
    case: 19,
    name: "drawings and formulas",
    page: inArticle(
      `${REPORT}<svg width="300" height="30"><text y="20">${NOISE}</text><foreignObject width="9" height="9"><p>${NOISE}</p></foreignObject></svg><math><mtext>${NOISE}</mtext></math>`,
    ),
  },
  {
    case: 20,
    name: "text that can't be selected or pointed at",
    page: inArticle(REPORT, { head: "<style>p { user-select: none; -webkit-user-select: none } p + p { pointer-events: none }</style>" }),
    hover: ["Jarablus", "Hama"],
  },
  { case: 21, name: "upper case and small capitals by style", page: inArticle(REPORT, { head: "<style>p { text-transform: uppercase } p + p { font-variant: all-small-caps }</style>" }) },
  { case: 22, name: "a drop cap of its own", page: inArticle(REPORT.replace("<p>D", '<p><span class="cap">D</span>'), { head: "<style>.cap { float: left; font-size: 3em }</style>" }) },
  { case: 22, name: "a drop cap by style", page: inArticle(REPORT, { head: "<style>p::first-letter { float: left; font-size: 3em }</style>" }), hover: "Damascus" },
  {
    case: 23,
    name: "paragraphs that arrive one after another",
    page: inArticle(
      `<div id="feed"></div><script>const rest = ${JSON.stringify(PARAGRAPHS)};
      const add = () => { const p = document.createElement("p"); p.textContent = rest.shift(); document.getElementById("feed").append(p); };
      let frames = 0;
      const tick = () => { if (frames++ % 24 === 0) add(); if (rest.length) requestAnimationFrame(tick); };
      tick();</script>`,
    ),
  },
  {
    case: 24,
    name: "a page that renders itself anew",
    page: inArticle(`<div id="root">${REPORT}</div>`),
    act: () => {
      const root = document.getElementById("root");
      const copy = root.cloneNode(true);
      for (let round = 0; round < 100; round++) root.replaceChildren(...copy.cloneNode(true).childNodes);
    },
  },
  {
    case: 24,
    name: "a page that takes its text out and puts it in elsewhere, whole and in parts",
    page: inArticle(REPORT),
    act: () => {
      const article = document.querySelector("article");
      const wrapper = document.createElement("div");
      article.replaceWith(wrapper);
      wrapper.append(article);
      const [first] = article.querySelectorAll("p");
      const line = document.createElement("span");
      line.append(...first.childNodes);
      first.append(line);
    },
    hover: ["Jarablus", "Beirut"],
  },
  {
    case: 25,
    name: "text nodes that are split, joined and edited",
    page: inArticle(`${REPORT}<p id="edited">Drivers say that Tartus is full.</p>`),
    act: () => {
      for (const paragraph of document.querySelectorAll("p")) paragraph.firstChild.splitText(12);
      document.querySelector("article").normalize();
      for (const paragraph of document.querySelectorAll("p")) paragraph.firstChild.splitText(30);
      document.getElementById("edited").firstChild.data = "Drivers say that the harbour is full.";
      document.getElementById("edited").childNodes[1].data = "";
    },
  },
  {
    case: 26,
    name: "a document written by its script",
    page: inPage(`<script>document.write(${JSON.stringify(`<article>${REPORT}</article>`)})</script>`),
  },
  {
    case: 26,
    name: "a document written anew",
    page: inArticle("<p>The first version of this page has nothing to say, and says it at some length, so that nobody takes it for an empty one. It is replaced in a moment. Whoever reads this has a slow machine, or a quick eye, and will not miss anything by going on.</p>"),
    act: (text) => {
      document.open();
      document.write(text);
      document.close();
    },
    argument: inArticle(REPORT),
    asked: true,
  },
  { case: 30, name: "a page without a document type", page: inArticle(REPORT, { doctype: "" }), hover: "Jarablus" },
  {
    case: 31,
    name: "a policy that allows nothing",
    page: {
      type: "text/html; charset=utf-8",
      body: inArticle(REPORT),
      headers: {
        "content-security-policy": "default-src 'none'; sandbox allow-scripts; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    },
    noise: /Content.Security.Policy|favicon/i,
  },
  {
    case: 33,
    name: "elements named like everything that is asked for",
    page: inArticle(
      `${REPORT}${["documentElement", "body", "getElementById", "querySelectorAll", "createElement", "createTreeWalker", "createRange", "activeElement", "caretPositionFromPoint", "adoptedStyleSheets", "contentType", "readyState", "title", "URL", "head"]
        .map((name) => `<img name="${name}" alt="">`)
        .join("")}<form id="chrome" name="browser"><input name="parentNode"><input name="childNodes"><input name="localName"><input name="shadowRoot"><input name="isConnected"></form>` +
        `<form><p>Inputs stand beside this, and are called <input name="firstChild"><input name="nextSibling"><input name="attributes"> and more.</p></form>`,
    ),
    hover: "Jarablus",
  },
  {
    case: 33,
    name: "a report inside a form whose fields are called like everything that is asked of elements",
    // Sites of some makers put a whole page into one form.
    page: inPage(
      `<form>Straight in the form stands a sentence, as long as others are.<main><article>${REPORT}</article></main>${[
        "matches", "closest", "contains", "getRootNode", "childNodes", "children", "firstChild", "parentNode", "parentElement", "textContent",
        "localName", "namespaceURI", "nodeType", "nodeName", "isConnected", "ownerDocument", "getAttribute", "hasAttribute", "attributes",
        "append", "appendChild", "querySelector", "querySelectorAll", "scrollIntoView", "getBoundingClientRect", "focus", "compareDocumentPosition",
        "shadowRoot", "openOrClosedShadowRoot", "firstElementChild", "childElementCount", "nextSibling", "style", "className", "id", "lang", "dir",
      ]
        .map((name) => `<input name="${name}">`)
        .join("")}</form>`,
    ),
    // Text straight in the form that changes, and an element taken out of it.
    act: () => {
      const form = document.forms[0];
      const added = document.createElement("div");
      Element.prototype.prepend.call(form, "One more is put before it. ", added);
      Element.prototype.remove.call(added);
    },
    hover: ["Jarablus", "Beirut"],
  },
  {
    case: 34,
    name: "a page that clears all highlights",
    page: inArticle(REPORT),
    act: () => CSS.highlights.clear(),
    // Put back when the page changes, or the pointer comes to a name: nothing is watched while all is still.
    change: true,
  },
  {
    case: 36,
    name: "nodes that go while they are marked",
    page: inArticle(`${REPORT}<section id="going">${REPORT}</section>`),
    act: () => document.getElementById("going").remove(),
  },
  {
    case: 38,
    name: "names in links, headings, buttons and summaries",
    page: inArticle(REPORT.replace("Jarablus", '<a href="#road"><b>Jarablus</b></a>').replace("Homs", "<button>Homs</button>").replace("Hama", "<span role=link tabindex=0>Hama</span>")),
    hover: ["Jarablus", "Homs"],
  },
  {
    case: 39,
    name: "columns, transforms, vertical lines and content that is laid out late",
    page: inArticle(`<div style="columns:3">${REPORT.split("\n")[0]}</div><div style="height:3000px"></div><div style="content-visibility:auto;contain-intrinsic-size:500px">${REPORT.split("\n")[1]}</div>`),
  },
  { case: 39, name: "columns", page: inArticle(`<div style="columns:3">${REPORT}</div>`), hover: ["Jarablus", "Beirut"] },
  { case: 39, name: "vertical lines", page: inArticle(`<div style="writing-mode:vertical-rl;height:500px">${REPORT}</div>`), hover: "Jarablus" },
  { case: 39, name: "turned, scaled and zoomed", page: inArticle(`<div style="transform:rotate(4deg) scale(.8);zoom:1.3">${REPORT}</div>`), hover: "Jarablus" },
  { case: 35, name: "text in a box that scrolls", page: inArticle(`<div style="height:120px;overflow:auto">${REPORT}<div style="height:900px"></div></div>`), hover: ["Jarablus", "Amman"] },
  { case: 35, name: "text in a box that stays in the window", page: inArticle(`<div style="position:fixed;top:40px;left:20px;width:700px">${REPORT}</div><div style="height:4000px"></div>`), hover: "Jarablus" },
  {
    case: 43,
    name: "another encoding than UTF-8",
    page: {
      type: "text/html; charset=windows-1252",
      body: Buffer.from(inArticle(`<p>Caf\u00e9s in Damascus \u0096 \u0093as always\u0094 \u0096 were full.</p>${REPORT}`).replace('<meta charset="utf-8">', ""), "latin1"),
    },
    marks: (plain) => [...plain, "Damascus"],
  },
  {
    case: 43,
    name: "halves of characters and replacement characters",
    page: inArticle(`<div id="root"></div><script>
      const put = (text) => { const p = document.createElement("p"); p.textContent = text; document.getElementById("root").append(p); };
      put("\\ud83d \ufffd\\udc00 " + ${JSON.stringify(FIRST)}); put("\\udfff\\ud800 " + ${JSON.stringify(SECOND)});</script>`),
  },
  { case: 44, name: "emoji before each name", page: withNames((name) => `\u{1f69a}\u{1f1f8}\u{1f1fe} ${name}`), hover: "Jarablus" },
];
