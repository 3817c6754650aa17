package org.subhasta.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A private key with the certificate of its owner and what leads to the authority that issued it.
 * Immutable; its text never tells the key.
 */
public final class SigningKey {

    private final PrivateKey privateKey;
    private final List<X509Certificate> chain;

    SigningKey(PrivateKey privateKey, List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a signing key has a certificate");
        }
        this.privateKey = ours(privateKey);
        this.chain = List.copyOf(chain);
    }

    /**
     * Opens a PKCS#12 file (RFC 7292) with exactly one private key.
     *
     * @throws IOException              where the file cannot be read or the password is wrong
     * @throws GeneralSecurityException where it holds no key, several, or no X.509 certificate
     */
    public static SigningKey open(Path pkcs12, char[] password)
            throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pkcs12)) {
            return open(in, password);
        }
    }

    /** As {@link #open(Path, char[])}; the caller closes the stream. */
    public static SigningKey open(InputStream pkcs12, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(pkcs12, password);
        List<String> aliases = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                aliases.add(alias);
            }
        }
        if (aliases.size() != 1) {
            throw new UnrecoverableKeyException(
                    "the PKCS#12 file holds " + aliases.size() + " private keys instead of one");
        }
        Key key = store.getKey(aliases.getFirst(), password);
        if (!(key instanceof PrivateKey privateKey)) {
            throw new UnrecoverableKeyException("the PKCS#12 file holds no private key");
        }
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : store.getCertificateChain(aliases.getFirst())) {
            chain.add((X509Certificate) certificate);
        }
        return new SigningKey(privateKey, chain);
    }

    /**
     * Writes key and chain as PKCS#12 (RFC 7292), encrypted with AES-256 (PBES2, PBKDF2 with
     * HMAC-SHA-256): readable for browsers, OpenSSL 3 and Java, unlike the older RC2 and 3DES.
     */
    public void writePkcs12(OutputStream out, String friendlyName, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(friendlyName, privateKey, password, chain.toArray(Certificate[]::new));
        store.store(out, password);
    }

    /** The certificate of the key's owner. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** The certificates from the owner's upwards; the authority's own may be missing. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** The key itself; no text or log ever shows it. */
    public PrivateKey privateKey() {
        return privateKey;
    }

    @Override
    public String toString() {
        return "SigningKey[" + certificate().getSubjectX500Principal().getName() + "]";
    }

    private static PrivateKey ours(PrivateKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            throw new IllegalArgumentException("a key that stays in its card is not supported");
        }
        try {
            return BouncyCastle.privateKey(encoded).orElseThrow(() ->
                    new IllegalArgumentException("a private key of an unknown kind"));
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }
}
