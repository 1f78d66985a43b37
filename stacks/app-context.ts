/**
 * Context of the app. cdktf has no use for it; CDK Terrain, its successor, refuses what the Terraform versions of a
 * project do not all support, and takes 1.5.7 for the oldest where nothing is said. S3's own locking needs 1.10; that a
 * stack needs it Terraform says for itself (docs/guide/deploying.md).
 */
export const APP_CONTEXT = { targetVersions: { terraform: ">=1.10.0", opentofu: ">=1.10.0" } };
