export const READ = [
  "Policy.Read.All",
  "Policy.Read.ConditionalAccess",
  "Policy.ReadWrite.ConditionalAccess",
];
export const WRITE = ["Policy.ReadWrite.ConditionalAccess"];
