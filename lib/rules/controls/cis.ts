import type { ControlList } from "./control";

/** The CIS Microsoft 365 Foundations Benchmark, version 7.0, as far as DNS, Conditional Access and Exchange show it. */
export const cis = {
  title: "CIS Microsoft 365 Foundations Benchmark 7.0",
  issuer: "CIS Microsoft 365",
  url: "https://www.cisecurity.org/benchmark/microsoft_365",
  controls: {
    "1.1.2": { asks: "emergency accounts that no policy locks out", unmet: "warning" },
    "2.1.8": { asks: "SPF for each domain, with -all for domains that send nothing", unmet: "warning" },
    "2.1.9": { asks: "DKIM for each domain", unmet: "warning" },
    "2.1.10": {
      asks: "DMARC for each domain: quarantine or reject, with rua and ruf; reject for domains that send nothing",
      unmet: "warning",
    },
    "5.2.2.2": { asks: "a second factor from all users", unmet: "warning" },
    "5.2.2.3": { asks: "legacy authentication blocked", unmet: "warning" },
    "5.2.2.5": { asks: "a phishing-resistant factor from administrators", unmet: "warning" },
    "5.2.2.12": { asks: "the device code flow blocked", unmet: "warning" },
    "6.2.1": { asks: "no mail forwarded to the outside", unmet: "warning" },
  },
} as const satisfies ControlList;
