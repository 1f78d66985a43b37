/** Mail as data: everything in this project that needs neither cdktf nor a network. */
export * from "./dns/address";
export * from "./dns/address-set";
export * from "./dns/name";
export * from "./dns/parse-record";
export * from "./dns/record";
export * from "./dns/resolve";
export * from "./dns/txt";
export * from "./dns/zone-file";
export * from "./estate";
export * from "./fault";
export * from "./identity/baselines";
export * from "./identity/baselines/packs";
export * from "./identity/estate";
export * from "./identity/graph";
export * from "./identity/options";
export * from "./identity/parse-policy";
export * from "./identity/plan";
export * from "./identity/policy";
export * from "./identity/sspr";
export * from "./mail/bimi";
export * from "./mail/dkim";
export * from "./mail/dmarc";
export * from "./mail/mta-sts";
export * from "./mail/mx-operators";
export * from "./mail/spf";
export * from "./mail/tls-rpt";
export * from "./microsoft/clouds";
export * from "./microsoft/eop-host";
export * from "./microsoft/token";
export * from "./posture/choose-rules";
export * from "./posture/conflicts";
export * from "./posture/declare";
export * from "./posture/declared";
export * from "./posture/estate";
export * from "./posture/evaluate";
export * from "./posture/finding";
export * from "./posture/intent";
export * from "./posture/model";
export * from "./posture/options";
export * from "./posture/packs";
export * from "./posture/plan";
export * from "./posture/record";
export * from "./posture/rules";
export * from "./posture/rules/rule";
export * from "./posture/sift";
export * from "./report/findings-json";
export * from "./report/findings-text";
export * from "./report/junit";
export * from "./report/paint";
export * from "./report/review/json";
export * from "./report/review/markdown";
export * from "./report/review/terminal";
export * from "./report/sarif";
export { type Change, RISKS, type Risk } from "./review/changes/change";
export {
  type Allowance,
  type Exceeded,
  LIMITS,
  type Limit,
  parseAllowance,
  type ReviewLimits,
  reviewLimits,
} from "./review/limits";
export * from "./review/plan/plan";
export * from "./review/plan/read-plan";
export * from "./review/review";
export * from "./review/subject";
export * from "./review/surroundings";
export * from "./senders";
