package org.subhasta.web.correspondence;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.mail.MessagingException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.subhasta.correspondence.FolderReports;
import org.subhasta.correspondence.MailView;
import org.subhasta.web.access.LocalAddress;
import org.subhasta.web.access.Visitors;
import org.subhasta.web.page.Visit;

/**
 * {@code /development/mail} and {@code /development/mail/{id}}: what the platform wrote. Not there for
 * anybody else than this machine, nor where mails really leave.
 */
@Named
@RequestScoped
public class MailPage {

    @EJB
    FolderReports reports;

    @Inject
    HttpServletRequest request;

    @Inject
    Visit visit;

    private List<MailView> mails;
    private MailView mail;

    /** Whether this visitor may see them; for links as well. */
    public boolean isOpen() {
        return Visitors.of(request).loopback() && reports.isOpen();
    }

    public void loadList() {
        if (!isOpen()) {
            visit.notFound();
        }
    }

    public void loadMail() throws IOException, MessagingException {
        if (getMail() == null) {
            visit.notFound();
        }
    }

    public List<MailView> getMails() throws IOException, MessagingException {
        if (mails == null) {
            mails = isOpen() ? reports.newest() : List.of();
        }
        return mails;
    }

    public MailView getMail() throws IOException, MessagingException {
        if (mail == null && isOpen()) {
            mail = reports.find(visit.parameter("id")).orElse(null);
        }
        return mail;
    }

    /** The link in the mail, as a path of this platform; empty where there is none. */
    public String getLink() throws IOException, MessagingException {
        return getMail().text().lines()
                .filter(line -> line.matches("https?://\\S+"))
                .map(line -> line.replaceFirst("^https?://[^/]+", ""))
                // An officer's reason may have lines like that as well.
                .map(path -> LocalAddress.orElse(path, ""))
                .findFirst().orElse("");
    }
}
