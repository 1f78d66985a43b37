import type { Topic } from "../../../../lib/review/changes/change";
import { bimi, caa, mtaSts, tlsRpt } from "../../../../lib/review/changes/policies";
import { contoso, type SideLines, sentences, stateWith } from "../before-after";

const ANNOUNCED = "_mta-sts.contoso.com TXT v=STSv1; id=20261127;";
const policy = (mode: string, mx: readonly string[] = ["mail.contoso.com"], maxAge = 604800): SideLines => ({
  records: [ANNOUNCED],
  policy: [
    "version: STSv1",
    `mode: ${mode}`,
    ...mx.map((host) => `mx: ${host}`),
    `max_age: ${maxAge}`,
    "",
  ].join("\r\n"),
});
const TLS_RPT = "_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=mailto:tls@contoso.com";
const BIMI = "default._bimi.contoso.com TXT v=BIMI1; l=https://contoso.com/logo.svg;";
const CAA = "contoso.com CAA 0 issue letsencrypt.org";

const BACK =
  "(senders keep mail back from hosts that the policy does not name, or without a valid certificate)";

test.each<[string, Topic, readonly string[] | SideLines, string]>([
  ["no MTA-STS", mtaSts, [], "none"],
  [
    "MTA-STS whose record is known at apply",
    mtaSts,
    ["_mta-sts.contoso.com TXT (known after apply)"],
    "known after apply",
  ],
  ["MTA-STS whose policy nobody has read", mtaSts, [ANNOUNCED], "announced"],
  [
    "a policy",
    mtaSts,
    policy("enforce", ["mx1.contoso.com", "mx2.contoso.com"]),
    "enforce, mx1.contoso.com mx2.contoso.com, 604800 s",
  ],
  ["a policy that is taken back", mtaSts, policy("none", []), "none, no MX, 604800 s"],
  ["a policy that no record announces", mtaSts, { ...policy("enforce"), records: [] }, "none"],
  ["no TLS-RPT", tlsRpt, ["_smtp._tls.contoso.com TXT something else"], "none"],
  [
    "TLS-RPT whose record is known at apply",
    tlsRpt,
    ["_smtp._tls.contoso.com TXT (known after apply)"],
    "known after apply",
  ],
  [
    "TLS-RPT",
    tlsRpt,
    ["_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=mailto:a@contoso.com,https://contoso.com/tls"],
    "mailto:a@contoso.com, https://contoso.com/tls",
  ],
  [
    "a broken TLS-RPT record",
    tlsRpt,
    ["_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=tls@contoso.com"],
    "a broken record",
  ],
  ["no BIMI", bimi, ["default._bimi.contoso.com TXT something else"], "none"],
  [
    "BIMI whose record is known at apply",
    bimi,
    ["default._bimi.contoso.com TXT (known after apply)"],
    "known after apply",
  ],
  ["a logo", bimi, [BIMI], "https://contoso.com/logo.svg"],
  [
    "a logo with a certificate",
    bimi,
    [`${BIMI} a=https://contoso.com/vmc.pem;`],
    "https://contoso.com/logo.svg with a certificate",
  ],
  ["BIMI declined", bimi, ["default._bimi.contoso.com TXT v=BIMI1; l=; a=;"], "declined"],
  ["a broken BIMI record", bimi, ["default._bimi.contoso.com TXT v=BIMI1; l=logo.svg"], "a broken record"],
  ["no CAA", caa, [], "none"],
  ["CAA that is known at apply", caa, ["contoso.com CAA (known after apply)"], "known after apply"],
  [
    "CAA, in the order of the alphabet",
    caa,
    [CAA, "contoso.com CAA 0 iodef mailto:ca@contoso.com"],
    "iodef mailto:ca@contoso.com, issue letsencrypt.org",
  ],
  [
    "CAA that shuts everybody out",
    caa,
    ["contoso.com CAA 0 issue ;", "shop.contoso.com CAA 0 issuewild ;"],
    "issue nobody, issuewild nobody at shop.contoso.com",
  ],
])("a domain with %s", (_title, topic, side, state) => {
  expect(stateWith(topic, side)).toBe(state);
});

test.each<
  [string, Topic, readonly string[] | SideLines | undefined, readonly string[] | SideLines, readonly string[]]
>([
  ["nothing of MTA-STS", mtaSts, policy("enforce"), policy("enforce"), []],
  ["nothing, without MTA-STS", mtaSts, [], [], []],
  [
    "MTA-STS enforces",
    mtaSts,
    policy("testing"),
    policy("enforce"),
    [`medium: MTA-STS testing → enforce ${BACK}`],
  ],
  [
    "MTA-STS no longer enforces",
    mtaSts,
    policy("enforce"),
    policy("testing"),
    ["medium: MTA-STS enforce → testing (senders may deliver without TLS again)"],
  ],
  ["MTA-STS is taken back", mtaSts, policy("testing"), policy("none"), ["low: MTA-STS testing → none"]],
  [
    "the hosts of MTA-STS",
    mtaSts,
    policy("enforce", ["mx1.contoso.com", "mx2.contoso.com"]),
    policy("enforce", ["mx2.contoso.com", "mx3.contoso.com", "mx4.contoso.com"]),
    [
      "low: MTA-STS now also covers mx3.contoso.com, mx4.contoso.com",
      `medium: MTA-STS no longer covers mx1.contoso.com ${BACK}`,
    ],
  ],
  [
    "how long MTA-STS is kept",
    mtaSts,
    policy("enforce"),
    policy("enforce", ["mail.contoso.com"], 1209600),
    ["low: MTA-STS max_age 604800 s → 1209600 s"],
  ],
  [
    "the first policy, which enforces",
    mtaSts,
    [],
    policy("enforce"),
    [`medium: MTA-STS none → enforce, mail.contoso.com, 604800 s ${BACK}`],
  ],
  [
    "the first policy, which only tests",
    mtaSts,
    undefined,
    policy("testing"),
    ["low: MTA-STS not managed → testing, mail.contoso.com, 604800 s"],
  ],
  [
    "MTA-STS goes",
    mtaSts,
    policy("enforce"),
    [],
    [
      "high: MTA-STS enforce, mail.contoso.com, 604800 s → none (until 7 days after the change senders that hold the policy deliver only to mail.contoso.com with a valid certificate; first publish mode none for that long)",
    ],
  ],
  [
    "a policy that no plan shows goes",
    mtaSts,
    [ANNOUNCED],
    [],
    [
      "medium: MTA-STS announced → none (senders that hold an enforced policy go by it for as long as its max_age says; first publish mode none for that long)",
    ],
  ],
  [
    "a policy that no plan shows has another id",
    mtaSts,
    [ANNOUNCED],
    ["_mta-sts.contoso.com TXT v=STSv1; id=2"],
    ["low: MTA-STS id 20261127 → 2: senders fetch the policy anew"],
  ],
  [
    "the MX under a policy that no plan shows",
    mtaSts,
    [ANNOUNCED, "contoso.com MX 10 mail.contoso.com"],
    [ANNOUNCED, "contoso.com MX 10 mx.contoso.net", "contoso.com MX 20 mail.contoso.com"],
    [
      "medium: MTA-STS policy is not shown, which has to cover mx.contoso.net (senders that hold an enforced one keep mail back from hosts that it does not name, for as long as its max_age says)",
    ],
  ],
  [
    "a record that says only at apply what it is",
    mtaSts,
    [ANNOUNCED],
    ["_mta-sts.contoso.com TXT (known after apply)"],
    ["low: MTA-STS announced → known after apply"],
  ],
  [
    "the first record of a policy that no plan shows",
    mtaSts,
    [],
    [ANNOUNCED],
    ["low: MTA-STS none → announced"],
  ],
  ["a domain without MTA-STS is taken over", mtaSts, undefined, [], []],
  ["TLS-RPT comes", tlsRpt, [], [TLS_RPT], ["low: TLS-RPT none → mailto:tls@contoso.com"]],
  ["TLS-RPT stays", tlsRpt, [TLS_RPT], [TLS_RPT], []],
  ["BIMI goes", bimi, [BIMI], [], ["low: BIMI https://contoso.com/logo.svg → none"]],
  ["BIMI is taken over", bimi, undefined, [BIMI], ["low: BIMI not managed → https://contoso.com/logo.svg"]],
  [
    "the first authority",
    caa,
    [],
    [CAA],
    [
      "medium: CAA none → issue letsencrypt.org (other authorities can no longer issue or renew certificates)",
    ],
  ],
  [
    "an authority of wildcards",
    caa,
    [CAA],
    [CAA, "contoso.com CAA 0 issuewild digicert.com"],
    [
      "medium: CAA issue letsencrypt.org → issue letsencrypt.org, issuewild digicert.com (other authorities can no longer issue or renew certificates)",
    ],
  ],
  [
    "CAA is taken over",
    caa,
    undefined,
    [CAA],
    [
      "medium: CAA not managed → issue letsencrypt.org (other authorities can no longer issue or renew certificates)",
    ],
  ],
  ["an authority goes", caa, [CAA], [], ["low: CAA issue letsencrypt.org → none"]],
  [
    "where to report",
    caa,
    [CAA],
    [CAA, "contoso.com CAA 0 iodef mailto:ca@contoso.com"],
    ["low: CAA issue letsencrypt.org → iodef mailto:ca@contoso.com, issue letsencrypt.org"],
  ],
])("what changes: %s", async (_title, topic, before, after, changes) => {
  expect(sentences(await topic.changes(contoso(before, after)))).toEqual(changes);
});

test.each<[string, readonly string[], string]>([
  [
    "that the new policy does not name either",
    ["mail.contoso.com"],
    "high: MTA-STS policy that senders hold does not cover mx.contoso.net (until 7 days after the change senders keep mail back from there; publish a policy that covers it first, and move the MX after that time)",
  ],
  [
    "that only the new policy names",
    ["mx.contoso.net"],
    "medium: MTA-STS policy that senders hold does not cover mx.contoso.net (until 7 days after the change senders that do not look for the new policy keep mail back; publish a policy that covers it first, and move the MX after that time)",
  ],
])("an MX that moves under an enforced policy to a host %s", async (_title, covered, change) => {
  const at = (host: string, mx: readonly string[]): SideLines => {
    const { records, ...rest } = policy("enforce", mx);
    return { ...rest, records: [...records, `contoso.com MX 10 ${host}`] };
  };
  const moved = contoso(at("mail.contoso.com", ["mail.contoso.com"]), at("mx.contoso.net", covered));
  expect(sentences(await mtaSts.changes(moved))).toContain(change);
});
