package org.subhasta.bidding.model;

/**
 * A member of an opening committee.
 *
 * @param person       the person's id
 * @param name         as the notice tells it
 * @param organisation name of the organisation the person belongs to
 * @param certificate  the encryption certificate (X.509, DER) in base64, as the notice has it
 */
public record Opener(String person, String name, String organisation, String certificate) {

    public Opener {
        if (person.isBlank() || certificate.isBlank()) {
            throw new IllegalArgumentException("an opener is a person with a certificate");
        }
    }
}
