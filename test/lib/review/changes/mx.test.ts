import { mx, mxRemoved } from "../../../../lib/review/changes/mx";
import { contoso, sentences, stateWith } from "../before-after";

const GOOGLE = "contoso.com MX 1 aspmx.l.google.com";
const EOP = "contoso.com MX 0 contoso-com.mail.protection.outlook.com";
const PREMISES = "contoso.com MX 10 mail.contoso.com";
const SECOND = "contoso.com MX 20 mail2.contoso.com";
const NULL_MX = "contoso.com MX 0 .";
const LATER = "contoso.com MX (known after apply)";

const ANOTHER_WAY = "(all mail to the domain takes another way)";
const THIS_WAY = "(mail to the domain takes this way from now on)";
const UNREADY = "(a host that is not ready for the domain refuses its mail)";
const UNDELIVERED = "(mail to the domain is no longer delivered)";

describe("what a domain says of its MX", () => {
  test.each<[string, readonly string[], string]>([
    ["nothing", [], "none"],
    ["hosts, the most preferred first", [SECOND, PREMISES], "mail.contoso.com, mail2.contoso.com"],
    ["that it receives nothing", [NULL_MX], "null MX, receives nothing"],
    ["a host that is known at apply", [LATER], "a host known after apply"],
    [
      "one host, and another that is hidden",
      [PREMISES, "contoso.com MX (sensitive)"],
      "mail.contoso.com, a host sensitive, not shown",
    ],
    ["nothing of names below it", ["lists.contoso.com MX 10 lists.contoso.net"], "none"],
  ])("%s", (_title, records, state) => {
    expect(stateWith(mx, records)).toBe(state);
  });
});

describe("what changes for the mail of a domain", () => {
  test.each<[string, readonly string[] | undefined, readonly string[], readonly string[]]>([
    ["nothing", [PREMISES], [PREMISES], []],
    ["nothing, without an MX", [], [], []],
    ["nothing, where a host stays unknown", [LATER], [LATER], []],
    ["nothing, in another order", [PREMISES, SECOND], [SECOND, PREMISES], []],
    ["its operator", [GOOGLE], [EOP], [`high: MX leaves Google for EOP ${ANOTHER_WAY}`]],
    [
      "its operators, several on both sides",
      [GOOGLE, PREMISES],
      [EOP, "contoso.com MX 10 mail.contoso.net"],
      [`high: MX leaves Google, mail.contoso.com for EOP, mail.contoso.net ${ANOTHER_WAY}`],
    ],
    [
      "its operator, for one that is not known yet",
      [GOOGLE],
      [LATER],
      [`high: MX leaves Google for a host known after apply ${ANOTHER_WAY}`],
    ],
    ["one host more", [PREMISES], [PREMISES, SECOND], [`medium: MX now also mail2.contoso.com ${UNREADY}`]],
    [
      "one host more, of another operator",
      [PREMISES],
      [PREMISES, GOOGLE],
      [`medium: MX now also aspmx.l.google.com (Google) ${UNREADY}`],
    ],
    ["one host less", [PREMISES, SECOND], [PREMISES], [`medium: MX no longer mail2.contoso.com ${UNREADY}`]],
    [
      "a host of the same operator",
      ["contoso.com MX 1 aspmx.l.google.com"],
      ["contoso.com MX 1 alt1.aspmx.l.google.com"],
      [
        `medium: MX now also alt1.aspmx.l.google.com (Google) ${UNREADY}`,
        `medium: MX no longer aspmx.l.google.com (Google) ${UNREADY}`,
      ],
    ],
    [
      "a preference",
      [PREMISES],
      ["contoso.com MX 30 mail.contoso.com"],
      ["low: MX preferences 10 mail.contoso.com → 30 mail.contoso.com"],
    ],
    [
      "preferences of two",
      [PREMISES, SECOND],
      ["contoso.com MX 30 mail.contoso.com", SECOND],
      [
        "low: MX preferences 10 mail.contoso.com, 20 mail2.contoso.com → 20 mail2.contoso.com, 30 mail.contoso.com",
      ],
    ],
    ["a null MX that goes", [NULL_MX], [], ["low: MX null MX, receives nothing → none"]],
    ["a null MX that comes", [], [NULL_MX], ["low: MX none → null MX, receives nothing"]],
    [
      "the null MX beside a host goes",
      [PREMISES, NULL_MX],
      [PREMISES],
      ["low: MX null MX, receives nothing, mail.contoso.com → mail.contoso.com"],
    ],
    ["its only MX goes", [PREMISES], [], [`high: MX mail.contoso.com → none ${UNDELIVERED}`]],
    [
      "it gets the null MX",
      [PREMISES],
      [NULL_MX],
      [`high: MX mail.contoso.com → null MX, receives nothing ${UNDELIVERED}`],
    ],
    [
      "a host that was not known goes",
      [LATER],
      [],
      [`high: MX a host known after apply → none ${UNDELIVERED}`],
    ],
    ["it gets its first host", [], [PREMISES], [`medium: MX none → mail.contoso.com ${THIS_WAY}`]],
    [
      "a host takes the null MX's place",
      [NULL_MX],
      [PREMISES],
      [`medium: MX null MX, receives nothing → mail.contoso.com ${THIS_WAY}`],
    ],
    [
      "a host that was not known shows",
      [LATER],
      [PREMISES],
      [`medium: MX now also mail.contoso.com ${UNREADY}`],
    ],
    [
      "its operator, for a host that is hidden",
      [GOOGLE],
      ["contoso.com MX (sensitive)"],
      [`high: MX leaves Google for a host sensitive, not shown ${ANOTHER_WAY}`],
    ],
    [
      "it gets its first host, not known yet",
      [],
      [LATER],
      [`medium: MX none → a host known after apply ${THIS_WAY}`],
    ],
    [
      "Terraform takes it over",
      undefined,
      [PREMISES],
      [`medium: MX not managed → mail.contoso.com ${THIS_WAY}`],
    ],
    [
      "Terraform takes it over, its host is not known yet",
      undefined,
      [LATER],
      [`medium: MX not managed → a host known after apply ${THIS_WAY}`],
    ],
    [
      "Terraform takes it over with a null MX",
      undefined,
      [NULL_MX],
      ["low: MX not managed → null MX, receives nothing"],
    ],
    ["Terraform takes it over, without an MX", undefined, [], []],
  ])("%s", async (_title, before, after, changes) => {
    expect(sentences(await mx.changes(contoso(before, after)))).toEqual(changes);
  });

  test.each([
    [true, "; connector validated"],
    [false, "; connector not validated"],
    [undefined, ""],
  ])(
    "whether the connector behind it is validated (%s) stands beside a move to EOP, and to a host not known yet",
    async (connectorValidated, words) => {
      const more = connectorValidated === undefined ? {} : { connectorValidated };
      const move = async (after: string) => sentences(await mx.changes(contoso([GOOGLE], [after], more)));
      expect([await move(EOP), await move(LATER), await move(PREMISES)]).toEqual([
        [`high: MX leaves Google for EOP${words} ${ANOTHER_WAY}`],
        [`high: MX leaves Google for a host known after apply${words} ${ANOTHER_WAY}`],
        [`high: MX leaves Google for mail.contoso.com ${ANOTHER_WAY}`],
      ]);
    },
  );
});

test.each<[string, readonly string[] | undefined, readonly string[], boolean]>([
  ["the last host goes", [PREMISES], [], true],
  ["the null MX takes its place", [PREMISES], [NULL_MX], true],
  ["one of two goes", [PREMISES, SECOND], [SECOND], false],
  ["a host not known yet takes its place", [PREMISES], [LATER], false],
  ["the null MX goes", [NULL_MX], [], false],
  ["nothing was known before", undefined, [], false],
])("mail has no way any more: %s", (_title, before, after, removed) => {
  expect(mxRemoved(contoso(before, after))).toBe(removed);
});
