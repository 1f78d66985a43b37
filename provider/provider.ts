import { credentialVariables } from "../lib/credentials";
import { type Fault, formatFault, ok } from "../lib/fault";
import { ACTIONS } from "./actions/index";
import { type ConnectOptions, connect } from "./connect";
import { FUNCTIONS } from "./functions/index";
import { SYSTEM_CLOCK } from "./http/clock";
import type { Secret } from "./http/secret";
import type { Environment } from "./microsoft-auth/auth";
import { readAuth } from "./microsoft-auth/read-auth";
import { OBJECTS } from "./objects/resources";
import { bool, type Diagnostic, DiagnosticError, type Provider, provider, str } from "./plugin/index";
import { acceptedDomain } from "./resources/accepted-domain";
import { agentRiskPolicy } from "./resources/agent-risk-policy";
import { accountExposure } from "./resources/containment/exposure";
import { CONTAINMENT } from "./resources/containment/index";
import { randomPassword } from "./resources/containment/random-password";
import { directorySync } from "./resources/directory-sync";
import { dkimSigning } from "./resources/dkim-signing";
import { dkimSigningConfig } from "./resources/dkim-signing-config";
import type { Dns } from "./resources/dns/dns";
import { readDns } from "./resources/dns/dns-server";
import { dnsPropagation } from "./resources/dns-propagation";
import { dnssecForVerifiedDomain } from "./resources/dnssec-for-verified-domain";
import { domain } from "./resources/domain";
import { domainMembership } from "./resources/domain-membership";
import { domainServiceRecords } from "./resources/domain-service-records";
import { inboundConnector } from "./resources/inbound-connector";
import { irmTest } from "./resources/irm-test";
import type { M365 } from "./resources/m365";
import { outboundConnector } from "./resources/outbound-connector";
import { rmsTemplates } from "./resources/rms-templates";
import { roleGroupMember } from "./resources/role-groups/role-group-member";
import { roleGroupMembers } from "./resources/role-groups/role-group-members";
import { smtpDaneInbound } from "./resources/smtp-dane-inbound";
import { ssprRegistration } from "./resources/sspr-registration";
import { systemAlerts } from "./resources/system-alerts";
import { tenantAllowBlockListItem } from "./resources/tenant-allow-block-list-item";
import { tenantAllowBlockListSpoofItem } from "./resources/tenant-allow-block-list-spoof-item";
import { verifiedDomain } from "./resources/verified-domain";

/** What the provider meets outside. Tests give their own. */
export interface ProviderDependencies extends ConnectOptions {
  readonly env?: Environment;
  readonly dns?: Dns;
  readonly newPassword?: () => Secret;
}

/** The provider `m365`: the Exchange Online side of a mail domain, and what of a tenant's sign-ins azuread does not manage. */
export function m365(version: string, surroundings: ProviderDependencies = {}): Provider {
  const { env = process.env, dns, newPassword = randomPassword, ...connecting } = surroundings;
  return provider({
    name: "m365",
    version,
    description:
      "Exchange Online and Microsoft Purview as mail needs them: DKIM signing, connectors, accepted domains, protection policies, " +
      "mail flow rules, encryption, alerts, role groups, and the DNS records Microsoft wants; of Entra ID the methods by which " +
      "people sign in and what everybody may do. " +
      "Credentials by the names of azuread: what is left out comes from ARM_* in the environment.",
    attributes: {
      tenant_id: str({ optional: true, description: "GUID of the tenant. ARM_TENANT_ID." }),
      client_id: str({ optional: true, description: "GUID of the application. ARM_CLIENT_ID." }),
      client_secret: str({ optional: true, sensitive: true, description: "ARM_CLIENT_SECRET." }),
      client_certificate_path: str({
        optional: true,
        description: "PFX or PEM with the application's certificate and key. ARM_CLIENT_CERTIFICATE_PATH.",
      }),
      client_certificate_password: str({
        optional: true,
        sensitive: true,
        description: "ARM_CLIENT_CERTIFICATE_PASSWORD.",
      }),
      use_oidc: bool({ optional: true, description: "Sign in by a federated token. ARM_USE_OIDC." }),
      oidc_token: str({ optional: true, sensitive: true, description: "ARM_OIDC_TOKEN." }),
      oidc_token_file_path: str({ optional: true, description: "ARM_OIDC_TOKEN_FILE_PATH." }),
      oidc_request_url: str({ optional: true, description: "ARM_OIDC_REQUEST_URL, or GitHub's." }),
      oidc_request_token: str({
        optional: true,
        sensitive: true,
        description: "ARM_OIDC_REQUEST_TOKEN, or GitHub's.",
      }),
      credentials_prefix: str({
        optional: true,
        description:
          "What stands before the names of the environment variables that credentials come from: with CONTOSO it is " +
          "CONTOSO_ARM_CLIENT_ID and not ARM_CLIENT_ID. For stacks with several tenants.",
      }),
      environment: str({
        optional: true,
        description: "Microsoft's cloud: public, usgovernmentl4, usgovernmentl5 or china. ARM_ENVIRONMENT.",
      }),
    },

    async configure(config): Promise<M365> {
      const prefix = config.credentials_prefix ?? undefined;
      const auth = readAuth(
        {
          tenantId: config.tenant_id ?? undefined,
          clientId: config.client_id ?? undefined,
          clientSecret: config.client_secret ?? undefined,
          clientCertificatePath: config.client_certificate_path ?? undefined,
          clientCertificatePassword: config.client_certificate_password ?? undefined,
          useOidc: config.use_oidc ?? undefined,
          oidcToken: config.oidc_token ?? undefined,
          oidcTokenFilePath: config.oidc_token_file_path ?? undefined,
          oidcRequestUrl: config.oidc_request_url ?? undefined,
          oidcRequestToken: config.oidc_request_token ?? undefined,
          environment: config.environment ?? undefined,
        },
        authEnvironment(prefix, env),
      );
      const asked = dns ? ok(dns) : readDns(env);
      if (auth.ok && asked.ok) {
        const { clock = SYSTEM_CLOCK } = connecting;
        return { ...connect(auth.value, connecting), dns: asked.value, clock, newPassword };
      }
      const [first, ...rest] = [auth, asked].flatMap((result) =>
        result.ok ? [] : result.faults.map((fault) => configurationDiagnostic(fault, prefix)),
      );
      throw new DiagnosticError(first ?? { summary: "no credentials" }, ...rest);
    },

    resources: {
      ...OBJECTS,
      ...CONTAINMENT,
      m365_accepted_domain: acceptedDomain,
      m365_agent_risk_policy: agentRiskPolicy,
      m365_dkim_signing: dkimSigning,
      m365_dkim_signing_config: dkimSigningConfig,
      m365_dns_propagation: dnsPropagation,
      m365_dnssec_for_verified_domain: dnssecForVerifiedDomain,
      m365_domain: domainMembership,
      m365_inbound_connector: inboundConnector,
      m365_outbound_connector: outboundConnector,
      m365_role_group_member: roleGroupMember,
      m365_role_group_members: roleGroupMembers,
      m365_smtp_dane_inbound: smtpDaneInbound,
      m365_tenant_allow_block_list_item: tenantAllowBlockListItem,
      m365_tenant_allow_block_list_spoof_item: tenantAllowBlockListSpoofItem,
      m365_verified_domain: verifiedDomain,
    },
    dataSources: {
      m365_directory_sync: directorySync,
      m365_account_exposure: accountExposure,
      m365_domain: domain,
      m365_domain_service_records: domainServiceRecords,
      m365_irm_test: irmTest,
      m365_rms_templates: rmsTemplates,
      m365_sspr_registration: ssprRegistration,
      m365_system_alerts: systemAlerts,
    },
    functions: FUNCTIONS,
    actions: ACTIONS,
  });
}

/** The environment as credentials are read from it. */
function authEnvironment(prefix: string | undefined, env: Environment): Environment {
  return prefix === undefined ? env : { ...env, ...credentialVariables(env, { prefix }, "ARM") };
}

/** Faults name the variable: with it in the environment, there is no attribute to point at. */
function configurationDiagnostic(fault: Fault, prefix: string | undefined): Diagnostic {
  const detail = formatFault(fault);
  return {
    summary: `m365 cannot be configured: ${fault.message}`,
    detail: prefix === undefined ? detail : detail.replaceAll(/\bARM_(?=[A-Z])/g, `${prefix}_ARM_`),
  };
}
