import { App } from "cdktf";
import { addCloudflareZone } from "../../hosts/cloudflare/constructs/add-zone";
import type { AddZone } from "../../hosts/zones";
import type { StateBackend } from "../../lib/estate";
import { DomainStack } from "../../stacks/domain-stack";
import type { DomainSource } from "../../stacks/stack-sources";
import { temporaryFolder } from "./temp";

/** What `loadZones` answers where all zones are at Cloudflare. */
const atCloudflare: AddZone = (stack, choice, _kept, versions) => {
  if (choice.host !== "cloudflare") throw new Error(`a zone at ${choice.host}`);
  return addCloudflareZone(stack, choice, versions.cloudflare);
};

/** The stack of a declared domain at Cloudflare. */
export function cloudflareStack(
  domain: DomainSource,
  state: StateBackend,
  app = new App({ outdir: temporaryFolder(), stackTraces: false }),
): DomainStack {
  return DomainStack.ofEstate(app, domain, { state, providers: {} }, atCloudflare);
}
