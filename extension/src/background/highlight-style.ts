// The style of the marks: a quiet underline for names, a tint and underline for statements, a stronger line for their sources.
import type { HighlightNames } from "../messages.ts";

/** The style sheet for highlights of those names. Only colours and text-decoration take effect in ::highlight. */
export function highlightStyle(names: HighlightNames): string {
  // The three kinds of directness differ in line as well as in tint, for readers who don't see the tints apart.
  const rules = (colours: Record<"name" | "open" | "direct" | "mixed" | "indirect" | "source" | "line", string>) => `
::highlight(${names.direct}){background-color:${colours.direct};text-decoration:underline solid 1.5px ${colours.line}}
::highlight(${names.mixed}){background-color:${colours.mixed};text-decoration:underline dashed 1.5px ${colours.line}}
::highlight(${names.indirect}){background-color:${colours.indirect}}
::highlight(${names.source}){text-decoration:underline double 2px ${colours.source}}
::highlight(${names.mark}){text-decoration:underline dotted 1.5px ${colours.name}}
::highlight(${names.open}){background-color:${colours.open}}`;
  const light = rules({
    name: "#6b7a90",
    open: "#cfe3ff",
    direct: "#ffe9a8",
    mixed: "#d3f0d8",
    indirect: "#e6e4f7",
    line: "#8a8358",
    source: "#b0480c",
  });
  const dark = rules({
    name: "#93a4bd",
    open: "#27476f",
    direct: "#574710",
    mixed: "#1f4a2c",
    indirect: "#37345c",
    line: "#a9a27a",
    source: "#ffab70",
  });
  const forced = rules({
    name: "LinkText",
    open: "Highlight",
    direct: "transparent",
    mixed: "transparent",
    indirect: "transparent",
    line: "CanvasText",
    source: "LinkText",
  });
  return `@media screen{${light}
@media (prefers-color-scheme:dark){${dark}}
@media (forced-colors:active){${forced}
::highlight(${names.indirect}){text-decoration:underline dotted 1.5px CanvasText}}}`;
}
