import { visible } from "../visible";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as HTML shows it, whoever wrote it: in an element or an attribute in quotes it is text and nothing else. */
export function htmlText(text: string): string {
  return visible(text).replaceAll(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
}
