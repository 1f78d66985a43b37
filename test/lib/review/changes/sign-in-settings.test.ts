import { resource } from "../plan-json";
import { told as toldOf } from "../tenant-plan";

type Attributes = Readonly<Record<string, unknown>>;

/** What a review says of one object before and after, and which limits ask. */
function told(
  kind: string,
  before: Attributes | undefined,
  after: Attributes | undefined,
  unknown: Attributes = {},
): Promise<readonly string[]> {
  return toldOf([resource(`m365_${kind}.it`, before, after, { unknown })]);
}

const STAFF = "6b0e1b3a-0000-4000-8000-000000000001";
const ASKS = "asks: protection-loosened";

test.each<[string, string, Attributes | undefined, Attributes | undefined, readonly string[]]>([
  [
    "a weak method comes back",
    "authentication_method",
    { method: "Sms", state: "disabled" },
    { method: "Sms", state: "enabled" },
    ["medium: People may prove who they are by text messages, which can be diverted from now on", ASKS],
  ],
  [
    "and goes",
    "authentication_method",
    { method: "Voice", state: "enabled" },
    { method: "Voice", state: "disabled" },
    ["low: No longer: people may prove who they are by phone calls, which can be diverted"],
  ],
  [
    "a text message as the only factor",
    "authentication_method",
    { method: "Sms", sign_in_groups: [] },
    { method: "Sms", sign_in_groups: [STAFF] },
    [`high: A text message alone signs in members of ${STAFF} from now on`, ASKS],
  ],
  [
    "a strong method is no loosening, and is told",
    "authentication_method",
    { method: "Fido2", state: "disabled" },
    { method: "Fido2", state: "enabled" },
    ["low: The sign-in method Fido2: state disabled → enabled"],
  ],
  [
    "the older settings count again",
    "authentication_methods_policy",
    { migration_state: "migrationComplete" },
    { migration_state: "preMigration" },
    [
      "medium: The older settings for a second factor and password reset count beside the policy of methods from now on",
      ASKS,
    ],
  ],
  [
    "consent to all that needs no administrator",
    "authorization_policy",
    { allowed_to_create_apps: false, user_consent_policies: [] },
    {
      allowed_to_create_apps: true,
      user_consent_policies: ["ManagePermissionGrantsForSelf.microsoft-user-default-legacy"],
    },
    [
      "high: People may grant applications what ManagePermissionGrantsForSelf.microsoft-user-default-legacy allows from now on",
      "medium: Everybody may register applications from now on",
      ASKS,
    ],
  ],
  [
    "security defaults off",
    "security_defaults",
    { enabled: true },
    { enabled: false },
    [expect.stringMatching(/^medium: Security defaults off/), ASKS],
  ],
  [
    "a method that nobody manages any longer",
    "authentication_method",
    { method: "Email", state: "disabled" },
    undefined,
    [expect.stringContaining("No longer managed: the sign-in method Email")],
  ],
])("%s", async (_, kind, before, after, words) => {
  expect(await told(kind, before, after)).toEqual(words);
});

test("groups that only apply knows are not judged where they could loosen", async () => {
  const sms = { method: "Sms", sign_in_groups: [] };
  expect(await told("authentication_method", sms, { method: "Sms" }, { sign_in_groups: true })).toEqual([
    "asks: not-judged",
  ]);
});
