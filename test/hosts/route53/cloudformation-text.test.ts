import { Template } from "aws-cdk-lib/assertions";
import { App, CfnParameter, Stack } from "aws-cdk-lib/core";
import { Route53Zone } from "../../../hosts/route53/constructs/route53-zone";
import type { DnsName } from "../../../lib/dns/name";
import type { DnsRecord } from "../../../lib/dns/record";
import { unquoteTxt } from "../../../lib/dns/txt";
import { unwrap } from "../../../lib/fault";

const NAME = "contoso.com" as DnsName;
const SECRET = "{{resolve:secretsmanager:prod/db:SecretString:password}}";

/** The template of a stack with what is built in its zone. */
function templateOf(build: (zone: Route53Zone, stack: Stack) => void): Record<string, unknown> {
  const stack = new Stack(new App(), "s");
  build(
    Route53Zone.fromHostedZoneId(stack, "Zone", { zoneName: NAME, hostedZoneId: "Z0423512YUPB93QHZ0IX" }),
    stack,
  );
  return Template.fromStack(stack).toJSON();
}

function recordsOf(record: DnsRecord): unknown {
  const { Resources } = templateOf((zone, stack) => zone.add(stack, "R", record));
  const [set] = Object.values(Object(Resources)) as { Properties: { ResourceRecords: unknown } }[];
  return set?.Properties.ResourceRecords;
}

test("CloudFormation resolves no secret into a record, and the record stays what it is", () => {
  for (const value of [SECRET, `{{${SECRET}}}`, `v=spf1 ${SECRET} -all`, `"${SECRET}\\${SECRET}`]) {
    const [written] = recordsOf({ type: "TXT", name: NAME, ttl: 300, value }) as string[];
    expect(written).not.toContain("{{resolve:");
    expect(unwrap("test", unquoteTxt(written ?? "", 8))).toBe(value);
  }
  expect(
    JSON.stringify(recordsOf({ type: "CAA", name: NAME, ttl: 300, flags: 0, tag: "issue", value: SECRET })),
  ).not.toContain("{{resolve:");
});

test("nor into a policy, and a path is no part of Fn::Sub", () => {
  const template = templateOf((zone, stack) => {
    const host = `mta-sts.${NAME}` as DnsName;
    zone.servePolicy(stack, "P", { host, path: "/${AWS::AccountId}.txt", body: `mx: ${SECRET}` });
  });
  const text = JSON.stringify(template);
  expect(text).not.toContain("{{resolve:");
  expect(text).toContain("GET/${!AWS::AccountId}.txt");
  const script = /"ZipFile":("(?:[^"\\]|\\.)*")/.exec(text)?.[1] ?? '""';
  const source: string = JSON.parse(script);
  expect(new Function(`${source.split("\n")[0]} return policy;`)()).toBe(`mx: ${SECRET}`);
});

test.each(["${Token[TOKEN.99999]}", "x ${Token[a.1]} y", "#{Token[TOKEN.0]}", "${TfToken[TOKEN.0]}"])(
  "text that only looks like a reference is refused: %s",
  (value) => {
    expect(() => recordsOf({ type: "TXT", name: NAME, ttl: 300, value })).toThrow(/looks like a reference/);
    expect(() =>
      recordsOf({ type: "CNAME", name: `a.${NAME}` as DnsName, ttl: 300, target: value as DnsName }),
    ).toThrow(/looks like a reference/);
  },
);

test("a reference of the program's passes", () => {
  const { Resources } = templateOf((zone, stack) => {
    const value = new CfnParameter(stack, "Text").valueAsString;
    zone.add(stack, "R", { type: "TXT", name: NAME, ttl: 300, value });
  });
  expect(JSON.stringify(Resources)).toContain('{"Ref":"Text"}');
});
