import { dmarcMissing } from "./dmarc-missing";
import type { Rule } from "./rule";
import { spfMultipleRecords } from "./spf-multiple-records";

/** Every rule, sorted by id. Packs choose among them. */
export const RULES: readonly Rule[] = [dmarcMissing, spfMultipleRecords];
