import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { buildProgram } from "../../cli/program";
import { folderWith, mailHygiene } from "../cli/command";

const ROOT = join(__dirname, "../..");
const PAGES = [
  "README.md",
  ...readdirSync(join(ROOT, "docs/guide"), { recursive: true, encoding: "utf8" })
    .filter((page) => page.endsWith(".md"))
    .map((page) => `docs/guide/${page}`)
    .sort(),
];

/** A fenced block: where it begins, its language, its text. */
interface Block {
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

const blocks = PAGES.flatMap((page) => {
  const markdown = readFileSync(join(ROOT, page), "utf8");
  return [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
    ({ 1: language = "", 2: text = "", index }): Block => ({
      place: `${page}:${markdown.slice(0, index).split("\n").length}`,
      language,
      text,
    }),
  );
});

/** What a page shows that a command prints. */
function shownOf(page: string, command: string): string | undefined {
  const first = `$ mail-hygiene ${command}\n`;
  const block = blocks.find(({ place, text }) => place.startsWith(`${page}:`) && text.startsWith(first));
  return block?.text.slice(first.length);
}

const TENANTS =
  "tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 } }\n";

/** The estates that the guide shows, with what it leaves out: `version`, and tenants or domains where it is about the other. */
const estates = blocks
  .filter(({ language, text }) => language === "yaml" && /^(tenants|domains):/m.test(text))
  .map(({ place, text }) => ({
    place,
    text: [
      /^version:/m.test(text) ? "" : "version: 1\n",
      text,
      /^tenants:/m.test(text) ? "" : TENANTS,
      /^domains:/m.test(text) ? "" : "domains: {}\n",
    ].join(""),
  }));

test.each(estates.map(({ place, text }) => [place, text]))(
  "the estate at %s is one",
  async (_place, text) => {
    const { code, out, err } = await mailHygiene(folderWith({ "estate.yaml": text }), "check", "estate.yaml");
    expect([code, code === 0 ? "" : out + err]).toEqual([0, ""]);
  },
);

test("the records that a page shows of its estate are those", async () => {
  const page = "docs/guide/hybrid/1-as-it-is.md";
  const shown = shownOf(page, "records estate.yaml");
  const estate = estates.find(({ place }) => place.startsWith(page))?.text ?? "";
  const { out } = await mailHygiene(folderWith({ "estate.yaml": estate }), "records", "estate.yaml");
  expect(out).toBe(shown);
});

/** A message as Exchange Online has it in a mailbox, and the DNS of its author. */
const MAIL = `Received: from DB1PEPF000509EC.eurprd03.prod.outlook.com (2603:10a6:10:232:cafe::9a)
 by DU2PR04CA0065.eurprd04.prod.outlook.com (2603:10a6:10:232::10) with Microsoft SMTP Server
 (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 15.20.8207.13; Thu, 28 Nov 2024 07:39:41 +0000
Authentication-Results: spf=pass (sender IP is 203.0.113.25) smtp.mailfrom=contoso.com;
 dkim=none (message not signed) header.d=none;dmarc=pass action=none
 header.from=contoso.com;compauth=pass reason=100
Received: from mail.contoso.com (203.0.113.25) by DB1PEPF000509EC.mail.protection.outlook.com
 (10.167.242.70) with Microsoft SMTP Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384)
 id 15.20.8207.12 via Frontend Transport; Thu, 28 Nov 2024 07:39:39 +0000
Return-Path: ceo@contoso.com
From: ceo@contoso.com

Please pay.
`.replaceAll("\n", "\r\n");
const DNS = JSON.stringify([
  { name: "contoso.com", type: "TXT", data: "v=spf1 ip4:203.0.113.25 -all" },
  { name: "_dmarc.contoso.com", type: "TXT", data: "v=DMARC1; p=reject" },
]);

test("what the page of messages shows is printed of such a message", async () => {
  const shown = shownOf("docs/guide/message.md", "message mail.eml");
  const folder = folderWith({ "mail.eml": MAIL, "dns.json": DNS });
  const { code, out } = await mailHygiene(folder, "message", "mail.eml", "--dns", "dns.json");
  expect([code, out]).toEqual([0, shown]);
});

/** What is wrong with the words after `mail-hygiene`, as the command line would see them. */
function misuse(program: Command, words: readonly string[]): string | undefined {
  let command = program;
  let given = 0;
  const named = new Set<string>();
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (word === "--") break;
    if (/^--?[a-z]/i.test(word)) {
      const [flag = ""] = word.split("=");
      if (flag === "--help" || flag === "--version") return undefined;
      const option = command.options.find(({ long, short }) => [long, short].includes(flag));
      if (!option) return `${command.name()} has no option ${flag}`;
      named.add(option.attributeName());
      if (option.required && !word.includes("=")) index += 1;
      continue;
    }
    const next = given === 0 ? command.commands.find((one) => one.name() === word) : undefined;
    if (next) {
      command = next;
      continue;
    }
    if (command.commands.length > 0) return `${command.name()} has no command ${word}`;
    given += 1;
    const { length } = command.registeredArguments;
    if (given > length && !command.registeredArguments.at(-1)?.variadic) {
      return `${command.name()} takes ${length} arguments: ${words.join(" ")}`;
    }
  }
  const missing = command.options.find((option) => option.mandatory && !named.has(option.attributeName()));
  return given > 0 && missing ? `${command.name()} wants ${missing.long}` : undefined;
}

test("the commands that the pages show are commands", () => {
  const program = buildProgram({ out: () => undefined, err: () => undefined, folder: ROOT }, () => undefined);
  const shown = PAGES.flatMap((page) =>
    readFileSync(join(ROOT, page), "utf8")
      .split("\n")
      .flatMap((line, index) =>
        [...line.matchAll(/(?:^|\$ |`|npx |-- |\()mail-hygiene((?: +[^\s`#|&;<>()]+)+)/g)].map(
          ({ 1: rest = "" }) => ({
            place: `${page}:${index + 1}`,
            words: rest.trim().replaceAll(/["']/g, "").split(/ +/),
          }),
        ),
      ),
  );
  expect(shown.length).toBeGreaterThan(60);
  expect(
    shown.flatMap(({ place, words }) => {
      const wrong = misuse(program, words);
      return wrong ? [`${place}: ${wrong}`] : [];
    }),
  ).toEqual([]);
});
