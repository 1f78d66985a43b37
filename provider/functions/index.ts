import type { FunctionDefinition } from "../plugin/index";
import { mxHost } from "./mx-host";
import { spfLookups } from "./spf-lookups";

/** What provider m365 computes without asking anybody: `provider::m365::mx_host("contoso.com")`, from Terraform 1.8 on. */
export const FUNCTIONS: { readonly [name: string]: FunctionDefinition } = {
  mx_host: mxHost,
  spf_lookups: spfLookups,
};
