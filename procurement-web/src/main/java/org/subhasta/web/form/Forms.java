package org.subhasta.web.form;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.subhasta.publication.Checking;
import org.subhasta.web.access.Places;

/**
 * Stands before all that reads a form: lets through what is no larger than a form of ours can be,
 * and reads forms with files itself ({@link UploadedForm}). Requests of programs have bounds of
 * their own ({@code org.subhasta.web.api.Bounds}).
 */
public final class Forms extends HttpFilter {

    private static final long serialVersionUID = 1L;
    /** Where everybody may send files, which are looked at and not kept; with room for the form. */
    private static final String CHECKED = "/verify";
    private static final long MOST_CHECKED_BYTES = Checking.MAXIMUM_BYTES + 1024L * 1024;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws IOException, ServletException {
        String path = Places.path(request);
        if (Places.isApi(path)) {
            chain.doFilter(request, response);
        } else if (path.indexOf('\0') >= 0) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (isTooMuch(request, path)) {
            refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (JakartaServletFileUpload.isMultipartContent(request)) {
            read(request, response, chain);
        } else {
            chain.doFilter(new PlainForm(request), response);
        }
    }

    private static void read(HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws IOException, ServletException {
        switch (UploadedForm.read(request)) {
            case UploadedForm.Read(UploadedForm form) -> {
                try (form) {
                    chain.doFilter(form, response);
                }
            }
            case UploadedForm.TooLarge tooLarge ->
                    refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            case UploadedForm.Malformed malformed ->
                    refuse(request, response, HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /**
     * Judged on the head alone: who is not signed in sends files only to be checked, and files come
     * only in forms made for them. What does not say how long it is, no browser sent.
     */
    private static boolean isTooMuch(HttpServletRequest request, String path) {
        boolean checked = path.equals(CHECKED);
        if (!checked && request.getUserPrincipal() != null
                && JakartaServletFileUpload.isMultipartContent(request)) {
            return false;
        }
        boolean endless = request.getContentLengthLong() < 0
                && request.getHeader("Transfer-Encoding") != null;
        return endless || request.getContentLengthLong()
                > (checked ? MOST_CHECKED_BYTES : UploadedForm.MOST_BYTES_OF_FIELDS);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        // What is left of the body is not waited for.
        response.setHeader("Connection", "close");
        // Whoever has begun to read the body does not get it as parameters any more: the error page
        // asks for some, and would have the server read the form after all.
        request.getInputStream();
        response.sendError(status);
    }
}
