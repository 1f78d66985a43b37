import {
  CfnApi,
  CfnApiMapping,
  CfnDomainName,
  CfnIntegration,
  CfnRoute,
  CfnStage,
} from "aws-cdk-lib/aws-apigatewayv2";
import { CfnCertificate } from "aws-cdk-lib/aws-certificatemanager";
import { CfnRole } from "aws-cdk-lib/aws-iam";
import { CfnFunction, CfnPermission } from "aws-cdk-lib/aws-lambda";
import { CfnRecordSet } from "aws-cdk-lib/aws-route53";
import { Fn } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { ServedPolicy } from "../../../constructs/zone/mail-zone";
import { literalScript, literalSub } from "./cloudformation-text";

/**
 * A text served over HTTPS at a host of the zone by an HTTP API with a function of a few lines: everything is in the
 * zone's own region and account, costs nothing while nobody asks, and changes within seconds.
 * Decision 019 says what else was weighed.
 */
export class Route53Policy extends Construct {
  constructor(scope: Construct, id: string, hostedZoneId: string, policy: ServedPolicy) {
    super(scope, id);
    const { host, path } = policy;
    const served = this.addFunction(policy);
    const api = new CfnApi(this, "Api", {
      name: host,
      protocolType: "HTTP",
      disableExecuteApiEndpoint: true,
    });
    const integration = new CfnIntegration(this, "Integration", {
      apiId: api.ref,
      integrationType: "AWS_PROXY",
      integrationUri: served.attrArn,
      payloadFormatVersion: "2.0",
    });
    // Whatever else is asked the API answers itself, with 404.
    const route = new CfnRoute(this, "Route", {
      apiId: api.ref,
      routeKey: `GET ${path}`,
      target: `integrations/${integration.ref}`,
    });
    const stage = new CfnStage(this, "Stage", { apiId: api.ref, stageName: "$default", autoDeploy: true });
    stage.addResourceDependency(route);
    new CfnPermission(this, "Permission", {
      action: "lambda:InvokeFunction",
      functionName: served.ref,
      principal: "apigateway.amazonaws.com",
      sourceArn: Fn.sub(
        `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Api}/*/GET${literalSub(path)}`,
        {
          Api: api.ref,
        },
      ),
    });
    const domain = this.addDomain(host, hostedZoneId);
    new CfnApiMapping(this, "Mapping", { apiId: api.ref, domainName: domain.ref, stage: stage.ref });
  }

  /** It may do nothing at AWS, not even write a log. */
  private addFunction(policy: ServedPolicy): CfnFunction {
    const role = new CfnRole(this, "Role", {
      assumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
        ],
      },
    });
    return new CfnFunction(this, "Function", {
      description: `Answers https://${policy.host}${policy.path}`,
      runtime: "nodejs24.x",
      architectures: ["arm64"],
      handler: "index.handler",
      memorySize: 128,
      timeout: 3,
      role: role.attrArn,
      code: { zipFile: policyFunction(policy) },
    });
  }

  /** The host's name, its certificate (CloudFormation proves the name in the zone), and its addresses. */
  private addDomain(host: string, hostedZoneId: string): CfnDomainName {
    const certificate = new CfnCertificate(this, "Certificate", {
      domainName: host,
      validationMethod: "DNS",
      domainValidationOptions: [{ domainName: host, hostedZoneId }],
    });
    const domain = new CfnDomainName(this, "Domain", {
      domainName: host,
      domainNameConfigurations: [
        {
          certificateArn: certificate.ref,
          endpointType: "REGIONAL",
          ipAddressType: "dualstack",
          securityPolicy: "TLS_1_2",
        },
      ],
    });
    for (const type of ["A", "AAAA"]) {
      new CfnRecordSet(this, type, {
        hostedZoneId,
        name: `${host}.`,
        type,
        aliasTarget: {
          dnsName: domain.attrRegionalDomainName,
          hostedZoneId: domain.attrRegionalHostedZoneId,
        },
      });
    }
    return domain;
  }
}

/** The source of the function: the text is part of it, so that a reviewer reads it in the diff. */
function policyFunction({ body }: Pick<ServedPolicy, "body">): string {
  return `const policy = ${literalScript(body)};

exports.handler = async () => ({
  statusCode: 200,
  headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "max-age=300" },
  body: policy,
});
`;
}
