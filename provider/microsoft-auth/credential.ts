import { CloudError } from "../http/cloud-error";

/** What a credential proves itself to. */
export interface Proof {
  readonly clientId: string;
  /** The token endpoint, which is the audience of a signed assertion. */
  readonly tokenEndpoint: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** For one answer of a federated identity's own service, in milliseconds. */
  readonly timeout: number;
}

/** How an application proves to Entra ID that it is itself. */
export interface Credential {
  /** In words, for messages: `client secret`, `client certificate`, `federated token`. */
  readonly kind: string;
  /**
   * The form fields of the token request that prove it, made anew for each request.
   * @throws CloudError without any secret in it
   */
  fields(proof: Proof): Promise<Readonly<Record<string, string>>>;
}

/** The form fields of a signed statement about the application (RFC 7523 §2.2). */
export function assertionFields(assertion: string): Readonly<Record<string, string>> {
  return {
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
  };
}

/** The error of a credential that cannot be used as it is. The message holds nothing of its content. */
export function unusable(message: string): CloudError {
  return new CloudError({ status: 0, code: "unusable-credential", message, untouched: true });
}
