package org.subhasta.verification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Set;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.Jws;
import org.subhasta.signing.PdfVerifier;
import org.subhasta.signing.Trust;
import org.subhasta.signing.Validation;
import org.subhasta.signing.command.Arguments;
import org.subhasta.signing.command.Command;
import org.subhasta.signing.command.Exit;
import org.subhasta.signing.command.Terminal;
import org.subhasta.signing.command.Usage;

/** Checks a file against authorities that whoever checks it trusts. */
final class Verify implements Command {

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String summary() {
        return "checks a signature, a notice or a receipt";
    }

    @Override
    public String help() {
        return """
                subhasta verify --trust CA.pem --signature DOCUMENT.p7s DOCUMENT
                    Checks that DOCUMENT is what was signed, and by whom.
                subhasta verify --trust CA.pem NOTICE.pdf
                    Checks the signature inside a PDF, and that nothing was added after it.
                subhasta verify --trust CA.pem --receipt RECEIPT.jws
                    Checks a platform's receipt and shows what it says.

                  --trust FILE|DIR     the authorities you trust (PEM or DER). Without it the
                                       signer is shown but not trusted
                  --at INSTANT         when the signature was received or published, such as
                                       2027-03-01T12:00:00Z; now when it is not given
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of("--trust", "--signature", "--receipt", "--at");
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal)
            throws Usage, IOException, GeneralSecurityException {
        Trust trust = arguments.trust("--trust");
        Instant at = arguments.instant("--at", terminal.clock());
        if (arguments.has("--receipt")) {
            return receipt(arguments, trust, at, terminal);
        }
        Path document = arguments.file();
        if (!arguments.has("--signature")) {
            return tell(PdfVerifier.verify(
                    Arguments.bytes(document, PdfVerifier.MAXIMUM_BYTES), trust, at), terminal);
        }
        byte[] signature = Arguments.bytes(
                Path.of(arguments.required("--signature")), CadesVerifier.MAXIMUM_BYTES);
        try (InputStream content = Files.newInputStream(document)) {
            return tell(CadesVerifier.verify(content, signature, trust, at), terminal);
        }
    }

    private static Exit receipt(Arguments arguments, Trust trust, Instant at, Terminal terminal)
            throws Usage, IOException {
        if (!arguments.files().isEmpty()) {
            throw new Usage("A receipt is checked by itself, without a document.");
        }
        String compact = new String(Arguments.bytes(Path.of(arguments.required("--receipt")),
                Jws.MAXIMUM_CHARACTERS), StandardCharsets.UTF_8).strip();
        Jws.Verified verified = Jws.verify(compact, trust, at);
        if (verified.validation().passed()) {
            terminal.out().println(new String(verified.payload(), StandardCharsets.UTF_8));
        }
        return tell(verified.validation(), terminal);
    }

    private static Exit tell(Validation result, Terminal terminal) {
        terminal.out().println(result.indication()
                + result.subIndication().map(why -> " " + why).orElse("")
                + ": " + result.explanation());
        result.signer().ifPresent(signer -> terminal.out().println("Signer: "
                + signer.getSubjectX500Principal() + "\nCertificate's SHA-256: "
                + Validation.fingerprint(signer)));
        result.claimedTime().ifPresent(time -> terminal.out().println("Claimed time: " + time));
        return exit(result);
    }

    private static Exit exit(Validation result) {
        if (result.passed()) {
            return Exit.HOLDS;
        }
        return switch (result.subIndication().orElseThrow()) {
            case NO_CERTIFICATE_CHAIN_FOUND, EXPIRED, NOT_YET_VALID, CHAIN_CONSTRAINTS_FAILURE,
                    CERTIFICATE_CHAIN_GENERAL_FAILURE -> Exit.NOT_TRUSTED;
            case FORMAT_FAILURE, HASH_FAILURE, SIG_CRYPTO_FAILURE, REVOKED,
                    SIG_CONSTRAINTS_FAILURE, CRYPTO_CONSTRAINTS_FAILURE,
                    NO_SIGNING_CERTIFICATE_FOUND, SIGNED_DATA_NOT_FOUND -> Exit.WRONG;
        };
    }
}
