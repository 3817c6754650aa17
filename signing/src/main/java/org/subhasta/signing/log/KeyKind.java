package org.subhasta.signing.log;

/** What a key signs; part of its identifier, so that one use is never taken for the other. */
public enum KeyKind {

    /** A log's own key: Ed25519 over the text (C2SP signed-note, type 0x01). */
    LOG(1),
    /** A witness's key: Ed25519 over an instant and the text (C2SP tlog-cosignature, 0x04). */
    WITNESS(4);

    private final byte type;

    KeyKind(int type) {
        this.type = (byte) type;
    }

    byte type() {
        return type;
    }

    static KeyKind of(byte type) throws Malformed {
        for (KeyKind kind : values()) {
            if (kind.type == type) {
                return kind;
            }
        }
        throw new Malformed("a key of type " + type + ", where 1 (log) and 4 (witness) are known");
    }
}
