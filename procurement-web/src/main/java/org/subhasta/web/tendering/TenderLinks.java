package org.subhasta.web.tendering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of searches, for links in views: {@code #{tenderLinks.buyer(name)}}. */
@Named
@ApplicationScoped
public class TenderLinks {

    /** All tenders of a buyer. */
    public String buyer(String name) {
        return "/tenders?phase=all&buyer=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
