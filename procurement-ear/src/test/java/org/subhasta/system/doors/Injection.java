package org.subhasta.system.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is typed by those who hope that somewhere it is not only kept as text. */
public enum Injection {

    SQL("'; DROP TABLE parties.person; --' OR '1'='1"),
    EL("#{7919*104729}${7919*104729}%{7919*104729}{{7919*104729}}"),
    MARKUP("\"'><script>window.injected=1</script><img src=x onerror=window.injected=1>"),
    HEADER("a\r\nX-Injected: yes\r\n\r\n<b>b</b>"),
    PATH("../../../../../../etc/passwd"),
    LOG("a\n{\"at\":\"1999-01-01T00:00:00Z\",\"level\":\"ERROR\",\"message\":\"forged\"}"),
    NUL("a\0b"),
    RIGHT_TO_LEFT("invoice\u202Efdp.exe\u200B\uFEFF"),
    LONG("ab ".repeat(3_334));

    private final String text;

    Injection(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** What is wrong with an answer to it. */
    public List<String> signsIn(int status, String headers, String body) {
        List<String> signs = new ArrayList<>();
        if (status >= 500) {
            signs.add("answers " + status);
        }
        if (body.contains("829348951")) {
            signs.add("computes what was typed");
        }
        if (body.contains("<script>window.injected") || body.contains("<img src=x onerror")) {
            signs.add("writes markup that was typed");
        }
        if (headers.toLowerCase(Locale.ROOT).contains("x-injected")) {
            signs.add("sends a header that was typed");
        }
        if (body.contains("root:x:")) {
            signs.add("reads a file that was named");
        }
        if (body.contains("PSQLException") || body.contains("\tat org.")) {
            signs.add("shows its insides");
        }
        return signs;
    }
}
