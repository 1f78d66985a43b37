import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { IConstruct } from "constructs";
import { EopInbound } from "../../constructs/mail/eop-inbound";
import { CloudflareZone } from "../../hosts/cloudflare/constructs/cloudflare-zone";
import { synthesized } from "../support/synth";
import { temporaryFolder } from "../support/temp";
import { terraform } from "../support/terraform";

/** The MX records of a list of hosts, as `terraform_data` with the same names, contents and dependencies. */
function mxRecords(hosts: readonly string[]): object {
  const { resource } = synthesized((stack): IConstruct => {
    const zone = CloudflareZone.fromZoneId(stack, "Zone", {
      zoneName: "contoso.com",
      zoneId: "0".repeat(32),
    });
    const mx = hosts.map((host, index) => ({ host, priority: 10 * index }));
    return new EopInbound(stack, "Inbound", { zone, domain: "contoso.com", mx });
  });
  const standIns = Object.entries(resource?.cloudflare_dns_record ?? {}).map(
    ([name, { content, depends_on }]) => {
      const after = Array.isArray(depends_on) ? depends_on.map(String) : [];
      return [
        name,
        {
          input: content,
          depends_on: after.map((address) => address.replace("cloudflare_dns_record.", "terraform_data.")),
        },
      ];
    },
  );
  return { resource: { terraform_data: Object.fromEntries(standIns) } };
}

describe("Terraform changes a list of MX hosts without ever writing one of them twice", () => {
  const folder = temporaryFolder();
  /** What Terraform did, in its order. */
  const apply = (hosts: readonly string[]): readonly string[] => {
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(mxRecords(hosts)));
    const log = terraform(folder, "apply", "-auto-approve");
    return [...log.matchAll(/^terraform_data\.([\w-]+): (Creat|Modif|Destr)\w+ complete/gm)].map(
      ([, name, verb]) => `${verb} ${name}`,
    );
  };

  beforeAll(() => {
    writeFileSync(join(folder, "main.tf.json"), "{}");
    terraform(folder, "init");
    apply(["old.contoso.net"]);
  });

  test("a host put in front: the first record takes it, then the old host gets a record of its own", () => {
    expect(apply(["new.contoso.net", "old.contoso.net"])).toEqual(["Modif Mx", "Creat Mx-old_contoso_net"]);
  });

  test("two hosts that change places: the second's record goes, the first takes its host, then the other comes", () => {
    expect(apply(["old.contoso.net", "new.contoso.net"])).toEqual([
      "Destr Mx-old_contoso_net",
      "Modif Mx",
      "Creat Mx-new_contoso_net",
    ]);
  });

  test("the front host replaced by the second, and a third behind it", () => {
    expect(apply(["new.contoso.net", "third.contoso.net"])).toEqual([
      "Destr Mx-new_contoso_net",
      "Modif Mx",
      "Creat Mx-third_contoso_net",
    ]);
  });

  test("the front host taken away: the second record goes, then the first takes its host", () => {
    expect(apply(["third.contoso.net"])).toEqual(["Destr Mx-third_contoso_net", "Modif Mx"]);
  });
});
