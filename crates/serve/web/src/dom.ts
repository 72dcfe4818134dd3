// Making elements. Everything a report says becomes a text node or an attribute here, and here alone; nothing is ever parsed as HTML.
import { inert } from "./words";

export type Child = Node | string | number | null | undefined | false | Child[];
export type Attributes = Record<string, unknown>;

const SVG = "http://www.w3.org/2000/svg";
const SAFE = /^(?:\/(?!\/)|#|https?:\/\/)/i;

/** An element of HTML. `on…` are listeners, `class` and the rest are attributes; `false`, `null` and `undefined` are left out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes?: Attributes | null,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

/** An element of SVG. */
export function s<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes?: Attributes | null,
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill<E extends Element>(element: E, attributes: Attributes | null | undefined, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes ?? {})) set(element, name, value);
  append(element, children);
  return element;
}

function set(element: Element, name: string, value: unknown): void {
  if (value === false || value === null || value === undefined) return;
  if (name.startsWith("on")) return element.addEventListener(name.slice(2), value as EventListener);
  const words = value === true ? "" : inert(String(value));
  // An address that is not one of the web or of this reader never becomes one that can be followed.
  if (name === "href" && !SAFE.test(words)) return;
  element.setAttribute(name, words);
}

/** Adds children; words become inert text. */
export function append(parent: Node, children: Child): void {
  if (Array.isArray(children)) children.forEach((child) => append(parent, child));
  else if (children instanceof Node) parent.appendChild(children);
  else if (children !== null && children !== undefined && children !== false)
    parent.appendChild(document.createTextNode(inert(String(children))));
}

/** Replaces what an element holds. */
export function refill(parent: Element, ...children: Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

/** Children with something between them. */
export function join(children: Child[], between: () => Child): Child[] {
  const there = children.filter((child) => child !== null && child !== undefined && child !== false && child !== "");
  return there.flatMap((child, at) => (at === 0 ? [child] : [between(), child]));
}

/** A name, kept apart from the direction of the words around it. */
export const bdi = (name: string, className?: string): HTMLElement => h("bdi", { class: className }, name);

/** Words for screen readers only. */
export const unseen = (words: string): HTMLElement => h("span", { class: "unseen" }, words);

/** A sign for the eye; the words beside it say the same. */
export const sign = (sign: string, className = ""): HTMLElement =>
  h("span", { class: `sign ${className}`.trim(), "aria-hidden": "true" }, sign);

export const dot = (): HTMLElement => h("span", { class: "dot" }, " · ");

/** Details with a dot between them. */
export const dotted = (...details: Child[]): Child[] => join(details, dot);

/** Details, each after a dot. */
export const after = (...details: Child[]): Child[] =>
  details.filter((one) => one !== null && one !== undefined && one !== false && one !== "").map((one) => [dot(), one]);
