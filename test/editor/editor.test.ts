import { SENDERS } from "../../lib/senders/catalogue";
import { editor } from "./language-service";

jest.setTimeout(120_000);

const { completions, exported } = editor();

const offered = (options: string) =>
  completions(`import type { MailDomainOptions } from "../../index";
export const options: MailDomainOptions = { domain: "contoso.com", profile: "send-only", ${options} };
`);

test("an editor offers the profiles", () => {
  const program = 'import type { Profile } from "../../index";\nexport const profile: Profile = "▮";\n';
  expect([...completions(program)].sort()).toEqual([
    "eop-onpremises",
    "exchange-online",
    "on-premises",
    "parked",
    "receive-only",
    "send-only",
  ]);
});

test("an editor offers every sender by its name, and its parameters", () => {
  expect(offered("senders: [{ ▮ }]")).toEqual(
    expect.arrayContaining([...SENDERS.keys()].map((name) => (name.includes("-") ? `"${name}"` : name))),
  );
  expect(offered('senders: ["▮"]')).toEqual(expect.arrayContaining(["mailchimp", "google-workspace"]));
  expect([...offered("senders: [{ sendgrid: { ▮ } }]")].sort()).toEqual([
    "account",
    "returnPath",
    "selectors",
    "spf",
  ]);
});

test.each(["index", "aws", "hosts/azure/constructs/entry", "lib/index"])(
  "every export of %s is explained",
  (entry) => {
    const found = exported(entry);
    expect(found.length).toBeGreaterThan(3);
    expect(found.flatMap(({ name, words }) => (words === "" ? [name] : []))).toEqual([]);
  },
);

test("the package's root exports by name what programs need, and no more of lib/", () => {
  const names = exported("index").map(({ name }) => name);
  const options = exported("lib/options").map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(options));
  expect(names).not.toEqual(expect.arrayContaining(["parseSpf"]));
});

test("an editor explains every property of what a program gives to the package", () => {
  const given = exported("index").filter(({ name }) =>
    /(?:Props|Options|Input|ById|ByName|Created|Values)$/.test(name),
  );
  expect(given.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "MailDomainProps",
      "DmarcOptions",
      "EstateInput",
      "PolicyOptions",
      "SendgridValues",
    ]),
  );
  const unexplained = given.flatMap(({ name, properties }) =>
    [...properties].flatMap(([property, words]) => (words === "" ? [`${name}.${property}`] : [])),
  );
  expect(unexplained).toEqual([]);
});
