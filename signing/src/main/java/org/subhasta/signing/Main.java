package org.subhasta.signing;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Signs and verifies on the command line: without a server, a database or a network, so that
 * nobody need trust a platform to check one.
 */
public final class Main {

    static final int HOLDS = 0;
    static final int WRONG = 1;
    static final int USAGE = 2;
    static final int NOT_TRUSTED = 3;

    private static final String HELP = """
            Signs documents, and checks signatures, without any server.

              sign --keystore KEY.p12 --out DOCUMENT.p7s DOCUMENT
                  Signs DOCUMENT with the key in a PKCS#12 file and writes the signature beside
                  it. DOCUMENT itself is not changed.
                  --password TEXT   the file's password; asked for when it is not given

              verify --trust CA.pem --signature DOCUMENT.p7s DOCUMENT
                  Checks that DOCUMENT is what was signed, and by whom.
              verify --trust CA.pem NOTICE.pdf
                  Checks the signature inside a PDF, and that nothing was added after it.
              verify --trust CA.pem --receipt RECEIPT.jws
                  Checks a platform's receipt and shows what it says.
                  --trust FILE|DIR  the authorities you trust (PEM or DER). Without it the
                                    signer is shown but not trusted.
                  --at INSTANT      when the signature was received or published, such as
                                    2027-03-01T12:00:00Z; now when it is not given

            Exit status: 0 it holds, 1 something is wrong, 2 the command was not understood,
            3 consistent, but the signer is not trusted at that time.
            """;

    private static final Set<String> OPTIONS =
            Set.of("--keystore", "--password", "--out", "--trust", "--signature", "--receipt",
                    "--at");

    /** What cannot be done as asked, in one sentence. */
    private static final class Usage extends Exception {

        private static final long serialVersionUID = 1L;

        Usage(String sentence) {
            super(sentence);
        }
    }

    private final Map<String, String> options = new HashMap<>();
    private final List<String> documents = new ArrayList<>();
    private final PrintStream out;
    private final Clock clock;

    private Main(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err, Clock.systemUTC()));
    }

    /** Runs one command; the exit status. */
    static int run(List<String> arguments, PrintStream out, PrintStream err, Clock clock) {
        if (arguments.isEmpty() || arguments.contains("--help") || arguments.contains("help")) {
            (arguments.isEmpty() ? err : out).print(HELP);
            return arguments.isEmpty() ? USAGE : HOLDS;
        }
        Main main = new Main(out, clock);
        try {
            main.read(arguments.subList(1, arguments.size()));
            return switch (arguments.getFirst()) {
                case "sign" -> main.sign();
                case "verify" -> main.verify();
                default -> throw new Usage("There is no command " + arguments.getFirst() + ".");
            };
        } catch (Usage e) {
            err.println(e.getMessage() + " --help tells more.");
            return USAGE;
        } catch (NoSuchFileException e) {
            err.println("There is no file " + e.getFile() + ".");
            return USAGE;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            err.println("That did not work: " + e.getMessage());
            return WRONG;
        }
    }

    private void read(List<String> arguments) throws Usage {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                documents.add(argument);
            } else if (!OPTIONS.contains(argument)) {
                throw new Usage("There is no option " + argument + ".");
            } else if (++i == arguments.size()) {
                throw new Usage(argument + " needs a value.");
            } else if (options.put(argument, arguments.get(i)) != null) {
                throw new Usage(argument + " is given twice.");
            }
        }
    }

    private int sign() throws Usage, IOException, GeneralSecurityException {
        Path document = document();
        Path keystore = Path.of(required("--keystore"));
        Path to = Path.of(required("--out"));
        SigningKey key = SigningKey.open(keystore, password());
        byte[] signature =
                CadesSigner.sign(Files.readAllBytes(document), key, clock.instant());
        Files.write(to, signature);
        out.println("Signed by " + key.certificate().getSubjectX500Principal() + ": " + to);
        return HOLDS;
    }

    private int verify() throws Usage, IOException, GeneralSecurityException {
        Trust trust = trust();
        Instant at = at();
        if (options.containsKey("--receipt")) {
            return receipt(trust, at);
        }
        Path document = document();
        Validation result;
        if (options.containsKey("--signature")) {
            byte[] signature =
                    read(Path.of(options.get("--signature")), CadesVerifier.MAXIMUM_BYTES);
            try (InputStream content = Files.newInputStream(document)) {
                result = CadesVerifier.verify(content, signature, trust, at);
            }
        } else {
            result = PdfVerifier.verify(Files.readAllBytes(document), trust, at);
        }
        return tell(result);
    }

    private int receipt(Trust trust, Instant at) throws Usage, IOException {
        if (!documents.isEmpty()) {
            throw new Usage("A receipt is checked by itself, without a document.");
        }
        String compact = new String(read(Path.of(options.get("--receipt")),
                Jws.MAXIMUM_CHARACTERS), StandardCharsets.UTF_8).strip();
        Jws.Verified verified = Jws.verify(compact, trust, at);
        if (verified.validation().passed()) {
            out.println(new String(verified.payload(), StandardCharsets.UTF_8));
        }
        return tell(verified.validation());
    }

    private int tell(Validation result) {
        out.println(result.indication()
                + result.subIndication().map(why -> " " + why).orElse("")
                + ": " + result.explanation());
        result.signer().ifPresent(signer -> out.println("Signer: "
                + signer.getSubjectX500Principal() + "\nCertificate's SHA-256: "
                + Validation.fingerprint(signer)));
        result.claimedTime().ifPresent(time -> out.println("Claimed time: " + time));
        return status(result);
    }

    /** Reads one byte more than is accepted, so that what is too large is told by the verifier. */
    private static byte[] read(Path file, int accepted) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(accepted + 1);
        }
    }

    static int status(Validation result) {
        if (result.passed()) {
            return HOLDS;
        }
        return switch (result.subIndication().orElseThrow()) {
            case NO_CERTIFICATE_CHAIN_FOUND, EXPIRED, NOT_YET_VALID, CHAIN_CONSTRAINTS_FAILURE,
                    CERTIFICATE_CHAIN_GENERAL_FAILURE -> NOT_TRUSTED;
            case FORMAT_FAILURE, HASH_FAILURE, SIG_CRYPTO_FAILURE, REVOKED,
                    SIG_CONSTRAINTS_FAILURE, CRYPTO_CONSTRAINTS_FAILURE,
                    NO_SIGNING_CERTIFICATE_FOUND, SIGNED_DATA_NOT_FOUND -> WRONG;
        };
    }

    private Path document() throws Usage {
        if (documents.size() != 1) {
            throw new Usage("Name one document.");
        }
        return Path.of(documents.getFirst());
    }

    private String required(String option) throws Usage {
        String value = options.get(option);
        if (value == null) {
            throw new Usage(option + " is missing.");
        }
        return value;
    }

    private char[] password() throws Usage {
        String given = options.get("--password");
        if (given != null) {
            return given.toCharArray();
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("Password of the key: ");
        if (typed == null) {
            throw new Usage("There is no terminal to ask for the password: give --password.");
        }
        return typed;
    }

    private Trust trust() throws IOException, GeneralSecurityException {
        String given = options.get("--trust");
        if (given == null) {
            return Trust.of(List.of());
        }
        Path path = Path.of(given);
        return Files.isDirectory(path) ? Trust.folder(path) : Trust.of(Trust.certificates(path));
    }

    private Instant at() throws Usage {
        String given = options.get("--at");
        try {
            return given == null ? clock.instant() : Instant.parse(given);
        } catch (DateTimeParseException e) {
            throw new Usage("--at needs an instant such as 2027-03-01T12:00:00Z.");
        }
    }
}
