// The type of the one file of @mozilla/readability that the loader takes.
declare module "@mozilla/readability/Readability-readerable.js" {
  /** Whether the document probably holds an article. It is asked for nothing but elements. */
  export default function isProbablyReaderable(document: { querySelectorAll(selector: string): Element[] }): boolean;
}
