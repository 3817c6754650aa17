package org.subhasta.awarding;

import java.util.Optional;

/**
 * An award as it was published for programs.
 *
 * @param json   format {@code subhasta-award-1}, the same bytes for ever for one decided here
 * @param notice the signed PDF; empty for a recorded award
 */
public record AwardDocument(String json, Optional<NoticeFile> notice) {
}
