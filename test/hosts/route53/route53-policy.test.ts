import { runInNewContext } from "node:vm";
import { Match, type Template } from "aws-cdk-lib/assertions";
import { MtaSts } from "../../../constructs/mail/mta-sts";
import { Route53Zone } from "../../../hosts/route53/constructs/route53-zone";
import type { DnsName } from "../../../lib/dns/name";
import { templateOf } from "./cloudformation";

const zoneName = "contoso.com";
const hostedZoneId = "Z0423512YUPB93QHZ0IX";
const POLICY =
  "version: STSv1\r\nmode: enforce\r\nmx: contoso-com.mail.protection.outlook.com\r\nmax_age: 604800\r\n";

function withPolicy(): Template {
  return templateOf((stack) => {
    const zone = Route53Zone.fromHostedZoneId(stack, "Zone", { zoneName, hostedZoneId });
    const mxHosts = ["contoso-com.mail.protection.outlook.com" as DnsName];
    new MtaSts(stack, "MtaSts", { zone, domain: zoneName, mode: "enforce", mxHosts });
  });
}

/** The only resource of a type: its logical id and what it is. */
function only(template: Template, type: string) {
  const [entry, ...others] = Object.entries(template.findResources(type));
  if (!entry || others.length > 0) throw new Error(`${others.length} more of ${type}`);
  return { id: entry[0], properties: entry[1].Properties };
}

describe("the policy of a domain at Route 53", () => {
  test("is what the function answers, as text", async () => {
    const { properties } = only(withPolicy(), "AWS::Lambda::Function");
    const exports: { handler?: (event: object) => Promise<unknown> } = {};
    runInNewContext(properties.Code.ZipFile, { exports });
    expect(JSON.parse(JSON.stringify(await exports.handler?.({})))).toEqual({
      statusCode: 200,
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "max-age=300" },
      body: POLICY,
    });
    expect(properties).toMatchObject({ Handler: "index.handler", Runtime: "nodejs24.x", Timeout: 3 });
  });

  test("is served at its path alone, and at no other host", () => {
    const template = withPolicy();
    const api = { Ref: only(template, "AWS::ApiGatewayV2::Api").id };
    template.hasResourceProperties("AWS::ApiGatewayV2::Api", { DisableExecuteApiEndpoint: true });
    expect(only(template, "AWS::ApiGatewayV2::Route").properties).toMatchObject({
      ApiId: api,
      RouteKey: "GET /.well-known/mta-sts.txt",
    });
    template.hasResourceProperties("AWS::ApiGatewayV2::Stage", { StageName: "$default", AutoDeploy: true });
    template.hasResourceProperties("AWS::ApiGatewayV2::ApiMapping", { ApiId: api });
  });

  test("has a certificate that is proven in the zone, and addresses of both kinds", () => {
    const template = withPolicy();
    template.hasResourceProperties("AWS::CertificateManager::Certificate", {
      DomainName: "mta-sts.contoso.com",
      ValidationMethod: "DNS",
      DomainValidationOptions: [{ DomainName: "mta-sts.contoso.com", HostedZoneId: hostedZoneId }],
    });
    const domain = only(template, "AWS::ApiGatewayV2::DomainName");
    expect(domain.properties.DomainNameConfigurations).toEqual([
      {
        CertificateArn: { Ref: only(template, "AWS::CertificateManager::Certificate").id },
        EndpointType: "REGIONAL",
        IpAddressType: "dualstack",
        SecurityPolicy: "TLS_1_2",
      },
    ]);
    for (const Type of ["A", "AAAA"]) {
      template.hasResourceProperties("AWS::Route53::RecordSet", {
        Name: "mta-sts.contoso.com.",
        Type,
        AliasTarget: {
          DNSName: { "Fn::GetAtt": [domain.id, "RegionalDomainName"] },
          HostedZoneId: { "Fn::GetAtt": [domain.id, "RegionalHostedZoneId"] },
        },
      });
    }
  });

  test("comes from a function that may do nothing and that only its route may call", () => {
    const template = withPolicy();
    const role = only(template, "AWS::IAM::Role").properties;
    expect(Object.keys(role)).toEqual(["AssumeRolePolicyDocument"]);
    expect(role.AssumeRolePolicyDocument.Statement).toEqual([
      { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]);
    template.hasResourceProperties("AWS::Lambda::Permission", {
      Principal: "apigateway.amazonaws.com",
      SourceArn: {
        "Fn::Sub": [
          "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/GET/.well-known/mta-sts.txt",
          { Api: { Ref: only(template, "AWS::ApiGatewayV2::Api").id } },
        ],
      },
    });
  });

  test("is up before its record says so", () => {
    const template = withPolicy();
    const served = [
      "AWS::ApiGatewayV2::ApiMapping",
      "AWS::ApiGatewayV2::Stage",
      "AWS::Lambda::Function",
      "AWS::Lambda::Permission",
    ].map((type) => only(template, type).id);
    template.hasResource("AWS::Route53::RecordSet", {
      Properties: { Name: "_mta-sts.contoso.com." },
      DependsOn: Match.arrayWith(served.sort()),
    });
  });

  test("cannot be served where the zone's id is not known", () => {
    expect(() =>
      templateOf((stack) => {
        const zone = Route53Zone.fromZoneName(stack, "Zone", { zoneName });
        zone.servePolicy(stack, "Policy", { host: "mta-sts.contoso.com" as DnsName, path: "/", body: "" });
      }),
    ).toThrow(
      "zone contoso.com: the certificate of a policy needs the id of the hosted zone; expected a zone by its id; use Route53Zone.fromHostedZoneId, or hosting: external",
    );
  });
});
