import { dkim } from "../../../../lib/review/changes/dkim";
import { contoso, sentences, stateWith } from "../before-after";

/** 1024-bit RSA keys, as openssl made them. */
const KEY =
  "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB";
const key = (p: string) => `s1._domainkey.contoso.com TXT v=DKIM1; k=rsa; p=${p}`;
const OLD = key(KEY);
const NEW = key(
  "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCbob9XVpNndvkIcT+nDC+zI6mB33bvz+n446T53FYhoI3H8zgKggNk2aAKiVSmwvfwmTIqeg9pCJBYnq6u2lxuo5Pyhgyqw/ZOaIdcCL5fXSH1HvwstoLdhrDUgWZ6pesYVSyAJuWAxcYb6f46BPfnmmAAX9TaVZaqYTWI8ITugQIDAQAB",
);
const PROXIED = "s1._domainkey.contoso.com A (routed)";
const NO_KEY = "(receivers find addresses there and no key, and mail that is signed with it fails)";
const REVOKED = key("");
const BROKEN = "s1._domainkey.contoso.com TXT v=DKIM1; k=rsa; p=!";
const ALIAS = "s1._domainkey.contoso.com CNAME s1.dkim.contoso.net";
const OTHER_ALIAS = "s1._domainkey.contoso.com CNAME s1.dkim.fabrikam.net";
const LATER = "s1._domainkey.contoso.com CNAME (known after apply)";

const SIGNS = "(whoever holds the private key sends in the domain's name, and passes its DMARC)";
const SIGNED = "(mail signed with its key, also mail on its way, fails)";
const SIGNED_OLD = "(mail signed with the old key, also mail on its way, fails)";

test.each<[string, readonly string[], string]>([
  ["no selector", ["contoso.com MX 10 mail.contoso.com"], "none"],
  ["a key", [OLD], "s1"],
  ["an alias", [ALIAS], "s1"],
  ["a revoked key", [REVOKED], "s1 (revoked)"],
  ["a key that cannot be read", [BROKEN], "s1 (broken)"],
  ["a value that is known at apply", [LATER], "s1 (known after apply)"],
  [
    "selectors by name, each once",
    ["s2._domainkey.contoso.com CNAME s2.contoso.net", ALIAS, ALIAS],
    "s1, s2",
  ],
  [
    "nothing of a name that only ends alike",
    ["s1._domainkey.lists-contoso.com CNAME (known after apply)"],
    "none",
  ],
])("a domain with %s", (_title, records, state) => {
  expect(stateWith(dkim, records)).toBe(state);
});

test.each<[string, readonly string[] | undefined, readonly string[], readonly string[]]>([
  ["nothing", [OLD], [OLD], []],
  ["nothing, where the value stays unknown", [LATER], [LATER], []],
  ["nothing, two records in another order", [OLD, ALIAS], [ALIAS, OLD], []],
  ["a key is added", [], [OLD], [`medium: DKIM s1 added ${SIGNS}`]],
  ["a key is added to a domain that Terraform did not manage", undefined, [OLD], ["low: DKIM s1 added"]],
  ["an alias is added", [], [ALIAS], [`medium: DKIM s1 added, pointing to s1.dkim.contoso.net ${SIGNS}`]],
  [
    "an alias to Microsoft is added",
    [],
    ["selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com"],
    ["low: DKIM selector1 added, pointing to selector1-contoso-com._domainkey.contoso.onmicrosoft.com"],
  ],
  [
    "an alias within the domain is added",
    [],
    ["s1._domainkey.contoso.com CNAME keys.contoso.com"],
    ["low: DKIM s1 added, pointing to keys.contoso.com"],
  ],
  ["a revoked key is added", [], [REVOKED], ["low: DKIM s1 added, revoked"]],
  [
    "an alias is added whose target is known at apply",
    [],
    [LATER],
    ["low: DKIM s1 added, known after apply"],
  ],
  ["a key is removed", [OLD], [], [`medium: DKIM s1 removed ${SIGNED}`]],
  ["an alias is removed", [ALIAS], [], [`medium: DKIM s1 removed ${SIGNED}`]],
  ["a revoked key is removed", [REVOKED], [], ["low: DKIM s1 removed"]],
  ["what was not known is removed", [LATER], [], ["low: DKIM s1 removed"]],
  ["a key takes another's place", [OLD], [NEW], [`medium: DKIM s1 rotated in place ${SIGNED_OLD}`]],
  [
    "a key in another notation",
    [OLD],
    [`s1._domainkey.contoso.com TXT n=rolled in 2024; p=${KEY.slice(0, 60)} ${KEY.slice(60)};`],
    ["low: DKIM s1 written differently; the key stays"],
  ],
  [
    "a key under test",
    [OLD],
    [`${OLD}; t=y`],
    ["medium: DKIM s1: the key stays, its tags change (verifiers may judge its signatures otherwise)"],
  ],
  [
    "a selector is added that its host proxies",
    [],
    [PROXIED],
    [`medium: DKIM s1 added, proxied, no key ${NO_KEY}`],
  ],
  ["a selector is proxied", [ALIAS], [PROXIED], [`medium: DKIM s1 now proxied ${NO_KEY}`]],
  ["a key takes an alias's place", [ALIAS], [OLD], [`medium: DKIM s1 now a key of its own ${SIGNED_OLD}`]],
  ["a key is revoked", [OLD], [REVOKED], [`medium: DKIM s1 revoked ${SIGNED}`]],
  [
    "an alias points to another name of the same party",
    [ALIAS],
    ["s1._domainkey.contoso.com CNAME s1.keys.contoso.net"],
    [
      "medium: DKIM s1 now points to s1.keys.contoso.net (mail fails if the key there is not the one that signs)",
    ],
  ],
  ["an alias points to another party, which is said as a takeover", [ALIAS], [OTHER_ALIAS], []],
  ["an alias of another party takes a key's place, which is said as a takeover", [OLD], [ALIAS], []],
  [
    "an alias points to Microsoft",
    [OLD],
    ["s1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com"],
    [
      "medium: DKIM s1 now points to selector1-contoso-com._domainkey.contoso.onmicrosoft.com (mail fails if the key there is not the one that signs)",
    ],
  ],
  [
    "the value is known at apply",
    [OLD],
    [LATER],
    ["medium: DKIM s1 now known after apply (mail fails if the key is not the one that signs)"],
  ],
  [
    "one of two records goes, a key of its own stays",
    [OLD, ALIAS],
    [OLD],
    [`medium: DKIM s1 now a key of its own ${SIGNED_OLD}`],
  ],
  [
    "a new selector beside one that goes",
    [OLD],
    ["s2._domainkey.contoso.com CNAME s2.contoso.net"],
    [`medium: DKIM s2 added, pointing to s2.contoso.net ${SIGNS}`, `medium: DKIM s1 removed ${SIGNED}`],
  ],
  ["an unknown value elsewhere", [OLD], [OLD, "contoso.com TXT (known after apply)"], []],
])("what changes: %s", async (_title, before, after, changes) => {
  expect(sentences(await dkim.changes(contoso(before, after)))).toEqual(changes);
});

test("keys that somebody else published, and that nobody hands to them any more", async () => {
  const said = async (from: readonly string[], to: readonly string[]) =>
    sentences(await dkim.changes(contoso(from, to)));
  const cut = "_domainkey.contoso.com NS ns1.vendor.example";
  expect(await said([cut], [])).toEqual([
    "medium: DKIM no longer published elsewhere: _domainkey.contoso.com delegated to ns1.vendor.example (mail signed with keys that are found there alone, also mail on its way, fails)",
  ]);
  expect(await said([cut], [cut])).toEqual([]);
});
