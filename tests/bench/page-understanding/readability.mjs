// Opens pages as @mozilla/readability wants them, in jsdom.
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";

/** The document of an HTML file, without its style sheets: jsdom takes minutes over some, and no tool here asks for styles. */
export function openDocument(file) {
  const html = readFileSync(file, "utf8").replace(/<style\b[\s\S]*?<\/style>/gi, "");
  return new JSDOM(html, { url: "https://news.example/", virtualConsole: new VirtualConsole() }).window;
}

/** What @mozilla/readability takes for the article of an HTML file. */
export function readArticle(file) {
  const window = openDocument(file);
  try {
    // Its content, because its text runs paragraphs into each other.
    const content = new Readability(window.document, { serializer: (element) => element }).parse()?.content;
    if (!content) return "";
    const walker = window.document.createTreeWalker(content, window.NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode.data);
    return texts.join("\n");
  } catch {
    return "";
  } finally {
    window.close();
  }
}
