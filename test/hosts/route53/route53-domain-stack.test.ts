import { Template } from "aws-cdk-lib/assertions";
import { domainsOfKind } from "../../../stacks/stack-makers";
import { declaredBy } from "../../support/estate";
import { answeredRecords, hostedStack } from "./cloudformation";
import { HOSTED_ESTATE } from "./hosted-estate";

const { domains } = declaredBy(HOSTED_ESTATE);
const sources = domainsOfKind("aws", domains);

function stackOf(name: string) {
  const source = sources.find(({ estate }) => estate.name === name);
  if (!source) throw new Error(`no domain ${name}`);
  return hostedStack(source);
}

const KEPT = "contoso.com TXT google-site-verification=abc";

describe.each(domains)("the stack of $estate.name", ({ estate: { name }, declaration }) => {
  test("has every declared record and what is kept beside them, and no other", () => {
    const declared = declaration.records.map(({ record }) => `${record.name} ${record.type}`);
    const answered = answeredRecords(Template.fromStack(stackOf(name)));
    const written = answered.filter((record) => `${record.name} ${record.type} ${record.data}` !== KEPT);
    expect(written.map((record) => `${record.name} ${record.type}`).sort()).toEqual(declared.sort());
  });

  test("has each record set once, in its own zone", () => {
    const sets = Template.fromStack(stackOf(name)).findResources("AWS::Route53::RecordSet");
    const keys = Object.values(sets).map(({ Properties: { Name, Type } }) => `${Name} ${Type}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("is protected from cdk destroy, which would take its mail off the Internet", () => {
    expect(stackOf(name).terminationProtection).toBe(true);
  });
});

test("a stack is deployed where the estate says, and where nothing is said by whoever deploys", () => {
  const environments = sources.map(({ estate: { name } }) => stackOf(name).environment);
  expect(environments).toEqual([
    "aws://111122223333/eu-central-1",
    "aws://unknown-account/unknown-region",
    "aws://011122223333/unknown-region",
    "aws://111122223333/eu-central-1",
  ]);
});

test("no two domains share the name of a CloudFormation stack", () => {
  const names = ["a-b.com", "a.b.com", "a--b.com"].map((name) => {
    const [source] = sources;
    if (!source) throw new Error("no domain");
    return hostedStack({ ...source, estate: { ...source.estate, name: name as typeof source.estate.name } })
      .stackName;
  });
  expect(names).toEqual(["mail-a--b-com", "mail-a-b-com", "mail-a----b-com"]);
});

test("the text of an SPF record with macros, a long TXT and a kept one come through", () => {
  const data = answeredRecords(Template.fromStack(stackOf("contoso.com"))).map((record) => record.data);
  expect(data).toEqual(
    expect.arrayContaining([
      "v=spf1 include:spf.protection.outlook.com exists:%{i}._spf.%{d} -all",
      "0123456789".repeat(70),
      "google-site-verification=abc",
    ]),
  );
});
