/** The application that may have tokens, in every tenant. */
export interface Application {
  readonly clientId: string;
  readonly clientSecret: string;
  /** PEM. */
  readonly certificate?: string | undefined;
  /** The token of the federated identity that is trusted. */
  readonly federatedToken?: string | undefined;
  /** Is every token trusted that is meant for Entra ID's exchange of tokens, whoever issued it? @default false */
  readonly trustsFederation?: boolean | undefined;
}
