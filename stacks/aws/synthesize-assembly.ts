import { DefaultStackSynthesizer, type IStackSynthesizer } from "aws-cdk-lib/core";
import { trusted } from "../../constructs/read-declaration";
import { Route53DomainStack } from "../../hosts/route53/constructs/route53-domain-stack";
import type { DomainSource } from "../stack-sources";
import { type Artifacts, tidyManifest } from "./assembly";
import { newApp } from "./new-app";

/** A folder to fill with the stacks of domains at Route 53. */
export interface AssemblyOrder {
  /** The folder: empty, and there. */
  readonly outdir: string;
  readonly domains: readonly DomainSource[];
  /** The entries of stacks that are not made now. */
  readonly kept: ReadonlyMap<string, Artifacts>;
  /** By stack, the one that creates its zone. */
  readonly creators: ReadonlyMap<string, string>;
}

/**
 * The AWS CDK's own way of deploying, by the roles and the bucket of `cdk bootstrap`. The CLI asks for their version
 * before it deploys; without this option each template would ask again.
 */
function synthesizer(): IStackSynthesizer {
  const standard = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
  // Its types were not written for exactOptionalPropertyTypes; it is what the interface is for.
  return standard as IStackSynthesizer;
}

/** Writes a cloud assembly: what `cdk deploy --app <folder>` takes, without running a program. */
export function synthesizeAssembly({ outdir, domains, kept, creators }: AssemblyOrder): void {
  const app = newApp(outdir);
  for (const { estate, declaration, kept: foreign } of domains) {
    const { name, zone } = estate;
    if (zone.host !== "route53") throw new TypeError(`${name} is no domain of the AWS CDK`);
    new Route53DomainStack(app, name, {
      declaration: trusted(declaration),
      zone,
      kept: foreign.map(({ record }) => record),
      // One that several stacks share writes the assets of all into the file of the last.
      synthesizer: synthesizer(),
    });
  }
  app.synth();
  tidyManifest(outdir, kept, creators);
}
