import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { declareEstate } from "../../../lib/declare/estate";
import { readEstate } from "../../../lib/estate/read";
import { type Fault, FaultError, formatFault } from "../../../lib/fault";
import { synthesize } from "../../../stacks/synthesize";
import { type TextPlace, textPlaces } from "../../support/schema-places";
import { temporaryFolder } from "../../support/temp";
import { terraform } from "../../support/terraform";
import { estateWith, samples } from "./around";
import { readTemplate, textsIn } from "./literal-text";

// Every place of the estate's own schema where its author writes text. A key that is new is tried by itself; it fails the
// first test until around.ts has a text that it takes.

const SCHEMA: object = JSON.parse(
  readFileSync(join(__dirname, "../../../schema/estate.schema.json"), "utf8"),
);
/** Senders' values each have a form of their own, which one sample does not have; so do keys. */
const OF_THEIR_OWN_FORM = /\.senders\[\]|\.dkim\./;

const PLACES = textPlaces(SCHEMA, samples);

/** What Terraform would evaluate or choke on. Each holds the word `passwd`, which no estate has otherwise. */
const PAYLOADS = [
  '${file("/etc/passwd")}',
  '%{ if file("/etc/passwd") != "" }x%{ endif }',
  '$${passwd}$$${file("passwd")}"\\',
  '${file(\n"passwd")}',
];

/** What cdktf and the AWS CDK would take for a value that is known later. */
const REFERENCES = [
  "${TfToken[TOKEN.0]}",
  "#{TfToken[TOKEN.0]}",
  "&{TfToken[TOKEN.0]}",
  "${Token[TOKEN.0]}",
  "#{Token[a.0]}",
  "-8.109562212591379e+298",
  "String Map Token Value",
];

const NAMES: ReadonlySet<string> = new Set(PLACES.map(({ name }) => name));

/** What each place of Exchange is read like: policies of one's own like the default, exceptions like conditions. */
const EXCHANGE_TWIN = /^\.tenants\.\*\.exchange\.(?:protection\..*\.policies\.\*|rules\..*\.unless)\./;

/** Settings of sign-ins, which one table reads, and those of each method like those of passkeys. */
const SETTINGS =
  /^\.tenants\.\*\.identity\.(?:methods|authorization|passwords|consent|applications|privilegedRoles)\./;
const METHOD_TWIN = /\.methods\.(?!fido2|policy|sms)\w+\.(?:\w+Groups|allow)\b/;

/**
 * One of them for a subdomain's places, which are read as its domain's are, and for Exchange's, which are read by one table;
 * all for every other.
 */
function payloadsAt({ name }: TextPlace): readonly string[] {
  if (name.startsWith(".tenants.*.exchange.")) return EXCHANGE_TWIN.test(name) ? [] : PAYLOADS.slice(0, 1);
  if (SETTINGS.test(name)) return METHOD_TWIN.test(name) ? [] : PAYLOADS.slice(0, 1);
  const isTwin = name.includes(".subdomains.*") && NAMES.has(name.replace(".subdomains.*", ""));
  return isTwin ? PAYLOADS.slice(0, 1) : PAYLOADS;
}

/** Texts around a payload that some forms ask for. */
function forms(payload: string, { sample }: TextPlace): readonly string[] {
  return [
    payload,
    sample + payload,
    payload + sample,
    `${payload}@contoso.com`,
    `https://contoso.com/${payload}`,
  ];
}

function estateOf(place: TextPlace, text: string) {
  return readEstate(estateWith(place.name, place.value(text)) as never);
}

/** The texts of an estate's stacks, or why it is refused. */
async function synthesized(place: TextPlace, text: string): Promise<readonly string[] | undefined> {
  const estate = estateOf(place, text);
  if (!estate.ok) return undefined;
  try {
    // Most are refused here, and need no folder.
    if (!declareEstate(estate.value).ok) return undefined;
    const out = temporaryFolder();
    // Of a domain's stack nothing of Exchange's is a part.
    const of = place.name.startsWith(".tenants.*.exchange.")
      ? "exchange"
      : SETTINGS.test(place.name) && "tenant";
    const only = of ? new Set([`${of}-contoso`]) : undefined;
    const result = await synthesize({ estate: estate.value, out, only });
    if (!result.ok) return undefined;
    const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith("cdk.tf.json"),
    );
    return files.flatMap((file) => textsIn(JSON.parse(readFileSync(join(out, file), "utf8"))));
  } catch (error) {
    if (error instanceof FaultError) return undefined;
    throw error;
  }
}

/** What is written of the first form of a payload that an estate takes at a place; nothing, where it takes none. */
async function firstTaken(place: TextPlace, payload: string): Promise<readonly string[]> {
  for (const form of forms(payload, place)) {
    const texts = await synthesized(place, form);
    if (texts !== undefined) return texts;
  }
  return [];
}

/** How a text stands in a record's data: cut into quoted strings with escapes (RFC 1035 §5.1). */
function inTxt(text: string): string {
  return text.replace(/["\\]/g, (sign) => `\\${sign}`).replaceAll("\n", "\\010");
}

/** What is wrong with the estate that has the place's own sample. */
function faultsOf(place: TextPlace): readonly Fault[] {
  const estate = estateOf(place, place.sample);
  if (!estate.ok) return estate.faults;
  const declared = OF_THEIR_OWN_FORM.test(place.name) || declareEstate(estate.value);
  return declared === true || declared.ok ? [] : declared.problems;
}

const published = new Set<string>();

test("every place for text is tried with an estate around it that is sound", () => {
  const unsound = PLACES.flatMap((place) => {
    const faults = faultsOf(place);
    return faults.length === 0
      ? []
      : [`${place.name} ${place.sample}: ${faults.map(formatFault).join("; ")}`];
  });
  expect(unsound).toEqual([]);
  expect(PLACES.length).toBeGreaterThan(400);
});

test("what Terraform would evaluate is refused, or stays text, at every place", async () => {
  const wrong: string[] = [];
  const places = new Set<string>();
  for (const place of PLACES) {
    for (const payload of payloadsAt(place)) {
      for (const written of await firstTaken(place, payload)) {
        const { text: read, active } = readTemplate(written);
        if (active.some((expression) => expression.includes("passwd")))
          wrong.push(`${place.name} evaluates ${written}`);
        if (!read.includes("passwd")) continue;
        published.add(written);
        places.add(place.name);
        const forms = [payload, inTxt(payload), JSON.stringify(payload).slice(1, -1)];
        if (!forms.some((form) => read.toLowerCase().includes(form.toLowerCase())))
          wrong.push(`${place.name} reads ${read}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  // Where text of any form is taken, so that it has to be seen in what is written.
  expect([...places]).toEqual(
    expect.arrayContaining([
      ".tenants.*.identity.breakGlass.group",
      ".tenants.*.identity.mfa.policies.*.displayName",
      ".state.s3.bucket",
      ".state.s3.endpoint",
      ".state.azurerm.containerName",
      ".state.gcs.bucket",
      ".state.cloud.organization",
      ".state.cloud.hostname",
      ".domains.*.onPremises.validationMailbox",
      ".domains.*.records.*.value",
    ]),
  );
}, 600_000);

test("Terraform itself reads them as text", () => {
  const texts = [...published];
  const folder = temporaryFolder();
  const output = Object.fromEntries(texts.map((value, index) => [`v${index}`, { value }]));
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ output }));
  terraform(folder, "init");
  terraform(folder, "apply", "-auto-approve");
  const read: Record<string, { value: string }> = JSON.parse(terraform(folder, "output", "-json"));
  expect(texts.map((_, index) => read[`v${index}`]?.value)).toEqual(
    texts.map((text) => readTemplate(text).text),
  );
});

test("text that looks like a reference is refused at every place", () => {
  const taken = PLACES.flatMap((place) =>
    REFERENCES.filter((text) => estateOf(place, text).ok).map((text) => `${place.name} ${text}`),
  );
  expect(taken).toEqual([]);
});
