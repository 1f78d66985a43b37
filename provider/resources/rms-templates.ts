import { list, str } from "../plugin/index";
import { text } from "./exchange-values";
import { dataSource } from "./m365";

/** Source: https://learn.microsoft.com/powershell/module/exchangepowershell/get-rmstemplate */
export const rmsTemplates = dataSource({
  description:
    "The names that apply_rights_protection_template of a transport rule takes. None: Azure RMS is not active, or internal licensing is off.",
  attributes: {
    names: list(str(), {
      computed: true,
      description: "Encrypt, Do Not Forward, and those of labels; sorted.",
    }),
  },

  async read(_, { client, signal }) {
    const rows = await client.exchange.invoke("Get-RMSTemplate", {}, { signal });
    return { names: rows.flatMap((row) => text(row, "Name") ?? []).sort() };
  },
});
