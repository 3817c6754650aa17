package org.subhasta.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.subhasta.bidding.model.BidAttachment;
import org.subhasta.bidding.model.BidStatement;
import org.subhasta.bidding.model.OutageRule;

/** The numbers in the published rules, taken from the rules themselves so that both agree. */
@Named
@ApplicationScoped
public class Rules {

    public long getBeatSeconds() {
        return OutageRule.BEAT.toSeconds();
    }

    public long getGraceSeconds() {
        return OutageRule.GRACE.toSeconds();
    }

    public long getAftermathHours() {
        return OutageRule.AFTERMATH.toHours();
    }

    public long getReleaseHours() {
        return OutageRule.RELEASE.toHours();
    }

    public long getRoundingMinutes() {
        return OutageRule.ROUNDING.toMinutes();
    }

    public int getAttachments() {
        return BidStatement.MAXIMUM_ATTACHMENTS;
    }

    /** In megabytes of 1024 times 1024 bytes, as the limit is set. */
    public long getAttachmentMegabytes() {
        return BidAttachment.MAXIMUM_BYTES / (1024 * 1024);
    }
}
