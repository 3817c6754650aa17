package org.subhasta.signing.command;

/** What cannot be done as asked; the message is one sentence for whoever asked. */
public final class Usage extends Exception {

    private static final long serialVersionUID = 1L;

    public Usage(String sentence) {
        super(sentence);
    }
}
