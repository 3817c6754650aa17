package org.subhasta.web.auction.office;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeUnit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.model.Plan;
import org.subhasta.kernel.Money;
import org.subhasta.web.page.Say;
import org.subhasta.web.page.Texts;

/** Tells readers of pages what terms mean: {@code #{planTeller.tell(terms, zone)}}. */
@Named
@RequestScoped
public class PlanTeller {

    @Inject
    private Texts texts;
    @Inject
    private Say say;

    /**
     * All that will happen.
     *
     * @param lots where there are several; else none
     */
    public record Told(String title, List<PlanWords.Entry> timeline,
            List<PlanWords.LotLine> lots) {
    }

    /** What terms without contradictions mean, by the clock of a zone. */
    public Told tell(LiveTerms terms, ZoneId zone) {
        Plan plan = Plan.of(terms.file().order(), terms.file().lots());
        Speech speech = new OnPages(zone);
        Map<String, String> titles = terms.lotTitles();
        return new Told(terms.title(), PlanWords.timeline(
                        plan, terms.follows().isPresent(), speech),
                plan.lots().size() == 1 ? List.of() : PlanWords.lots(plan, titles, speech));
    }

    /** {@code 1 Mar 2027, 12:00:30 CET}: where seconds count and no order is decided. */
    public String moment(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern(texts.get("auctionoffice.pattern.moment"),
                        texts.locale()).withDecimalStyle(DecimalStyle.of(texts.locale()))
                .format(instant.atZone(zone));
    }

    /** {@code 1 hour, 30 minutes} in the reader's language. */
    static String length(Duration duration, Locale locale) {
        List<Measure> parts = new ArrayList<>();
        add(parts, duration.toDaysPart(), TimeUnit.DAY);
        add(parts, duration.toHoursPart(), TimeUnit.HOUR);
        add(parts, duration.toMinutesPart(), TimeUnit.MINUTE);
        if (duration.toSecondsPart() != 0 || parts.isEmpty()) {
            parts.add(new Measure(BigDecimal.valueOf(duration.toSecondsPart())
                    .add(BigDecimal.valueOf(duration.toNanosPart(), 9)), TimeUnit.SECOND));
        }
        return MeasureFormat.getInstance(locale, MeasureFormat.FormatWidth.WIDE)
                .formatMeasures(parts.toArray(Measure[]::new));
    }

    private static void add(List<Measure> parts, long count, MeasureUnit unit) {
        if (count != 0) {
            parts.add(new Measure(count, unit));
        }
    }

    private final class OnPages implements Speech {

        private final ZoneId zone;

        OnPages(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public String of(String key, Object... values) {
            return texts.of("auctionoffice.plan." + key, values);
        }

        @Override
        public String money(Money money) {
            return say.money(money);
        }

        @Override
        public String instant(Instant instant) {
            return instant.equals(instant.truncatedTo(ChronoUnit.MINUTES))
                    ? say.brief(instant, zone) : moment(instant, zone);
        }

        @Override
        public String length(Duration duration) {
            return PlanTeller.length(duration, texts.locale());
        }
    }
}
