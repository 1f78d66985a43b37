import { addInboxRule } from "../../../sandbox/microsoft/cmdlets/inbox-rules";
import { mailboxOf } from "../../../sandbox/microsoft/cmdlets/mailbox";
import { objectsOf } from "../../../sandbox/microsoft/objects/object-cmdlets";
import type { TenantState } from "../../../sandbox/microsoft/state";
import type { Row } from "../../../sandbox/microsoft/table";
import type { Entity } from "../../../sandbox/microsoft/tenant/entity";
import { signIn } from "../../../sandbox/microsoft/tenant/sessions";

export const ALEX = "alex@contoso.com";

/** Who has the password of an account, and what they leave behind there. */
export class Intruder {
  private count = 0;

  constructor(
    private readonly state: TenantState,
    private readonly upn = ALEX,
  ) {}

  get user(): Entity {
    const user = this.state.directory.users.findBy("userPrincipalName", this.upn);
    if (user === undefined) throw new Error(`no ${this.upn}`);
    return user;
  }

  get mailbox(): Row {
    return mailboxOf(this.upn, this.state);
  }

  signsIn(at: number): Entity {
    return signIn(this.state, this.upn, { ip: "203.0.113.7", app: "Outlook" }, at);
  }

  forwards(): void {
    Object.assign(this.mailbox, {
      ForwardingSmtpAddress: "smtp:drop@example.net",
      DeliverToMailboxAndForward: true,
    });
  }

  addsRule(rule: Row = { Name: ".", DeleteMessage: true, $hidden: true }): Row {
    return addInboxRule(this.upn, this.state, rule);
  }

  sweeps(): Row {
    const row = objectsOf("SweepRule", this.state).add(`sweep-${this.next()}`, {});
    return Object.assign(row, { Enabled: true, DestinationFolder: "RSS Feeds", $mailbox: this.upn });
  }

  addsDelegate(who = "mallory@contoso.com"): void {
    const { mailbox } = this;
    Object.assign(mailbox, {
      $fullAccess: [{ User: who, AccessRights: ["FullAccess"], IsInherited: false, Deny: false }],
      $sendAs: [{ Trustee: who, AccessControlType: "Allow", AccessRights: ["SendAs"] }],
      $folderRights: [
        { folder: "\\Inbox", User: "Default", AccessRights: ["Reviewer"] },
        { folder: "\\Calendar", User: who, AccessRights: ["Editor"] },
      ],
      GrantSendOnBehalfTo: [who],
    });
  }

  opensProtocol(): void {
    this.mailbox.ImapEnabled = true;
  }

  pairsPhone(): void {
    const row = objectsOf("MobileDevice", this.state).add(`phone-${this.next()}`, { FriendlyName: "Pixel" });
    Object.assign(row, { $mailbox: this.upn, DeviceId: "D1", DeviceOS: "Android 16" });
  }

  registersDevice(): Entity {
    const { devices, registeredDevices } = this.state.directory;
    const id = `d0000000-0000-4000-8000-00000000000${this.next()}`;
    registeredDevices.add(this.user.id, id);
    return devices.put({ id, displayName: "DESKTOP-1", operatingSystem: "Windows", accountEnabled: true });
  }

  /** Gives an application of theirs what it needs; it names itself as it likes. */
  consents(name = "Mail\u001b[2J backup"): void {
    const { servicePrincipals, oauth2PermissionGrants, appRoleAssignments } = this.state.directory;
    const at = this.next();
    const clientId = `c0000000-0000-4000-8000-00000000000${at}`;
    servicePrincipals.put({ id: clientId, appId: clientId, displayName: name });
    oauth2PermissionGrants.put({
      id: `grant-${at}`,
      clientId,
      consentType: "Principal",
      principalId: this.user.id,
      scope: " Mail.ReadWrite offline_access",
    });
    appRoleAssignments.put({
      id: `assignment-${at}`,
      principalId: this.user.id,
      principalType: "User",
      resourceId: clientId,
      resourceDisplayName: name,
    });
  }

  addsMethod(kind = "phone", more: object = { phoneNumber: "+1 5550100" }): void {
    const { methods, authenticationMethods } = this.state.directory;
    const id = `method-${this.next()}`;
    authenticationMethods.add(this.user.id, id);
    methods.put({ id, "@odata.type": `#microsoft.graph.${kind}AuthenticationMethod`, ...more });
  }

  /** Rights on the mailbox of somebody else. */
  takesRights(of: string): void {
    Object.assign(mailboxOf(of, this.state), {
      $fullAccess: [{ User: this.upn, AccessRights: ["FullAccess"], IsInherited: false, Deny: false }],
      $sendAs: [{ Trustee: this.upn, AccessControlType: "Allow", AccessRights: ["SendAs"] }],
      GrantSendOnBehalfTo: [this.upn],
    });
  }

  /** Exchange stops the account from sending. */
  sendsSpam(): void {
    const stopped = objectsOf("BlockedSenderAddress", this.state);
    if (stopped.find(this.upn) === undefined)
      stopped.add(this.upn, { SenderAddress: this.upn, Reason: "OutboundSpamLast24Hours=1034" });
  }

  changesPassword(at: string): void {
    this.user.lastPasswordChangeDateTime = at;
  }

  private next(): number {
    this.count += 1;
    return this.count;
  }
}
