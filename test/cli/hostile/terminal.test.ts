import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { guarded, ownSequence } from "../../../cli/terminal";
import { visible, visibleLine } from "../../../lib/visible";
import { anyText } from "../../support/texts";
import { ESTATE, folderWith, mailHygiene } from "../command";

/** One of each kind: ESC, BEL, CSI of C1, DEL, overrides and isolates, zero width, tags, soft hyphen, separators. */
const HOSTILE =
  "\u001b[2J\u0007\u009b31m\u007f\r\u202e\u2066\u200b\u2060\ufeff\u{e0041}\u00ad\u2028\u2029\u3164\u00a0\u2800\ufe0f";
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/u;

function printedBy(print: (to: ReturnType<typeof guarded>) => void): string {
  let out = "";
  const add = (text: string) => {
    out += text;
  };
  print(guarded({ out: add, err: add, folder: "" }));
  return out;
}

test("what steers or hides is shown, what is plain stays", () => {
  expect(printedBy(({ out }) => out("a\u001b]0;x\u0007 b\u202e c\u{e0041}\r\nd é 日本 🔴\n"))).toBe(
    "a\\u001b]0;x\\u0007 b\\u202e c\\udb40\\udc41\\r\nd é 日本 🔴\n",
  );
  expect(visibleLine("a\nb")).toBe("a\\nb");
});

test("colours of ours are colours, and those of others text", () => {
  const text = `${ownSequence("31m")}\u001b[32mdrift${ownSequence("0m")}\n`;
  expect(printedBy(({ err }) => err(text))).toBe("\u001b[31m\\u001b[32mdrift\u001b[0m\n");
});

test("questions go through the gate too", async () => {
  const asked: string[] = [];
  const terminal = {
    columns: () => 80,
    canRedraw: true,
    hasColour: true,
    ask: async (question: string) => void asked.push(question),
  };
  const { terminal: gate } = guarded({ out: () => undefined, err: () => undefined, folder: "", terminal });
  await gate?.ask(`destroy ${HOSTILE}?`);
  expect(asked.join("")).not.toMatch(UNSEEN);
});

test("any JSON that goes through the gate is the JSON that it was", () => {
  fc.assert(
    fc.property(fc.json(), anyText(), (json, text) => {
      const whole = JSON.stringify({ json: JSON.parse(json), text: `${text}${HOSTILE}` }, undefined, 2);
      const printed = printedBy(({ out }) => out(whole));
      expect(JSON.parse(printed)).toEqual(JSON.parse(whole));
      expect(printed.replaceAll("\n", "")).not.toMatch(UNSEEN);
    }),
  );
});

test("escaping twice is escaping once", () => {
  fc.assert(fc.property(anyText(), (text) => visible(visible(text)) === visible(text)));
});

test("commands print through their console alone", () => {
  const cli = join(__dirname, "../../../cli");
  const writers = readdirSync(cli, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .filter((file) =>
      /process\.std(?:out|err)\.write|globalThis\.console|(?<![\w.])console\.(?:log|error|warn|info|table)\(/.test(
        readFileSync(join(cli, file), "utf8"),
      ),
    );
  // The keeper is a process of its own: what it writes goes to whoever started it, by a pipe.
  expect(writers.sort()).toEqual(["main.ts", "sandbox/keeper.ts"]);
});

/** The estate with a hostile text at a key that is shown, as JSON, which takes every character. */
const hostile = (extra: object) =>
  JSON.stringify({
    version: 1,
    domains: {
      "contoso.com": { profile: "parked", zone: { cloudflare: {} }, ...extra },
    },
  });

test.each<[string, string, readonly string[]]>([
  ["a key", hostile({ [`x${HOSTILE}\nok  contoso.com`]: 1 }), ["records", "estate.json"]],
  ["a word", hostile({ profile: HOSTILE }), ["check", "estate.json"]],
  [
    "a domain",
    hostile({}).replace("contoso.com", JSON.stringify(`a${HOSTILE}.com`).slice(1, -1)),
    ["synth", "estate.json", "-o", "out"],
  ],
  ["an include", JSON.stringify({ version: 1, include: [`${HOSTILE}.yaml`] }), ["records", "estate.json"]],
  ["a record", hostile({ records: [{ name: "x", txt: `a${HOSTILE}b` }] }), ["records", "estate.json"]],
  ["a file's name", ESTATE, ["records", `${HOSTILE}.yaml`]],
  ["an argument", ESTATE, ["records", "estate.json", "-d", HOSTILE]],
  ["a command", ESTATE, [`re${HOSTILE}`]],
  ["a plan's path", ESTATE, ["review", `p${HOSTILE}.json`]],
])("%s of a stranger steers no terminal and hides nothing", async (_title, estate, args) => {
  const { out, err } = await mailHygiene(folderWith({ "estate.json": estate }), ...args);
  expect(`${out}${err}`.replaceAll("\n", "")).not.toMatch(UNSEEN);
  expect(`${out}${err}`).not.toMatch(/^ok {2}contoso/m);
});
