package org.subhasta.signing.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.SignatureTimeStamp;
import org.subhasta.signing.TimeStamp;
import org.subhasta.signing.TimeStamps;
import org.subhasta.signing.Trust;
import org.subhasta.signing.online.Reach;
import org.subhasta.signing.online.TimeStampClient;

/** Has a signature or any other file time-stamped by an authority; the only command that calls. */
public final class StampTime implements Command {

    /** So files of signatures are called by everybody who makes them (RFC 8551, section 3.2.1). */
    private static final String SIGNATURE = ".p7s";

    @Override
    public String name() {
        return "timestamp";
    }

    @Override
    public String summary() {
        return "has a file time-stamped by an authority (needs a network)";
    }

    @Override
    public String help() {
        return """
                subhasta timestamp --url URL --trust FILE|DIR --out STAMPED FILE

                Asks a time-stamp authority (RFC 3161) to say that FILE was there now. Only its
                SHA-256 is sent. What the authority answers is checked before it is kept.

                Of a signature (FILE.p7s) its value is stamped, and STAMPED is the same signature
                with the time-stamp in it (CAdES baseline B-T): it holds when its certificate has
                ended or was revoked later. Of any other file STAMPED is the time-stamp alone, to
                be kept beside it: subhasta verify --trust DIR STAMPED FILE, or openssl ts -verify
                -in STAMPED -token_in -data FILE …

                  --url URL            the authority's address; /timestamp of a running platform
                                       is one
                  --trust FILE|DIR     authorities whose time-stamps you trust (PEM or DER)
                  --out STAMPED        where it goes
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of("--url", "--trust", "--out");
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal)
            throws Usage, IOException, GeneralSecurityException {
        Path file = arguments.file();
        Path to = Path.of(arguments.required("--out"));
        arguments.required("--trust");
        TimeStamps authority = new TimeStampClient(List.of(address(arguments)), Optional.empty(),
                arguments.trust("--trust"), terminal.clock(), Reach.asConfigured());
        TimeStamp stamp;
        if (file.toString().endsWith(SIGNATURE)) {
            byte[] signature = Arguments.bytes(file, CadesVerifier.MAXIMUM_BYTES);
            stamp = SignatureTimeStamp.over(signature, authority);
            Files.write(to, SignatureTimeStamp.join(signature, stamp.encoded()));
        } else {
            stamp = authority.stamp(digest(file));
            Files.write(to, stamp.encoded());
        }
        terminal.out().println("Stamped " + stamp.time() + " by "
                + stamp.authority().getSubjectX500Principal() + ": " + to);
        return Exit.HOLDS;
    }

    private static URI address(Arguments arguments) throws Usage {
        String given = arguments.required("--url");
        try {
            URI url = URI.create(given);
            if (url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Told below, as everything that is no address.
        }
        throw new Usage("--url needs an address such as https://tsa.example/tsr.");
    }

    private static byte[] digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return HexFormat.of().parseHex(Sha256.hex(in));
        }
    }
}
