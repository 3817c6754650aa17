package org.subhasta.bidding;

/**
 * A secret for an opener to tell back.
 *
 * @param box         the tender's id
 * @param opener      the person's id
 * @param certificate SHA-256 of the encryption certificate it is sealed to, hexadecimal
 * @param enc         HPKE's encapsulated key, base64
 * @param sealed      the encrypted secret, base64
 */
public record RehearsalTask(String box, String opener, String certificate, String enc,
                            String sealed) {
}
