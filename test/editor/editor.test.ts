import { SENDERS } from "../../lib/senders/catalogue";
import { editor } from "./language-service";

jest.setTimeout(120_000);

const { completions, exportedTypes, hovers } = editor();

const offered = (options: string) =>
  completions(`import type { MailDomainOptions } from "../../index";
export const options: MailDomainOptions = { domain: "contoso.com", profile: "send-only", ${options} };
`);

test("an editor offers the profiles", () => {
  const program = 'import type { Profile } from "../../index";\nexport const profile: Profile = "▮";\n';
  expect([...completions(program)].sort()).toEqual([
    "eop-onpremises",
    "exchange-online",
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

test("an editor explains every property of what a program gives to the package", () => {
  const types = exportedTypes().filter((name) => /(?:Props|Options|Input)$/.test(name));
  expect(types).toEqual(
    expect.arrayContaining(["MailDomainProps", "DmarcOptions", "EstateInput", "PolicyOptions"]),
  );
  const unexplained = types.flatMap((type) =>
    [...hovers(type)].flatMap(([name, words]) => (words === "" ? [`${type}.${name}`] : [])),
  );
  expect(unexplained).toEqual([]);
});
