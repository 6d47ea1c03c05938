#include "plaintext.h"

#include "lang.h"
#include "text.h"

char *plaintext_of(const DocxText *docx)
{
    GString *text = g_string_new(NULL);
    for (uint32_t i = 0; i < docx->n_paragraphs; i++) {
        const DocxParagraph *p = &docx->paragraphs[i];
        g_autofree char *line = g_strdelimit(g_strdup(p->text), "\n", ' '), *shown = text_display_keeping(line, "\t");
        if (p->cell >= 0 && docx->cells[p->cell].column > 1)
            g_string_append_c(text, '\t');
        g_string_append(text, shown);
        g_string_append_c(text, '\n');
    }
    return g_string_free(text, FALSE);
}

char *plaintext_unread(const DocxText *docx)
{
    if (docx->unread->len == 0)
        return NULL;
    GString *line = g_string_new(tr("未能读取文档中的：", "not read of the document: "));
    for (guint i = 0; i < docx->unread->len; i++) {
        const DocxUnread *unread = docx->unread->pdata[i];
        g_autofree char *part = text_display(unread->part);
        g_string_append_printf(line, "%s%s", i ? tr("、", ", ") : "", part);
    }
    return g_string_free(line, FALSE);
}
