import type { Row } from "../table";
import { dkimTargets, type Naming } from "./names";

/** A DKIM signing config as Exchange makes it, whose CNAMEs nobody has looked for yet. */
export function newDkimConfig(domain: string, keySize: number, naming: Naming): Row {
  const targets = dkimTargets(domain, naming);
  const created = new Date().toISOString();
  return {
    Domain: domain,
    AdminDisplayName: "",
    Selector1CNAME: targets.selector1,
    Selector2CNAME: targets.selector2,
    Selector1KeySize: keySize,
    Selector2KeySize: keySize,
    HeaderCanonicalization: "Relaxed",
    BodyCanonicalization: "Relaxed",
    Algorithm: "RsaSHA256",
    NumberOfBytesToSign: "All",
    IncludeSignatureCreationTime: true,
    IncludeKeyExpiration: false,
    KeyCreationTime: created,
    RotateOnDate: created,
    SelectorBeforeRotateOnDate: "selector2",
    SelectorAfterRotateOnDate: "selector1",
    IsDefault: false,
    Status: "CnameMissing",
  };
}
