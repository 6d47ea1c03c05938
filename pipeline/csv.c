#include "csv.h"

#include <string.h>

#include "fault.h"
#include "lang.h"

/* ---- encoding ------------------------------------------------------------------------------------------------ */

/* The length of the valid UTF-8 at the beginning; NULs are let through, they are judged cell by cell. */
static size_t utf8_prefix(const char *bytes, size_t size)
{
    size_t at = 0;
    while (at < size) {
        const char *end;
        if (g_utf8_validate_len(bytes + at, size - at, &end))
            return size;
        at = (size_t)(end - bytes);
        if (bytes[at] != '\0')
            return at;
        at++;
    }
    return size;
}

static char *bad_bytes(const char *bytes, size_t offset, GError **error)
{
    guint line = 1;
    for (size_t i = 0; i < offset; i++)
        if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == offset || bytes[i + 1] != '\n')))
            line++;
    fault_input(error, FAULT_BAD,
                tr("第%u行（第%zu字节处）既不是UTF-8也不是GB18030编码；请用表格软件另存为“CSV UTF-8”后再放回",
                   "line %u (byte offset %zu) is neither UTF-8 nor GB18030; save the table again as \"CSV UTF-8\""),
                line, offset);
    return NULL;
}

static char *decode_from(const char *bytes, size_t size, const char *charset, size_t *text_size, size_t *good_bytes)
{
    gsize read = 0, written = 0;
    char *text = g_convert(bytes, (gssize)size, "UTF-8", charset, &read, &written, NULL);
    *good_bytes = read;
    *text_size = written;
    if (read == size) /* g_convert takes a character cut off at the end for no error */
        return text;
    g_free(text);
    return NULL;
}

/* The character at *AT, which is moved behind it; (gunichar)-1 for half of a pair. */
static gunichar utf16_char(const unsigned char **at, const unsigned char *end, bool little)
{
    gunichar unit[2] = {0, 0};
    size_t count = 1;
    for (size_t i = 0; i < count; i++) {
        if (end - *at < 2)
            return (gunichar)-1;
        unit[i] = little ? (*at)[0] | (gunichar)(*at)[1] << 8 : (gunichar)(*at)[0] << 8 | (*at)[1];
        bool wanted =
            i == 0 ? unit[0] < 0xDC00 || unit[0] > 0xDFFF : unit[1] >= 0xDC00 && unit[1] <= 0xDFFF;
        if (!wanted)
            return (gunichar)-1;
        *at += 2;
        if (unit[0] >= 0xD800 && unit[0] <= 0xDBFF)
            count = 2;
    }
    return count == 1 ? unit[0] : 0x10000 + ((unit[0] - 0xD800) << 10) + (unit[1] - 0xDC00);
}

/* By hand: a converter of the system lies in a file of its own, which a stage in its sandbox cannot open.
 */
static char *decode_utf16(const char *bytes, size_t size, size_t *text_size, GError **error)
{
    const unsigned char *from = (const unsigned char *)bytes, *at = from + 2, *end = from + size;
    g_autoptr(GString) text = g_string_sized_new(size);
    while (at < end) {
        gunichar c = utf16_char(&at, end, from[0] == 0xFF);
        if (c == (gunichar)-1) {
            fault_input(error, FAULT_BAD,
                        tr("第%zu字节处不是有效的UTF-16编码；请用表格软件另存为“CSV UTF-8”后再放回",
                           "byte offset %zu is not valid UTF-16; save the table again as \"CSV UTF-8\""),
                        (size_t)(at - from));
            return NULL;
        }
        g_string_append_unichar(text, c);
    }
    *text_size = text->len;
    return g_string_free(g_steal_pointer(&text), FALSE);
}

char *csv_decode(const void *bytes, size_t size, size_t *text_size, const char **encoding, GError **error)
{
    const char *from = bytes, *unused = NULL;
    const char **name = encoding ? encoding : &unused;
    bool marked = size >= 3 && memcmp(from, "\xEF\xBB\xBF", 3) == 0;
    if (size >= 2 && (memcmp(from, "\xFF\xFE", 2) == 0 || memcmp(from, "\xFE\xFF", 2) == 0)) {
        *name = "UTF-16";
        return decode_utf16(from, size, text_size, error);
    }
    if (marked) {
        from += 3;
        size -= 3;
    }
    size_t valid = utf8_prefix(from, size);
    *name = marked || valid == size ? "UTF-8" : "GB18030";
    if (valid == size) {
        char *text = g_malloc(size + 1);
        memcpy(text, from, size);
        text[size] = '\0';
        *text_size = size;
        return text;
    }
    size_t good = 0;
    char *text = marked ? NULL : decode_from(from, size, "GB18030", text_size, &good);
    /* The encoding that went further is the one that was meant. */
    return text ? text : bad_bytes(bytes, MAX(valid, good) + (marked ? 3 : 0), error);
}

/* ---- rows ---------------------------------------------------------------------------------------------------- */

static bool ends_line(char c)
{
    return c == '\n' || c == '\r';
}

char csv_separator(const char *text, size_t size)
{
    const char *end = text + size;
    guint best = 0;
    char separator = ',';
    for (guint lines = 0; text < end && lines < 10; lines++, text++) {
        guint commas = 0, tabs = 0, semicolons = 0;
        bool quoted = false;
        for (; text < end && !ends_line(*text); text++) {
            if (*text == '"')
                quoted = !quoted;
            commas += !quoted && *text == ',';
            tabs += !quoted && *text == '\t';
            semicolons += !quoted && *text == ';';
        }
        guint most = MAX(commas, MAX(tabs, semicolons));
        if (most > best) {
            best = most;
            separator = ';';
            if (commas)
                separator = ',';
            else if (tabs)
                separator = '\t';
        }
    }
    return separator;
}

typedef struct {
    char *at, *end;
    char separator;
    guint line;      /* of AT */
    GArray *cells;   /* CsvCell, of the row in hand */
    guint n_cells;   /* of the row in hand, also those beyond the bound */
    bool refused;    /* the row in hand */
    const CsvHandler *handler;
} Reader;

static void row_refuse(Reader *reader, CsvTrouble trouble, guint line, const char *text, size_t size)
{
    if (reader->refused)
        return;
    reader->refused = true;
    if (reader->handler->trouble)
        reader->handler->trouble(trouble, line, reader->n_cells, text, size, reader->handler->data);
}

/* Steps over the end of a line at AT: CR LF, CR or LF. */
static char *line_end_skip(char *at, const char *end)
{
    return *at == '\r' && at + 1 < end && at[1] == '\n' ? at + 2 : at + 1;
}

const char *csv_text_bare(const char *text)
{
    bool guarded = text[0] == '\'' && text[1] != '\0' && strchr("=+-@\t\r", text[1]);
    return guarded ? text + 1 : text;
}

static void cell_add(Reader *reader, char *text, size_t size, guint line)
{
    if (memchr(text, '\0', size))
        row_refuse(reader, CSV_HAS_NUL, line, text, size);
    else if (size > CSV_CELL_BYTES)
        row_refuse(reader, CSV_LONG_CELL, line, text, size);
    else if (reader->n_cells >= CSV_ROW_CELLS)
        row_refuse(reader, CSV_WIDE_ROW, line, text, size);
    reader->n_cells++;
    if (reader->refused)
        return;
    text[size] = '\0';
    const char *bare = csv_text_bare(text);
    CsvCell cell = { bare, (guint32)(size - (size_t)(bare - text)), line };
    g_array_append_val(reader->cells, cell);
}

/* A quote that opens at QUOTE: where it closes and how many lines that takes; NULL when it does not, within bounds. */
static char *quote_close(const Reader *reader, char *quote, guint *lines, bool *escaped)
{
    char *limit = reader->end - quote > CSV_CELL_BYTES ? quote + CSV_CELL_BYTES : reader->end;
    *lines = 0;
    *escaped = false;
    for (char *at = quote + 1; at < limit; at++) {
        if (*at == '"') {
            if (at + 1 >= reader->end || at[1] != '"')
                return at;
            *escaped = true;
            at++;
        } else if (*at == '\n' || (*at == '\r' && !(at + 1 < reader->end && at[1] == '\n'))) {
            if (++*lines > CSV_CELL_LINES)
                return NULL;
        }
    }
    return NULL;
}

static size_t quotes_undouble(char *text, size_t size)
{
    size_t to = 0;
    for (size_t from = 0; from < size; from++) {
        text[to++] = text[from];
        if (text[from] == '"')
            from++;
    }
    return to;
}

/* After a broken quote the rest of its line is dropped, and the row with it. */
static void line_drop(Reader *reader, char *quote)
{
    char *at = quote;
    while (at < reader->end && !ends_line(*at))
        at++;
    row_refuse(reader, CSV_BAD_QUOTE, reader->line, quote, (size_t)(at - quote));
    reader->at = at;
}

static bool is_blank(const Reader *reader, const char *at)
{
    return at < reader->end && (*at == ' ' || *at == '\t') && *at != reader->separator;
}

static void cell_read_quoted(Reader *reader, char *quote)
{
    guint lines;
    bool escaped;
    char *close = quote_close(reader, quote, &lines, &escaped);
    char *after = close ? close + 1 : NULL;
    while (after && is_blank(reader, after))
        after++;
    if (!after || (after < reader->end && *after != reader->separator && !ends_line(*after))) {
        line_drop(reader, quote);
        return;
    }
    char *text = quote + 1;
    size_t size = (size_t)(close - text);
    if (escaped)
        size = quotes_undouble(text, size);
    cell_add(reader, text, size, reader->line);
    reader->line += lines;
    reader->at = after;
}

static char byte_at(const Reader *reader, const char *at)
{
    if (at < reader->end)
        return *at;
    return '\0';
}

/* Reads one cell; AT is then at the separator or line end behind it, which cell_add may have turned into the NUL that
 * ends the cell: *STOP is what stood there. */
static void cell_read(Reader *reader, char *stop)
{
    char *start = reader->at;
    while (is_blank(reader, start))
        start++;
    if (start < reader->end && *start == '"') {
        cell_read_quoted(reader, start);
        *stop = byte_at(reader, reader->at);
        return;
    }
    start = reader->at;
    char *at = start;
    while (at < reader->end && *at != reader->separator && !ends_line(*at))
        at++;
    *stop = byte_at(reader, at);
    char *next = at;
    if (ends_line(*stop))
        next = line_end_skip(at, reader->end) - 1; /* the last byte of the line's end: CR LF is then seen as its LF */
    cell_add(reader, start, (size_t)(at - start), reader->line);
    reader->at = next;
}

static void row_read(Reader *reader)
{
    guint line = reader->line;
    char stop;
    g_array_set_size(reader->cells, 0);
    reader->n_cells = 0;
    reader->refused = false;
    for (;;) {
        cell_read(reader, &stop);
        if (reader->at >= reader->end)
            break;
        if (ends_line(stop)) {
            reader->at = line_end_skip(reader->at, reader->end);
            reader->line++;
            break;
        }
        reader->at++;
    }
    CsvRow row = { (const CsvCell *)(gpointer)reader->cells->data, reader->cells->len, line };
    if (!reader->refused)
        reader->handler->row(&row, reader->handler->data);
}

void csv_parse(char *text, size_t size, char separator, const CsvHandler *handler)
{
    g_autoptr(GArray) cells = g_array_new(FALSE, FALSE, sizeof(CsvCell));
    Reader reader = { .at = text, .end = text + size, .separator = separator, .line = 1, .cells = cells, .handler = handler };
    while (reader.at < reader.end)
        row_read(&reader);
}

/* ---- writing ------------------------------------------------------------------------------------------------- */

void csv_writer_init(CsvWriter *writer, GString *out)
{
    writer->out = out;
    writer->in_row = false;
    g_string_append(out, "\xEF\xBB\xBF");
}

static void cell_begin(CsvWriter *writer)
{
    if (writer->in_row)
        g_string_append_c(writer->out, ',');
    writer->in_row = true;
}

/* Blanks at the ends are quoted because readers disagree about them, tab and semicolon because readers guess separators. */
static bool needs_quotes(const char *text)
{
    size_t size = strlen(text);
    return size > 0 && (strpbrk(text, ",\"\r\n\t;") || text[0] == ' ' || text[size - 1] == ' ');
}

void csv_put_text(CsvWriter *writer, const char *text)
{
    cell_begin(writer);
    if (!text || text[0] == '\0')
        return;
    bool quoted = needs_quotes(text);
    if (quoted)
        g_string_append_c(writer->out, '"');
    if (strchr("=+-@\t\r", text[0]))
        g_string_append_c(writer->out, '\'');
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '"')
            g_string_append_c(writer->out, '"');
        g_string_append_c(writer->out, *at);
    }
    if (quoted)
        g_string_append_c(writer->out, '"');
}

void csv_put_texts(CsvWriter *writer, const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        csv_put_text(writer, texts[i]);
}

void csv_put_number(CsvWriter *writer, const char *number)
{
    cell_begin(writer);
    if (number)
        g_string_append(writer->out, number);
}

void csv_end_row(CsvWriter *writer)
{
    g_string_append(writer->out, "\r\n");
    writer->in_row = false;
}
