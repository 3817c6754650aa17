package org.subhasta.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A private key with the certificate of its owner and what leads to the authority that issued it.
 * The key is in memory or stays in a card or module (PKCS#11), which then signs by itself.
 * Immutable; its text never tells the key.
 */
public final class SigningKey {

    private final PrivateKey privateKey;
    private final List<X509Certificate> chain;
    private final Provider provider;

    SigningKey(PrivateKey privateKey, List<X509Certificate> chain) {
        this(ours(privateKey), chain, BouncyCastle.PROVIDER);
    }

    private SigningKey(PrivateKey privateKey, List<X509Certificate> chain, Provider provider) {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a signing key has a certificate");
        }
        this.privateKey = privateKey;
        this.chain = List.copyOf(chain);
        this.provider = provider;
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
        List<String> keys = keys(store);
        if (keys.size() != 1) {
            throw new UnrecoverableKeyException(
                    "the PKCS#12 file holds " + keys.size() + " private keys instead of one");
        }
        return new SigningKey(
                privateKey(store, keys.getFirst(), password), chain(store, keys.getFirst()));
    }

    /**
     * A key that stays in a card or security module (PKCS#11).
     *
     * @param configuration the file that names the module's library and the slot, as Java's
     *                      provider reads it (JDK, "PKCS#11 Reference Guide", section
     *                      "Configuring the SunPKCS11 Provider")
     * @param pin           given to the module once: a wrong one counts against its limit
     * @param name          the label of the key, where the module has several
     * @throws IOException              where the PIN is wrong
     * @throws GeneralSecurityException where the module cannot be reached or has no such key with
     *                                  a certificate
     */
    public static SigningKey inModule(Path configuration, char[] pin, Optional<String> name)
            throws IOException, GeneralSecurityException {
        KeyStore store;
        Provider module;
        try {
            module = Security.getProvider("SunPKCS11").configure(configuration.toString());
            store = KeyStore.getInstance("PKCS11", module);
        } catch (ProviderException | InvalidParameterException e) {
            throw new KeyStoreException("the module of " + configuration
                    + " cannot be reached: " + e.getMessage(), e);
        }
        store.load(null, pin);
        List<String> keys = keys(store);
        String chosen = name.orElseGet(() -> keys.size() == 1 ? keys.getFirst() : "");
        if (!keys.contains(chosen)) {
            throw new UnrecoverableKeyException("the module has "
                    + (name.isPresent() ? "no key with a certificate called " + name.get() : "not "
                    + "one key with a certificate but " + keys.size()) + ": " + keys);
        }
        return new SigningKey(
                privateKey(store, chosen, null), chain(store, chosen), module);
    }

    private static List<String> keys(KeyStore store) throws KeyStoreException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        return keys;
    }

    private static PrivateKey privateKey(KeyStore store, String alias, char[] password)
            throws GeneralSecurityException {
        if (store.getKey(alias, password) instanceof PrivateKey key) {
            return key;
        }
        throw new UnrecoverableKeyException("there is no private key");
    }

    private static List<X509Certificate> chain(KeyStore store, String alias)
            throws KeyStoreException {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : store.getCertificateChain(alias)) {
            chain.add((X509Certificate) certificate);
        }
        return chain;
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

    /** How long the chain is in DER, in bytes. */
    int chainBytes() {
        int bytes = 0;
        for (X509Certificate certificate : chain) {
            try {
                bytes += certificate.getEncoded().length;
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was read can be written", e);
            }
        }
        return bytes;
    }

    /** The key itself; no text or log ever shows it. One in a module has no encoding. */
    public PrivateKey privateKey() {
        return privateKey;
    }

    /** Who computes with the key: ourselves, or the module that holds it. */
    Provider provider() {
        return provider;
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
