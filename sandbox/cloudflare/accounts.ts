import type { Access } from "./access";
import { page, success } from "./envelope";
import { noRoute, type Routes } from "./router";
import { DEFAULT_ACCOUNT, idOf, type ZoneStore } from "./zone-store";

const PAGES = { usual: 20, most: 50 };

/** Who asks, and the accounts: those of the zones. */
export function accounts(store: ZoneStore, access: Pick<Access, "of">): Routes {
  const ids = () => [...new Set([DEFAULT_ACCOUNT, ...store.zones().map(({ accountId }) => accountId)])];
  return {
    "GET user/tokens/verify": ({ request }) =>
      success({ id: idOf("token", String(request.headers.authorization)), status: "active" }),
    "GET user": () => success({ id: idOf("user"), email: "sandbox@contoso.com", suspended: false }),
    "GET accounts": ({ query, request }) => {
      const { items, info } = page(ids().filter(access.of(request.headers)), query, PAGES);
      return success(items.map(shown), info);
    },
    "GET accounts/:account": (call) => {
      const id = call.param("account");
      if (!ids().includes(id)) throw noRoute(`accounts/${id}`);
      return success(shown(id));
    },
  };
}

function shown(id: string) {
  return { id, name: "Sandbox", type: "standard", settings: { enforce_twofactor: false } };
}
