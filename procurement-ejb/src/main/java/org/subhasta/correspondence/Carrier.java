package org.subhasta.correspondence;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/** Takes letters out of the house. */
interface Carrier {

    /**
     * Delivers, or fails; takes at most some tens of seconds.
     *
     * @param id of the letter, the same at each attempt
     */
    void carry(String id, MimeMessage message) throws MessagingException, IOException;
}
