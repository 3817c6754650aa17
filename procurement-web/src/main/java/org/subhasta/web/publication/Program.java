package org.subhasta.web.publication;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.subhasta.signing.Sha256;

/** The runnable jar that is offered: {@code #{program.address}}. */
@Named
@ApplicationScoped
public class Program {

    private static final String ADDRESS = "/downloads/subhasta-verify.jar";

    @Inject
    ServletContext context;

    private String sha256;
    private long size;

    /** Counts the bytes on their way into the digest. */
    @PostConstruct
    void measure() {
        try (InputStream jar = context.getResourceAsStream(ADDRESS)) {
            if (jar == null) {
                throw new IllegalStateException(ADDRESS + " is not in the archive");
            }
            Sha256 digest = Sha256.running();
            byte[] buffer = new byte[64 * 1024];
            for (int n = jar.read(buffer); n >= 0; n = jar.read(buffer)) {
                digest.update(buffer, 0, n);
                size += n;
            }
            sha256 = digest.hex();
        } catch (IOException e) {
            throw new UncheckedIOException(ADDRESS + " cannot be read", e);
        }
    }

    public String getAddress() {
        return ADDRESS;
    }

    public String getSha256() {
        return sha256;
    }

    public long getSize() {
        return size;
    }
}
