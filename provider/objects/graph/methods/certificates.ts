import { word } from "../../attribute";
import { of } from "./method";

/** What a certificate counts as, and which are taken. */
export const CERTIFICATES = {
  certificate_default_mode: of(
    word(
      "authenticationModeConfiguration.x509CertificateAuthenticationDefaultMode",
      ["x509CertificateSingleFactor", "x509CertificateMultiFactor"],
      "What a certificate counts as where no rule says otherwise.",
    ),
    "X509Certificate",
  ),
  certificate_default_affinity: of(
    word(
      "authenticationModeConfiguration.x509CertificateDefaultRequiredAffinityLevel",
      ["low", "high"],
      "How firmly a certificate must be bound to its user where no rule says otherwise.",
    ),
    "X509Certificate",
  ),
  certificate_crl_validation: of(
    word(
      "crlValidationConfiguration.state",
      ["enabled", "disabled"],
      "Is a certificate refused whose authority has no list of revoked ones?",
    ),
    "X509Certificate",
  ),
  certificate_issuer_hints: of(
    word(
      "issuerHintsConfiguration.state",
      ["enabled", "disabled"],
      "Are people shown only certificates of known authorities?",
    ),
    "X509Certificate",
  ),
};
