package org.subhasta.signing.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Set;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.SigningKey;

/** Signs a document; the signature goes into a file of its own. */
public final class Sign implements Command {

    @Override
    public String name() {
        return "sign";
    }

    @Override
    public String summary() {
        return "signs a document with your own key";
    }

    @Override
    public String help() {
        return """
                subhasta sign --keystore KEY.p12 --out DOCUMENT.p7s DOCUMENT

                Signs DOCUMENT with your key and writes the signature into a file of its own (a
                detached CMS signature, CAdES baseline B-B). DOCUMENT itself is not changed.

                """ + KeyOptions.HELP + """
                  --out FILE           where the signature goes
                """;
    }

    @Override
    public Set<String> options() {
        Set<String> options = new HashSet<>(KeyOptions.OPTIONS);
        options.add("--out");
        return options;
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal)
            throws Usage, IOException, GeneralSecurityException {
        Path document = arguments.file();
        Path to = Path.of(arguments.required("--out"));
        byte[] content = Files.readAllBytes(document);
        SigningKey key = KeyOptions.open(arguments, terminal);
        Files.write(to, CadesSigner.sign(content, key, terminal.clock().instant()));
        terminal.out().println(
                "Signed by " + key.certificate().getSubjectX500Principal() + ": " + to);
        return Exit.HOLDS;
    }
}
