#include "extract_print.h"

#include <string.h>

#include "lang.h"
#include "text.h"
#include "vocabulary.h"

enum { INDENT = 2, LABEL_COLUMNS_MAX = 30 };

/* ---- rows ---- */

static void investigator_row(const Investigator *one, ExtractRowFunc func, void *data)
{
    g_autofree char *value = g_strjoin("|", one->name, one->certificate ? one->certificate : "", role_ids[one->role], NULL);
    func(&(ExtractRow){"investigators", value, value_statuses[VALUE_VALID], one->quote, one->place, one->rule}, data);
}

static void claim_row(const Claim *claim, ExtractRowFunc func, void *data)
{
    const char *kind = claim->kind != KIND_NONE ? kind_printed((Kind)claim->kind) : claim->kind_text ? claim->kind_text : "";
    g_autofree char *value = g_strjoin("|", claim->number, kind, claim->role_text ? claim->role_text : "", NULL);
    g_autofree char *quote = g_strjoin(" ", claim->number, claim->kind_text ? claim->kind_text : "", claim->role_text ? claim->role_text : "", NULL);
    func(&(ExtractRow){"claims", value, value_statuses[VALUE_VALID], g_strchomp(quote), claim->place, "case-list"}, data);
}

void extract_rows(const Document *document, ExtractRowFunc func, void *data)
{
    func(&(ExtractRow){"doc-type", document->type, value_statuses[VALUE_VALID], document->title, document->first, document->rule}, data);
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        func(&(ExtractRow){field->id, field->value, value_statuses[field->status], field->quote, field->place, field->rule}, data);
    }
    for (guint i = 0; i < document->investigators->len; i++)
        investigator_row(document->investigators->pdata[i], func, data);
    for (guint i = 0; i < document->claims->len; i++)
        claim_row(document->claims->pdata[i], func, data);
    if (document->story_chars > 0) {
        g_autofree char *count = g_strdup_printf("%" G_GINT64_FORMAT, (gint64)document->story_chars);
        func(&(ExtractRow){"story-chars", count, value_statuses[VALUE_VALID], NULL, document->first, "story"}, data);
    }
    for (guint i = 0; i < document->mentions->len; i++) {
        const DocNumber *number = document->mentions->pdata[i];
        func(&(ExtractRow){"mentions", number->raw, value_statuses[VALUE_VALID], number->raw, number->place, "document-number"}, data);
    }
}

/* ---- values for people ---- */

/* law|article|paragraph|item → 《law》第59条第1款. */
static char *law_printed(const char *value)
{
    g_auto(GStrv) parts = g_strsplit(value, "|", 4);
    if (g_strv_length(parts) != 4)
        return g_strdup(value);
    g_autoptr(GString) text = g_string_new(NULL);
    static const char *const zh[] = {"条", "款", "项"}, *const en[] = {"article", "paragraph", "item"};
    g_string_printf(text, tr("《%s》", "%s"), parts[0]);
    for (int i = 0; i < 3; i++)
        if (*parts[i + 1])
            lang_get() == LANG_EN ? g_string_append_printf(text, ", %s %s", en[i], parts[i + 1])
                                  : g_string_append_printf(text, "第%s%s", parts[i + 1], zh[i]);
    return g_strdup(text->str);
}

/* 48000.00 → 48,000.00元. */
static char *money_printed(const char *value)
{
    g_autoptr(GString) text = g_string_new(value);
    const char *point = strchr(value, '.');
    for (gssize at = (point ? point - value : (gssize)strlen(value)) - 3; at > 0; at -= 3)
        g_string_insert_c(text, at, ',');
    g_string_append(text, tr("元", " yuan"));
    return g_strdup(text->str);
}

/* name|certificate|role. */
static char *investigator_printed(const char *value)
{
    g_auto(GStrv) parts = g_strsplit(value, "|", 3);
    if (g_strv_length(parts) != 3)
        return g_strdup(value);
    g_autofree char *certificate = *parts[1] ? g_strdup_printf(tr("，执法证号%s", ", certificate %s"), parts[1]) : g_strdup("");
    return g_strconcat(parts[0], certificate, *parts[2] ? tr("，", ", ") : "", *parts[2] ? vocabulary_word("role", parts[2]) : "", NULL);
}

/* days|12: the field of which it is a further place, and its value. */
static char *again_printed(const char *value)
{
    g_auto(GStrv) parts = g_strsplit(value, "|", 2);
    return g_strv_length(parts) == 2 ? g_strconcat(vocabulary_word("field", parts[0]), " ", parts[1], NULL) : g_strdup(value);
}

static char *value_printed(const ExtractRow *row)
{
    if (strcmp(row->field, "doc-type") == 0)
        return g_strdup(vocabulary_word("doctype", row->value));
    if (g_str_has_prefix(row->field, "laws-"))
        return law_printed(row->value);
    if (g_str_has_suffix(row->field, "-yuan"))
        return money_printed(row->value);
    if (strcmp(row->field, "investigators") == 0)
        return investigator_printed(row->value);
    if (strcmp(row->field, "again") == 0)
        return again_printed(row->value);
    if (strcmp(row->field, "claims") == 0)
        return g_strdelimit(g_strdup(row->value), "|", ' ');
    g_autofree char *line = g_strdelimit(g_strdup(row->value), "\n\t", ' ');
    return text_display(line);
}

/* ---- a document ---- */

/* The order in which a case is told; fields that are not here come behind. */
static const char *const order[] = {
    "doc-number", "agency", "party", "credit-code", "org-code", "registration-number", "legal-rep", "address", "cause", "facts",
    "filing-date", "inspection-dates", "investigators", "notice-number", "notice-date", "hearing", "proposed-fine-yuan", "draft-wording",
    "laws-violated", "laws-basis", "fine-yuan", "order-number", "order-service-date", "recheck-date", "decision-number", "decision-date", "first-day",
    "last-day", "days", "per-day-yuan", "total-yuan", "service-date", "payment-date", "closing-date", "recipient", "court",
    "approval-date", "transfer-date", "receipt", "demand-number", "demand-service-date", "demand-date", "application-date"};

static guint rank_of(const char *field)
{
    guint i = 0;
    while (i < G_N_ELEMENTS(order) && strcmp(order[i], field) != 0)
        i++;
    return strcmp(field, "mentions") == 0 ? G_N_ELEMENTS(order) + 1 : i;
}

static void row_free(gpointer data)
{
    ExtractRow *row = data;
    g_free((char *)row->field);
    g_free((char *)row->value);
    g_free((char *)row->status);
    g_free((char *)row->quote);
    g_free((char *)row->place);
    g_free(row);
}

static void keep_row(const ExtractRow *row, void *data)
{
    ExtractRow *kept = g_new0(ExtractRow, 1);
    *kept = (ExtractRow){g_strdup(row->field), g_strdup(row->value), g_strdup(row->status), g_strdup(row->quote), g_strdup(row->place), NULL};
    g_ptr_array_add(data, kept);
}

static int compare_rows(gconstpointer a, gconstpointer b)
{
    guint left = rank_of((*(const ExtractRow *const *)a)->field), right = rank_of((*(const ExtractRow *const *)b)->field);
    return left < right ? -1 : left > right;
}

/* What is quoted: nothing where the value is the very words, or all but a full stop. */
static char *quote_printed(const ExtractRow *row, const char *value)
{
    const char *quote = row->quote ? row->quote : "", *at = *value ? strstr(quote, value) : NULL;
    if (!*quote || (at && strlen(quote) <= strlen(value) + strlen("。") * 2))
        return g_strdup("");
    g_autofree char *line = g_strdelimit(g_strdup(row->quote), "\n\t", ' '), *shown = text_display(line);
    return g_strdup_printf(tr("“%s”", "\"%s\""), shown);
}

static void print_row(FILE *stream, const Layout *layout, const ExtractRow *row, const char *label, size_t columns)
{
    g_autofree char *value = value_printed(row), *quote = quote_printed(row, value);
    g_autofree char *place = row->place ? place_printed(row->place) : g_strdup("");
    bool valid = strcmp(row->status, value_statuses[VALUE_VALID]) == 0;
    g_autofree char *status = valid ? g_strdup("") : g_strdup_printf(tr("【%s】", "[%s]"), vocabulary_word("status", row->status));
    const char *const items[] = {value, status, quote, place, NULL};
    fprintf(stream, "%*s", INDENT, "");
    layout_tint(stream, layout, TINT_GREY);
    layout_pad(stream, label, columns);
    layout_plain(stream, layout);
    layout_items(stream, layout, items, INDENT + columns, INDENT + columns);
}

/* All numbers in one paragraph, with their count. */
static void print_mentions(FILE *stream, const Layout *layout, const Document *document, size_t columns)
{
    if (document->mentions->len == 0)
        return;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < document->mentions->len; i++)
        g_string_append_printf(text, "%s%s", i ? tr("、", ", ") : "", ((DocNumber *)document->mentions->pdata[i])->raw);
    g_string_append_printf(text, tr("（共%u个）", " (%u in all)"), document->mentions->len);
    fprintf(stream, "%*s", INDENT, "");
    layout_tint(stream, layout, TINT_GREY);
    layout_pad(stream, vocabulary_word("field", "mentions"), columns);
    layout_plain(stream, layout);
    layout_wrap(stream, layout, text->str, INDENT + columns, INDENT + columns);
}

static void print_heading(FILE *stream, const Layout *layout, const FileFacts *file, guint index)
{
    const Document *document = file->documents->pdata[index];
    g_autofree char *first = document->first ? place_printed(document->first) : g_strdup("");
    g_autofree char *last = document->last ? place_printed(document->last) : g_strdup("");
    g_autofree char *span = strcmp(first, last) == 0 ? g_strdup(first) : g_strdup_printf(tr("%s至%s", "%s to %s"), first, last);
    g_autofree char *count = file->documents->len > 1 ? g_strdup_printf(tr("（%u/%u）", "(%u/%u) "), index + 1, file->documents->len) : g_strdup("");
    layout_tint(stream, layout, TINT_BOLD);
    fprintf(stream, "%s%s", count, vocabulary_word("doctype", document->type));
    layout_plain(stream, layout);
    fprintf(stream, "  %s\n", span);
}

static void print_document(FILE *stream, const Layout *layout, const FileFacts *file, guint index)
{
    const Document *document = file->documents->pdata[index];
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(row_free);
    extract_rows(document, keep_row, rows);
    g_ptr_array_sort(rows, compare_rows); /* GLib's is stable */
    size_t columns = 0;
    for (guint i = 0; i < rows->len; i++)
        columns = MAX(columns, text_width(vocabulary_word("field", ((ExtractRow *)rows->pdata[i])->field)));
    columns = MIN(columns, LABEL_COLUMNS_MAX) + 2;
    print_heading(stream, layout, file, index);
    const char *above = "";
    for (guint i = 0; i < rows->len; i++) {
        const ExtractRow *row = g_ptr_array_index(rows, i);
        if (strcmp(row->field, "doc-type") == 0 || strcmp(row->field, "mentions") == 0)
            continue;
        print_row(stream, layout, row, strcmp(above, row->field) == 0 ? "" : vocabulary_word("field", row->field), columns);
        above = row->field;
    }
    print_mentions(stream, layout, document, columns);
}

/* ---- a file ---- */

static void print_chars(FILE *stream, const Layout *layout, const FileFacts *file)
{
    const CharCount *chars = file->chars;
    if (!chars)
        return;
    int64_t skipped = chars->deleted + chars->hidden + chars->alternate + chars->comment + chars->field_code;
    layout_tint(stream, layout, TINT_GREY);
    fprintf(stream, tr("字符共%" G_GINT64_FORMAT "个，读入%" G_GINT64_FORMAT "个", "%" G_GINT64_FORMAT " characters, %" G_GINT64_FORMAT " read"),
            (gint64)chars->present, (gint64)chars->read);
    if (skipped > 0)
        fprintf(stream, tr("，未计入%" G_GINT64_FORMAT "个（删除、隐藏、批注等）", ", %" G_GINT64_FORMAT " left out (deleted, hidden, comments)"),
                (gint64)skipped);
    layout_plain(stream, layout);
    fputc('\n', stream);
}

void extract_print_file(FILE *stream, const Layout *layout, const FileFacts *file)
{
    g_autofree char *name = text_display(file->path);
    layout_tint(stream, layout, TINT_BOLD);
    fprintf(stream, "%s\n", name);
    layout_plain(stream, layout);
    print_chars(stream, layout, file);
    for (guint i = 0; i < file->unread->len; i++) {
        const UnreadPart *part = file->unread->pdata[i];
        g_autofree char *shown = text_display(part->part);
        fprintf(stream, tr("没有读出：%s（%s，%s）\n", "not read: %s (%s, %s)\n"), vocabulary_word("part", part->kind), shown,
                vocabulary_word("reason", part->reason));
    }
    if (file->content == CONTENT_EMPTY)
        fprintf(stream, "%s\n", tr("文件中没有文字", "there is no text in it"));
    for (guint i = 0; i < file->documents->len; i++) {
        fputc('\n', stream);
        print_document(stream, layout, file, i);
    }
}
