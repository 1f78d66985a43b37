import { CmdletError, type Row } from "../table";
import { dropDkimKey } from "../tenant/dkim";
import { newDkimConfig } from "../tenant/dkim-config";
import { type Cmdlet, refuse, type Tenant } from "./cmdlet";

const CANONICALIZATION = ["Relaxed", "Simple"] as const;
const SETTINGS = {
  HeaderCanonicalization: CANONICALIZATION,
  BodyCanonicalization: CANONICALIZATION,
} as const;

/** How long Exchange waits before the new key of a rotation signs. */
const ROTATION_HOURS = 96;

export const DKIM: Readonly<Record<string, Cmdlet>> = {
  "Get-DkimSigningConfig": {
    parameters: { Identity: "text" },
    run: ({ Identity }, tenant) => {
      const rows = Identity === undefined ? tenant.state.dkim.all() : [tenant.state.dkim.get(Identity)];
      for (const row of rows) refresh(row, tenant);
      return { rows };
    },
  },
  "New-DkimSigningConfig": {
    parameters: {
      DomainName: "text",
      Enabled: "flag",
      KeySize: "number",
      AdminDisplayName: "text",
      ...SETTINGS,
    },
    required: ["DomainName", "Enabled"],
    run: ({ DomainName, Enabled, KeySize = 1024, ...settings }, tenant) => {
      const domain = String(DomainName).toLowerCase();
      checkKeySize(KeySize);
      if (tenant.state.acceptedDomains.find(domain) === undefined) {
        refuse(`The domain '${domain}' isn't an accepted domain of your organization.`);
      }
      const row = newDkimConfig(domain, Number(KeySize), tenant.state);
      // An existing one is refused before the CNAMEs are looked at.
      if (tenant.state.dkim.find(domain) === undefined && Enabled === true) checkPublished(row, tenant);
      const added = tenant.state.dkim.add(domain, { ...row, Enabled, ...settings });
      refresh(added, tenant);
      return { rows: [added] };
    },
  },
  "Set-DkimSigningConfig": {
    parameters: { Identity: "text", Enabled: "flag", PublishTxtRecords: "flag", ...SETTINGS },
    required: ["Identity"],
    run: ({ Identity, PublishTxtRecords: _, ...settings }, tenant) => {
      const row = tenant.state.dkim.get(Identity);
      refresh(row, tenant);
      if (settings.Enabled === true) checkPublished(row, tenant);
      const changed = Object.entries(settings).some(([name, value]) => row[name] !== value);
      Object.assign(row, settings);
      return {
        rows: [],
        warnings: changed
          ? []
          : [`The command completed successfully but no settings of '${Identity}' have been modified.`],
      };
    },
  },
  "Rotate-DkimSigningConfig": {
    parameters: { Identity: "text", KeySize: "number" },
    required: ["Identity"],
    run: ({ Identity, KeySize }, tenant) => {
      const row = tenant.state.dkim.get(Identity);
      if (KeySize !== undefined) checkKeySize(KeySize);
      if (Date.parse(String(row.RotateOnDate)) > Date.now()) {
        refuse(`The DKIM keys of '${Identity}' are being rotated. Wait until ${row.RotateOnDate}.`);
      }
      const signing = row.SelectorAfterRotateOnDate;
      const next = signing === "selector1" ? "selector2" : "selector1";
      dropDkimKey(tenant.state, next, String(row.Domain));
      Object.assign(row, {
        SelectorBeforeRotateOnDate: signing,
        SelectorAfterRotateOnDate: next,
        KeyCreationTime: new Date().toISOString(),
        RotateOnDate: new Date(Date.now() + ROTATION_HOURS * 3_600_000).toISOString(),
        // Only the selector that signs next gets a new key, and the new size.
        ...(KeySize === undefined
          ? {}
          : { [next === "selector1" ? "Selector1KeySize" : "Selector2KeySize"]: KeySize }),
      });
      return { rows: [] };
    },
  },
  "Remove-DkimSigningConfig": {
    parameters: { Identity: "text", Confirm: "flag" },
    required: ["Identity"],
    run: ({ Identity }, { state }) => {
      const domain = String(state.dkim.get(Identity).Domain);
      for (const selector of ["selector1", "selector2"]) dropDkimKey(state, selector, domain);
      state.dkim.remove(Identity);
      return { rows: [] };
    },
  },
};

function published(row: Row, { dns }: Tenant): boolean {
  const domain = String(row.Domain);
  return (["selector1", "selector2"] as const).every((selector) => {
    const target = selector === "selector1" ? row.Selector1CNAME : row.Selector2CNAME;
    return dns.points(domain, `${selector}._domainkey.${domain}`, String(target));
  });
}

/** A config without keys (seeded by a test, as Exchange makes for domains nobody asked about) has no CNAMEs either. */
function refresh(row: Row, tenant: Tenant): void {
  tenant.dns.look(String(row.Domain));
  row.LastChecked = new Date().toISOString();
  if (!row.Selector1CNAME) row.Status = "NoDKIMKeys";
  else row.Status = published(row, tenant) ? "Valid" : "CnameMissing";
}

function checkPublished(row: Row, tenant: Tenant): void {
  if (published(row, tenant)) return;
  throw new CmdletError(
    400,
    "Microsoft.Exchange.Management.Tasks.ValidationException",
    `CNAME record does not exist for this config. Please publish the following two CNAME records first. Domain Name : ${row.Domain} Host Name : selector1._domainkey Points to address or value: ${row.Selector1CNAME} Host Name : selector2._domainkey Points to address or value: ${row.Selector2CNAME}`,
  );
}

function checkKeySize(size: unknown): void {
  if (size !== 1024 && size !== 2048)
    refuse(`The key size '${size}' is invalid. Valid values are 1024 and 2048.`);
}
