/* Rows of a catalogue: what they name, and whether serial and page numbers follow each other. */
#include "cataloguerows.h"

#include <stdbool.h>
#include <string.h>

#include "text.h"

enum { ROWS_MIN = 4 }; /* of shorter catalogues no order is judged */

static const char kinds[] =
    "|filing-form|inspection-record|interview-record|monitoring-report|transfer-approval|investigation-report|"
    "discussion-record|penalty-notice|hearing-notice|hearing-record|rectification-order|daily-decision|"
    "penalty-decision|seizure-decision|restriction-decision|service-receipt|payment-receipt|closing-form|demand|"
    "enforcement-application|detention-transfer|crime-transfer|transfer-list|goods-list|police-receipt|court-document|";

bool catalogue_judges_kind(const char *type)
{
    g_autofree char *marked = g_strconcat("|", type, "|", NULL);
    return *type && strstr(kinds, marked);
}

void cataloguerow_free(gpointer data)
{
    CatalogueRow *row = data;
    g_strfreev(row->parts);
    g_strfreev(row->types);
    g_free(row->full);
    g_free(row->core);
    g_free(row);
}

char *catalogue_name(const char *name)
{
    g_autofree char *folded = text_fold(name);
    const char *start = folded;
    while (*start && g_utf8_strchr("0123456789-_.、,:〔〕", -1, g_utf8_get_char(start)))
        start = g_utf8_next_char(start);
    size_t length = strlen(start);
    while (length > 0 && (g_ascii_isdigit(start[length - 1]) || strchr("-_.", start[length - 1])))
        length--;
    return g_strndup(start, length);
}

char *catalogue_core(const char *full)
{
    static const char *const copies[] = {"复印件", "扫描件", "原件", "文本"};
    static const char open[] = "〔", close[] = "〕";
    g_autoptr(GString) core = g_string_new(full);
    for (char *from = strstr(core->str, open); from; from = strstr(core->str, open)) {
        const char *to = strstr(from, close);
        g_string_erase(core, from - core->str, to ? (gssize)(to + strlen(close) - from) : -1);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(copies); i++)
        if (g_str_has_suffix(core->str, copies[i]) && core->len > strlen(copies[i]))
            g_string_truncate(core, core->len - strlen(copies[i]));
    return g_string_free(g_steal_pointer(&core), FALSE);
}

/* The first and the last figure in TEXT; 0 for none, and for what is no number of a row or page. */
static void read_figures(const char *text, int64_t *first, int64_t *last)
{
    enum { NUMBER_MAX = 99999 };
    *first = *last = 0;
    for (const char *p = text; *p;) {
        char *end = (char *)p + 1;
        if (g_ascii_isdigit(*p)) {
            const int64_t number = g_ascii_strtoll(p, &end, 10);
            *last = number <= NUMBER_MAX ? number : 0;
            *first = *first ? *first : *last;
        }
        p = end;
    }
}

bool catalogue_judges(const char *name)
{
    static const char *const others[] = {"照片", "影像", "图", "执照", "身份证", "授权", "委托", "光盘", "视听", "录像", "录音", "封面",
                                         "封底", "备考", "目录", "证据", "说明", "更正", "资质", "证书", "证件", "材料", NULL};
    return name[0] != '\0' && !text_has_any(name, others);
}

static CatalogueRow *row_new(const Document *list, const Field *field)
{
    CatalogueRow *row = g_new0(CatalogueRow, 1);
    row->list = list;
    row->field = field;
    row->parts = g_strsplit(field->value, "|", 4);
    if (g_strv_length(row->parts) < 4) {
        cataloguerow_free(row);
        return NULL;
    }
    int64_t last;
    read_figures(row->parts[0], &row->serial, &last);
    read_figures(row->parts[1], &row->first_page, &row->last_page);
    g_auto(GStrv) told = g_strsplit(row->parts[2], " ", -1);
    g_autoptr(GPtrArray) types = g_ptr_array_new();
    for (char **type = told; *type; type++) {
        if (catalogue_judges_kind(*type))
            g_ptr_array_add(types, g_strdup(*type));
    }
    g_ptr_array_add(types, NULL);
    row->types = (char **)g_ptr_array_free(g_steal_pointer(&types), FALSE);
    row->name = row->parts[3];
    row->judged = catalogue_judges(row->name) && !strstr(row->parts[2], "evidence");
    row->full = catalogue_name(row->name);
    row->core = catalogue_core(row->full);
    return row;
}

void catalogue_rows(const Document *document, GPtrArray *rows)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        CatalogueRow *row = strcmp(field->id, "catalogued") == 0 ? row_new(document, field) : NULL;
        if (row)
            g_ptr_array_add(rows, row);
    }
}

/* ---- numbers ---- */

/* Whether A and B stand in one row of a table, that is in two halves beside each other. */
static bool in_one_row(const CatalogueRow *a, const CatalogueRow *b)
{
    const char *x = a->field->place, *y = b->field->place;
    const char *end = x ? strrchr(x, 'C') : NULL;
    return x && y && end && strncmp(x, y, (size_t)(end - x) + 1) == 0;
}

void catalogueorder_clear(CatalogueOrder *order)
{
    g_string_free(order->gaps, TRUE);
    g_string_free(order->back, TRUE);
    g_string_free(order->pages, TRUE);
}
G_GNUC_PRINTF(4, 5)
static void note_break(CatalogueOrder *order, GString *lines, const CatalogueRow *row, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *line = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    text_add_line(lines, line);
    order->first = order->first ? order->first : row;
}

static int digits_of(int64_t number)
{
    int digits = 1;
    for (; number >= 10; number /= 10)
        digits++;
    return digits;
}

/* Numbers that begin at 1 again are those of another part (副卷). */
static void look_serials(const GPtrArray *rows, CatalogueOrder *order)
{
    const CatalogueRow *last = NULL;
    guint since = 0;
    for (guint i = 0; i < rows->len; i++) {
        const CatalogueRow *row = rows->pdata[i];
        since++;
        if (row->serial == 0)
            continue;
        bool gap = last && row->serial > last->serial + since;
        bool back = last && row->serial <= last->serial && row->serial != 1;
        if (gap || back)
            note_break(order, gap ? order->gaps : order->back, row, "%" G_GINT64_FORMAT "→%" G_GINT64_FORMAT,
                       (gint64)last->serial, (gint64)row->serial);
        order->breaks_of_serials += gap || back;
        last = row;
        since = 0;
    }
}

static void look_pages(const GPtrArray *rows, CatalogueOrder *order)
{
    const CatalogueRow *last = NULL;
    for (guint i = 0; i < rows->len; i++) {
        const CatalogueRow *row = rows->pdata[i];
        if (row->first_page == 0)
            continue;
        bool turned = row->last_page < row->first_page && digits_of(row->last_page) == digits_of(row->first_page);
        bool back = last && row->first_page < last->first_page && row->first_page != 1;
        if (turned || back)
            note_break(order, order->pages, row, "%s（%s）", row->name, row->parts[1]);
        order->breaks_of_pages += turned || back;
        order->risen += last && row->first_page > last->first_page;
        order->paged++;
        last = row;
    }
}

/* Numbers that go up and down all the time are something else: how many pages each paper has. */
void catalogue_order(const GPtrArray *rows, CatalogueOrder *order)
{
    *order = (CatalogueOrder){.gaps = g_string_new(NULL), .back = g_string_new(NULL), .pages = g_string_new(NULL)};
    for (guint i = 1; i < rows->len; i++)
        if (in_one_row(rows->pdata[i - 1], rows->pdata[i]))
            return;
    look_serials(rows, order);
    const CatalogueRow *first = order->first;
    if (rows->len < ROWS_MIN || order->breaks_of_serials * CATALOGUE_SHARE > rows->len) {
        g_string_truncate(order->gaps, 0);
        g_string_truncate(order->back, 0);
        first = NULL;
    }
    order->first = first;
    look_pages(rows, order);
    const bool rises = order->paged > 0 && order->risen * 3 >= (order->paged - 1) * 2;
    if (order->paged < ROWS_MIN || order->breaks_of_pages * CATALOGUE_SHARE > order->paged || !rises) {
        g_string_truncate(order->pages, 0);
        order->first = first;
    }
}

