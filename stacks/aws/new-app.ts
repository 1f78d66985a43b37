import { App } from "aws-cdk-lib/core";

/**
 * An AWS CDK app that writes nothing but what is deployed. CloudFormation's rules are not run over each template, which
 * takes seconds: this project's tests run them over every kind of template that it makes.
 */
export function newApp(outdir: string): App {
  return new App({
    outdir,
    analyticsReporting: false,
    treeMetadata: false,
    stackTraces: false,
    builtinCloudFormationValidation: false,
    context: { "aws:cdk:enable-path-metadata": false },
  });
}
