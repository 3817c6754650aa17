package org.subhasta.signing.command;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.Validation;
import org.subhasta.signing.sealing.BoxNotice;
import org.subhasta.signing.sealing.Rehearsal;
import org.subhasta.signing.sealing.ShareKey;

/** Proves before the deadline that an opener's keys work. */
public final class Rehearse implements Command {

    private static final int LONGEST = 16 * 1024;

    @Override
    public String name() {
        return "rehearse";
    }

    @Override
    public String summary() {
        return "proves before the deadline that an opener's keys work";
    }

    @Override
    public String help() {
        return """
                subhasta rehearse --notice NOTICE.json --keystore SIGNING.p12
                                  --share-key SHARES.p12 --out FOLDER CHALLENGE.json

                Opens the secret in CHALLENGE.json, which the platform sealed to your key for
                shares, and writes your signed answer into a new FOLDER: rehearsal.json and
                rehearsal.p7s. No bid is touched.

                """ + KeyOptions.HELP + SealingFiles.SHARE_KEY_HELP + """
                  --notice FILE        the tender's published notice: names the committee
                  --out FOLDER         where the answer goes
                """;
    }

    @Override
    public Set<String> options() {
        Set<String> options = new HashSet<>(KeyOptions.OPTIONS);
        options.addAll(SealingFiles.SHARE_KEY);
        options.addAll(Set.of("--notice", "--out"));
        return options;
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal)
            throws Usage, IOException, GeneralSecurityException {
        Path file = arguments.file();
        BoxNotice notice = SealingFiles.notice(arguments);
        ShareKey shares = SealingFiles.shareKey(arguments, terminal, notice);
        byte[] secret = shares.rehearse(notice.tender(), member(file, "enc"),
                member(file, "sealed")).orElseThrow(() -> new IOException(
                        "the secret in " + file + " is not sealed to this key for this tender"));
        Path folder = SealingFiles.emptyFolder(arguments);
        SigningKey key = KeyOptions.open(arguments, terminal);
        Instant now = terminal.clock().instant();
        try {
            byte[] answer = CanonicalJson.canonicalize(JSONObjectUtils.toJSONString(Map.of(
                    "format", Rehearsal.FORMAT, "tender", notice.tender(),
                    "opener", shares.opener().id(),
                    "certificate", Validation.fingerprint(shares.opener().encryption()),
                    "secret", Base64.getEncoder().encodeToString(secret),
                    "madeAt", now.truncatedTo(ChronoUnit.MILLIS).toString())));
            SealingFiles.signed(folder, "rehearsal", answer, key, now);
        } catch (CanonicalJson.NotCanonical e) {
            throw new IllegalStateException("texts make canonical JSON", e);
        }
        terminal.out().println("The key of " + SealingFiles.name(shares.opener())
                + " works: the signed answer is in " + folder);
        return Exit.HOLDS;
    }

    private static byte[] member(Path file, String name) throws IOException {
        String text = new String(Arguments.bytes(file, LONGEST), StandardCharsets.UTF_8);
        try {
            if (JSONObjectUtils.parse(text, LONGEST).get(name) instanceof String value) {
                return Base64.getDecoder().decode(value);
            }
        } catch (ParseException | IllegalArgumentException e) {
            // Told below.
        }
        throw new IOException(file + " is no challenge: it has no member " + name);
    }
}
