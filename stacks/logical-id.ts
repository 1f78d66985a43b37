/**
 * A Terraform resource name for a construct path, such that two different paths never meet in one name.
 *
 * `["Spf"]` → `Spf`, `["news.eu", "Spf"]` → `news_eu__Spf`. A component made of dot-separated labels of letters,
 * digits and inner single hyphens reads as it is, with `_` for `.`; any other component is written as `-` and the
 * hexadecimal digits of its UTF-8, which no readable component starts with. Components are joined by `__`, which
 * neither form contains. A leading `_` is put before what Terraform would not take as the start of a name.
 */
export function logicalId(components: readonly string[]): string {
  const name = components.map(encodeComponent).join("__");
  return /^[A-Za-z]/.test(name) ? name : `_${name}`;
}

const READABLE = /^[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*(?:\.[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*)*$/;

function encodeComponent(component: string): string {
  if (READABLE.test(component)) return component.replaceAll(".", "_");
  return `-${Buffer.from(component, "utf8").toString("hex")}`;
}
