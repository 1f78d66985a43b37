// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365UserSessionsRevocation is declared with. */
export interface M365UserSessionsRevocationProps extends TerraformMetaArguments {
  /** Whose account it is: the user principal name. */
  readonly userPrincipalName: string;
  /** When the incident began, by RFC 3339. Another time is another incident: the act is done again. */
  readonly since: string;
}

const ATTRIBUTES = { userPrincipalName: text, since: text };

/** The sessions of an account, ended once for an incident. Proven by signInSessionsValidFromDateTime: what was issued before it is not renewed. An access token that is out works for up to an hour, unless the service evaluates access continuously. Whoever signs in after it stands in sign_ins, and is a change. Destroy changes nothing. */
export class M365UserSessionsRevocation extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_user_sessions_revocation";

  private readonly props: M365UserSessionsRevocationProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365UserSessionsRevocationProps) {
    const config = readConfig("M365UserSessionsRevocation", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365UserSessionsRevocation.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Whose account it is: the user principal name. */
  get userPrincipalName(): string {
    return this.getStringAttribute("user_principal_name");
  }

  /** When the incident began, by RFC 3339. Another time is another incident: the act is done again. */
  get since(): string {
    return this.getStringAttribute("since");
  }

  /** From when on sessions count, as the directory said after the act. */
  get sessionsValidFrom(): string {
    return this.getStringAttribute("sessions_valid_from");
  }

  /** Interactive sign-ins that succeeded since. Planned to be empty: with one, sessions are ended again. Needs Entra ID P1. */
  get signIns(): string[] {
    return Fn.tolist(this.getListAttribute("sign_ins"));
  }

  /** Why sign-ins could not be seen when they were last looked for; null if they could. */
  get signInsUnknown(): string {
    return this.getStringAttribute("sign_ins_unknown");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { user_principal_name: props.userPrincipalName, since: props.since };
  }
}
