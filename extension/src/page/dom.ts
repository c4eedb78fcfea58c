// Reads the page's DOM through the prototypes, because a page can shadow the properties of forms and documents by naming elements.

type Getter<Owner, Value> = (owner: Owner) => Value;

function getter<Owner, Value>(prototype: object, property: string): Getter<Owner, Value> {
  const get = Object.getOwnPropertyDescriptor(prototype, property)?.get;
  if (!get) throw new Error(`the browser has no ${property}`);
  return (owner) => get.call(owner) as Value;
}

export const parentOf = getter<Node, Node | null>(Node.prototype, "parentNode");
export const firstChildOf = getter<Node, Node | null>(Node.prototype, "firstChild");
export const nextSiblingOf = getter<Node, Node | null>(Node.prototype, "nextSibling");
export const nodeTypeOf = getter<Node, number>(Node.prototype, "nodeType");
export const isConnected = getter<Node, boolean>(Node.prototype, "isConnected");
export const localNameOf = getter<Element, string>(Element.prototype, "localName");
export const namespaceOf = getter<Element, string | null>(Element.prototype, "namespaceURI");
export const activeElementOf = getter<Document, Element | null>(Document.prototype, "activeElement");
export const childElementCountOf = getter<Element, number>(Element.prototype, "childElementCount");
export const textOf = getter<Node, string | null>(Node.prototype, "textContent");
export const bodyOf = getter<Document, HTMLElement | null>(Document.prototype, "body");
export const rootElementOf = getter<Document, Element | null>(Document.prototype, "documentElement");

export const attributeOf = (element: Element, name: string): string | null => Element.prototype.getAttribute.call(element, name);
export const hasAttribute = (element: Element, name: string): boolean => Element.prototype.hasAttribute.call(element, name);
export const matches = (element: Element, selector: string): boolean => Element.prototype.matches.call(element, selector);
export const hasAttributes = (element: Element): boolean => Element.prototype.hasAttributes.call(element);
export const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);
export const contains = (outer: Node, inner: Node): boolean => Node.prototype.contains.call(outer, inner);
/** `count` units of the node from `from` on, fewer where it ends; null when it ends before that. */
export function textWithin(node: Text, from: number, count: number): string | null {
  try {
    return CharacterData.prototype.substringData.call(node, from, count);
  } catch {
    return null;
  }
}
export const selectAll = (selector: string): Iterable<Element> => Document.prototype.querySelectorAll.call(document, selector);
export const createHtml = <Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] =>
  Document.prototype.createElementNS.call(document, HTML, name) as HTMLElementTagNameMap[Name];

/** Those of the attributes that say something, with a space between two. */
export function valuesOf(element: Element, names: readonly string[]): string {
  return names.flatMap((name) => attributeOf(element, name) || []).join(" ");
}

export const HTML = "http://www.w3.org/1999/xhtml";

export const isElement = (node: Node): node is Element => nodeTypeOf(node) === Node.ELEMENT_NODE;
/** Text that is shown; CDATA sections occur in XHTML. */
export const isText = (node: Node): node is Text => nodeTypeOf(node) === Node.TEXT_NODE || nodeTypeOf(node) === Node.CDATA_SECTION_NODE;

/** Elements that the page side itself has put into the page. */
export const ownElements = new WeakSet<Node>();

/** Whether `inner` stands in `outer`, if need be in shadow trees in it. */
export function holds(outer: Node, inner: Node | null): boolean {
  for (let around = inner; around; around = composedParentOf(around)) if (around === outer) return true;
  return false;
}

/** The node's parent, going from a shadow root to its host. */
export function composedParentOf(node: Node): Node | null {
  return parentOf(node) ?? (node instanceof ShadowRoot ? node.host : null);
}
