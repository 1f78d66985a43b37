import { gzipSync } from "node:zlib";
import { logoFaults } from "../../../observe/bimi/logo";

const SVG = (inside: string, more = "") =>
  `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" viewBox="0 0 64 64"${more}>${inside}</svg>`;
const GOOD =
  '<title>Contoso</title><metadata><x xmlns="urn:x"/></metadata><defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect width="64" height="64" fill="url(#a)"/>';

const faults = (text: string) => logoFaults(Buffer.from(text));

test("a logo of the profile has no faults, packed or not", () => {
  expect(faults(SVG(GOOD))).toEqual([]);
  expect(logoFaults(gzipSync(SVG(GOOD)))).toEqual([]);
});

test.each<[string, string, readonly string[]]>([
  [
    "no SVG",
    "<html><title>x</title></html>",
    ["it is no SVG: its root is another element, or has no namespace"],
  ],
  ["no XML", "<svg", [expect.stringMatching(/^it is no XML: /)]],
  [
    "another profile",
    '<svg xmlns="http://www.w3.org/2000/svg" version="1.1" x="1" viewBox="0 0 64 32"><title>x</title></svg>',
    [
      'its version is not "1.2"',
      'its baseProfile is not "tiny-ps"',
      "its root has an attribute x",
      "its viewBox is not square",
    ],
  ],
  ["no title", SVG("<g/>"), ["it has no title, which readers for the blind say"]],
  ["a long title", SVG(`<title>${"x".repeat(65)}</title>`), ["its title has 65 characters, more than 64"]],
  [
    "scripts, pictures and motion",
    SVG(
      '<title>x</title><script>1</script><image href="https://fabrikam.com/x.png"/><rect onclick="x()" style="fill:red"/><animate/>',
    ),
    [
      'element "script" is none of the profile',
      'element "image" is none of the profile',
      '"href" of "image" leads out of the file',
      'attribute "onclick" of "rect" is a script',
      "it has attributes style, which the profile does not have",
      'element "animate" is none of the profile',
    ],
  ],
  [
    "what leads elsewhere, in another spelling",
    SVG(
      '<title>x</title><use xlink:href="https://fabrikam.com/#a" xmlns:xlink="http://www.w3.org/1999/xlink"/><rect fill="url( https://fabrikam.com/ )"/>',
    ),
    ['"xlink:href" of "use" leads out of the file', '"fill" of "rect" leads out of the file'],
  ],
  [
    "a document type with entities",
    `<!DOCTYPE svg [<!ENTITY a "b">]>${SVG("<title>x</title>").replace(/^.*\n/, "")}`,
    ["it has a document type, by which entities come in"],
  ],
])("%s is told", (_title, text, found) => {
  expect(faults(text)).toEqual(found);
});

test("size, character set, and a file that is packed wrong or unpacks without end", () => {
  expect(faults(SVG(`${GOOD}<!--${"x".repeat(33_000)}-->`))).toEqual([
    expect.stringMatching(/^it has 33\d{3} octets; at most 32768 are shown$/),
  ]);
  expect(logoFaults(Buffer.from([0x3c, 0xff]))).toEqual(["it is no text in UTF-8"]);
  expect(logoFaults(Buffer.from([0x1f, 0x8b, 1]))).toEqual(["it is packed, and cannot be unpacked"]);
  expect(logoFaults(gzipSync(Buffer.alloc(2 * 1024 * 1024)))).toEqual([
    "it is packed, and cannot be unpacked",
  ]);
  const many = Array.from({ length: 20 }, (_, at) => `<x${at}/>`).join("");
  expect(faults(SVG(`<title>x</title>${many}`))).toHaveLength(11);
});
