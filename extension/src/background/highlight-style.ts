// The style of the marks: a quiet underline for names, a tint and underline for statements, a grey line for what was not said but
// thought, planned or shown, a stronger line for their sources.
import type { HighlightNames } from "../messages.ts";

/** The style sheet for highlights of those names. Only colours and text-decoration take effect in ::highlight. */
export function highlightStyle(names: HighlightNames): string {
  const rule = (layer: keyof HighlightNames, style: string) => `::highlight(${names[layer]}){${style}}`;
  // The three kinds of directness differ in line as well as in tint, for readers who don't see the tints apart. Tints are translucent
  // and lines of middling brightness, because nothing tells whether the page itself follows the system's dark mode.
  // With forced colours Chromium gives every highlight the system's selection colours, and only the lines tell them apart.
  return `@media screen and (forced-colors:none){
${rule("unsaid", "text-decoration:underline wavy 1px #8a8a8a")}
${rule("indirect", "background-color:rgb(132 120 235/.2)")}
${rule("mixed", "background-color:rgb(40 175 85/.22);text-decoration:underline dashed 1.5px #4a9a63")}
${rule("direct", "background-color:rgb(255 190 0/.32);text-decoration:underline solid 1.5px #b8912a")}
${rule("source", "text-decoration:underline double 1.5px #d4682a")}
${rule("mark", "text-decoration:underline dotted 1.5px #7586a0")}
${rule("open", "background-color:rgb(60 140 255/.28)")}
}
@media screen and (forced-colors:active){
${rule("unsaid", "text-decoration:underline wavy 1px CanvasText")}
${rule("indirect", "text-decoration:underline dotted 1.5px CanvasText")}
${rule("mixed", "text-decoration:underline dashed 1.5px CanvasText")}
${rule("direct", "text-decoration:underline solid 1.5px CanvasText")}
${rule("source", "text-decoration:underline double 2px LinkText")}
${rule("mark", "text-decoration:underline dotted 2px LinkText")}
${rule("open", "background-color:Highlight;color:HighlightText")}
}`;
}
