import { dataProps, type LiveProp, liveProp, optionalLiveProp, readProps } from "../constructs/read-props";
import { givenEstate } from "../lib/declare/given-estate";
import type { Estate } from "../lib/estate/model";
import { isMapping } from "../lib/mapping";
import { text } from "../lib/schema/scalars";
import { closed, may } from "../lib/schema/shapes";
import { type SynthesizeOptions, type SynthesizeResult, synthesize as synthesizeRead } from "./synthesize";

const OptionsSchema = closed({ out: text, tool: may(text) });

const ESTATE: LiveProp<Estate> = {
  is: (value): value is Estate => isMapping(value),
  expected: "what defineEstate answers",
};

const NAMES: LiveProp<ReadonlySet<string>> = {
  is: (value): value is ReadonlySet<string> => value instanceof Set,
  expected: "a Set of names",
};

/**
 * Synthesizes an estate without the cdktf CLI: the same bytes as `cdktf synth`; and without the CDK CLI what
 * `cdk deploy --app <out>/aws` takes. A failure while the output is made changes nothing; one while it is moved into place
 * leaves whole files, old and new, and the next synth makes all of them. Terraform's own files in the stacks' folders stay.
 * @throws FaultError with what is wrong with the options
 * @throws Error if a domain is at Route 53 and aws-cdk-lib is not installed
 */
export async function synthesize(options: SynthesizeOptions): Promise<SynthesizeResult> {
  const kind = "synthesize";
  const { out, tool } = readProps(kind, OptionsSchema, dataProps(kind, options, ["estate", "only"]));
  const estate = givenEstate(liveProp(kind, options, "estate", ESTATE));
  return synthesizeRead({ out, estate, tool, only: optionalLiveProp(kind, options, "only", NAMES) });
}
