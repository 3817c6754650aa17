package org.subhasta.tendering.model;

/**
 * A file that belongs to a tender; its content is kept by {@code documents} under its hash.
 *
 * @param sha256    of its content, 64 lower-case hexadecimal digits
 * @param name      the file's name, with its extension
 * @param title     what it is, in words; {@code ""} where the name says enough
 * @param size      in bytes
 * @param mediaType judged by the content
 */
public record TenderDocument(String sha256, String name, String title, long size,
                             String mediaType) {

    /** What people read: the title, or else the name. */
    public String heading() {
        return title.isBlank() ? name : title;
    }
}
