package org.subhasta.web.tendering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** Cuts a long text where its writer left a line empty: {@code #{paragraphs.of(text)}}. */
@Named
@ApplicationScoped
public class Paragraphs {

    public List<String> of(String text) {
        return text == null ? List.of()
                : Stream.of(text.split("\\R\\s*\\R")).map(String::strip)
                        .filter(paragraph -> !paragraph.isEmpty()).toList();
    }
}
