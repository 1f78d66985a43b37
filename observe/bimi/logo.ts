import { gunzipSync } from "node:zlib";
import { SaxesParser, type SaxesTagNS } from "saxes";

/** draft-brand-indicators-for-message-identification: receivers take 32 kilobytes. */
const MOST_OCTETS = 32 * 1024;
/** Unpacked, before it is looked at. */
const MOST_TEXT = 1024 * 1024;
const MOST_TITLE = 64;
const MOST_FAULTS = 10;
const SVG = "http://www.w3.org/2000/svg";

/**
 * Elements of SVG Tiny 1.2 that its profile Portable/Secure leaves: no pictures or sounds, no links, no scripts, no motion
 * (draft-svg-tiny-ps-abrotman §2).
 */
const ELEMENTS = new Set([
  ...["svg", "title", "desc", "metadata", "defs", "g", "use", "switch", "solidColor"],
  ...["path", "rect", "circle", "ellipse", "line", "polyline", "polygon"],
  ...["linearGradient", "radialGradient", "stop", "text", "tspan", "textArea", "tbreak"],
  ...["font", "font-face", "font-face-src", "font-face-name", "glyph", "missing-glyph", "hkern"],
]);

/** What keeps a file from being a logo that mail clients show: SVG Tiny Portable/Secure. Empty: nothing. */
export function logoFaults(file: Buffer): readonly string[] {
  const faults = new Set<string>();
  const octets = unpacked(file);
  if (!octets) return ["it is packed, and cannot be unpacked"];
  if (file.length > MOST_OCTETS) faults.add(`it has ${file.length} octets; at most ${MOST_OCTETS} are shown`);
  const text = octets.toString("utf8");
  if (!Buffer.from(text).equals(octets)) return ["it is no text in UTF-8"];
  for (const fault of faultsOfText(text)) faults.add(fault);
  const all = [...faults];
  const more = all.length - MOST_FAULTS;
  return more > 0 ? [...all.slice(0, MOST_FAULTS), `${more} more of such faults`] : all;
}

/** The text of a logo, packed by gzip or not (draft §4.3, `.svgz`); `undefined` if it cannot be unpacked, or is too long. */
export function unpacked(file: Buffer): Buffer | undefined {
  if (file[0] !== 0x1f || file[1] !== 0x8b) return file;
  try {
    return gunzipSync(file, { maxOutputLength: MOST_TEXT });
  } catch {
    return undefined;
  }
}

function faultsOfText(text: string): readonly string[] {
  const faults: string[] = [];
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: SaxesTagNS[] = [];
  let title: string | undefined;
  let broken: string | undefined;
  let isSvg = false;
  const inMetadata = () => open.some(({ local, uri }) => local === "metadata" && uri === SVG);
  parser.on("doctype", () => faults.push("it has a document type, by which entities come in"));
  parser.on("processinginstruction", ({ target }) =>
    faults.push(`it has a processing instruction, ${short(target)}`),
  );
  parser.on("opentag", (tag) => {
    if (open.length === 0) {
      isSvg = tag.local === "svg" && tag.uri === SVG;
      if (isSvg) faults.push(...faultsOfRoot(tag));
    } else if (!inMetadata()) {
      if (tag.uri !== SVG || !ELEMENTS.has(tag.local))
        faults.push(`element ${short(tag.name)} is none of the profile`);
    }
    if (tag.local === "title" && open.length === 1) title ??= "";
    faults.push(...faultsOfAttributes(tag));
    open.push(tag);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (part) => {
    if (open.length === 2 && open[1]?.local === "title") title = (title ?? "") + part;
  });
  parser.on("error", (error) => {
    broken ??= error.message.replace(/^[^:]*:\d+:\d+:\s*/, "");
  });
  try {
    parser.write(text).close();
  } catch (error) {
    broken ??= error instanceof Error ? error.message : String(error);
  }
  if (broken !== undefined) return [`it is no XML: ${short(broken)}`];
  if (!isSvg) return ["it is no SVG: its root is another element, or has no namespace"];
  const name = title?.trim() ?? "";
  if (name === "") faults.push("it has no title, which readers for the blind say");
  else if (name.length > MOST_TITLE)
    faults.push(`its title has ${name.length} characters, more than ${MOST_TITLE}`);
  return faults;
}

function faultsOfRoot(tag: SaxesTagNS): readonly string[] {
  const value = (name: string) => tag.attributes[name]?.value;
  const faults: string[] = [];
  if (value("version") !== "1.2") faults.push('its version is not "1.2"');
  if (value("baseProfile") !== "tiny-ps") faults.push('its baseProfile is not "tiny-ps"');
  for (const name of ["x", "y"])
    if (value(name) !== undefined) faults.push(`its root has an attribute ${name}`);
  const box = (value("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , width = Number.NaN, height = Number.NaN] = box;
  if (box.length !== 4 || !(width > 0) || width !== height) faults.push("its viewBox is not square");
  return faults;
}

function faultsOfAttributes(tag: SaxesTagNS): readonly string[] {
  return Object.values(tag.attributes).flatMap(({ name, local, prefix, value }) => {
    if (prefix === "xmlns" || name === "xmlns") return [];
    if (/^on/i.test(local)) return [`attribute ${short(name)} of ${short(tag.name)} is a script`];
    if (local === "style") return ["it has attributes style, which the profile does not have"];
    const isOut = local === "href" ? !value.startsWith("#") : /url\(\s*(?!["']?#)/i.test(value);
    return isOut ? [`${short(name)} of ${short(tag.name)} leads out of the file`] : [];
  });
}

function short(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
