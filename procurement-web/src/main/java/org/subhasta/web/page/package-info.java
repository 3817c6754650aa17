/**
 * What every page shares: addresses, texts, the template, messages and the way amounts and
 * instants are written. A capability adds its pages in {@code org.subhasta.web.<capability>} and
 * touches nothing here.
 *
 * <h2>A page in five steps</h2>
 * <ol>
 * <li><b>Address</b>: a line in {@code /WEB-INF/routes/<capability>.properties}:
 *     {@code /tenders/{id} = tendering/tender.xhtml}. The view is
 *     {@code /views/tendering/tender.xhtml}; parts in braces arrive as request parameters, as if
 *     they stood in the query. Only the clean address is reachable.
 * <li><b>View</b>: {@code <ui:composition template="/WEB-INF/templates/page.xhtml">} for reading
 *     (stateless, GET, works without scripts) or {@code /WEB-INF/templates/form.xhtml} where
 *     Faces keeps state. Parameters: {@code title}, {@code section} (which entry of the navigation
 *     is current); places: {@code metadata}, {@code crumbs}, {@code content}, {@code aside}.
 * <li><b>Texts</b>: {@code org/subhasta/web/texts/<capability>.properties}, read as
 *     {@code #{t['tendering.title']}}, with values {@code #{t.of('tendering.bids', 3)}}. Patterns
 *     are ICU's: <code>{0, plural, one{# bid} other{# bids}}</code>.
 * <li><b>Bean</b>: {@code @Named @RequestScoped} (or {@code @ViewScoped} of
 *     {@code jakarta.faces.view}); it injects {@link org.subhasta.web.page.Visit} to leave for
 *     another address or to say <em>not found</em>, and {@link org.subhasta.web.page.Messages} to
 *     show refusals beside their fields. Records are read as {@code #{tender.title}}; an
 *     {@code Optional} component reads as its value or as nothing.
 * <li><b>Components</b>: {@code xmlns:s="https://subhasta.org/pages"}; see
 *     {@code docs/reference/pages.md}.
 * </ol>
 *
 * <h2>Invariants</h2>
 * <ul>
 * <li>P1 No text stands in a view or in Java; {@code ViewsTest} finds it.
 * <li>P2 No view is reachable by the path of its file.
 * <li>P3 Scripts come from our own files; policy {@code script-src 'self'} with PrimeFaces' nonce.
 * <li>P4 A message about a field names it, links to it and stands beside it.
 * </ul>
 */
package org.subhasta.web.page;
