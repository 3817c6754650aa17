package org.subhasta.publication;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.subhasta.awarding.AwardView;

/** The two files inside a notice: the award as open contracting data, and as our own. */
final class NoticeData {

    private NoticeData() {
    }

    static List<AssociatedFile> of(AwardView award, JsonObject release, NoticeTexts texts) {
        return List.of(
                file("ocds-release.json", texts.of("file.release"), release),
                file("award.json", texts.of("file.award"), award.data()));
    }

    private static AssociatedFile file(String name, String description, JsonObject content) {
        return new AssociatedFile(name, "application/json", description,
                content.toString().getBytes(StandardCharsets.UTF_8));
    }
}
