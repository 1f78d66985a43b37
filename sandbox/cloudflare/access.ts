import type { WorldCredentials } from "../../lib/world/world";
import { tokenOf } from "../cloud/credentials";
import { authorize } from "./authorize";
import { ApiError } from "./envelope";
import { isPermitted } from "./permissions";
import { DEFAULT_ACCOUNT, type ZoneStore } from "./zone-store";

/** What a token may see, by the ids of accounts. */
type Sees = (accountId: string) => boolean;

const EVERYTHING: Sees = () => true;

/** Which accounts a token opens: all, but in a world with several credentials those that it names for each. */
export class Access {
  /** @param credentials @default any token opens everything */
  constructor(
    private readonly store: ZoneStore,
    private readonly credentials: readonly WorldCredentials[] = [],
  ) {}

  /** @throws ApiError for a token that is missing, is none, or that nobody has */
  of(headers: Readonly<Record<string, string | string[] | undefined>>): Sees {
    const known = this.whose(headers);
    if (known === undefined) return EVERYTHING;
    const { prefix, accounts } = known;
    return (id) => accounts.includes(id) || (prefix === undefined && id === DEFAULT_ACCOUNT);
  }

  private whose(
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): WorldCredentials | undefined {
    const token = authorize(headers);
    if (this.credentials.length === 0) return undefined;
    const known = this.credentials.find(({ prefix }) => tokenOf(prefix) === token);
    if (known !== undefined) return known;
    throw new ApiError(403, { code: 9109, message: "Invalid access token" });
  }

  /**
   * @param path below `/client/v4/`
   * @throws ApiError for a zone or an account that the token does not open, and for what it has no permission for
   */
  require(
    path: string,
    method: string,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    const { permissions } = this.whose(headers) ?? {};
    if (permissions && !isPermitted(permissions, method, path)) {
      throw new ApiError(403, { code: 10_000, message: "Authentication error" });
    }
    const sees = this.of(headers);
    const [kind, id = ""] = path.split("/");
    const account = kind === "zones" ? this.store.zone(id)?.accountId : kind === "accounts" ? id : undefined;
    if (account === undefined || account === "" || sees(account)) return;
    throw new ApiError(403, { code: 9109, message: "Unauthorized to access requested resource" });
  }
}
