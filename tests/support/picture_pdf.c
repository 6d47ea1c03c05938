#include <string.h>
#include <qpdf/qpdf-c.h>

#include "picture.h"

/* A PDF under construction: numbered objects whose places the table at the end lists. */
typedef struct {
    GByteArray *bytes;
    GArray *places; /* of guint; object 1 first */
} Pdf;

static void add_text(Pdf *pdf, const char *text)
{
    g_byte_array_append(pdf->bytes, (const guint8 *)text, (guint)strlen(text));
}

static void G_GNUC_PRINTF(2, 3) add_object(Pdf *pdf, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    g_autofree char *body = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_array_append_val(pdf->places, pdf->bytes->len);
    g_autofree char *text = g_strdup_printf("%u 0 obj\n%s\nendobj\n", pdf->places->len, body);
    add_text(pdf, text);
}

static void add_stream(Pdf *pdf, const char *entries, const void *data, guint size)
{
    g_array_append_val(pdf->places, pdf->bytes->len);
    g_autofree char *head =
        g_strdup_printf("%u 0 obj\n<< %s /Length %u >>\nstream\n", pdf->places->len, entries, size);
    add_text(pdf, head);
    g_byte_array_append(pdf->bytes, data, size);
    add_text(pdf, "\nendstream\nendobj\n");
}

static void add_end(Pdf *pdf)
{
    guint start = pdf->bytes->len;
    g_autoptr(GString) end = g_string_new(NULL);

    g_string_printf(end, "xref\n0 %u\n0000000000 65535 f \n", pdf->places->len + 1);
    for (guint i = 0; i < pdf->places->len; i++)
        g_string_append_printf(end, "%010u 00000 n \n", g_array_index(pdf->places, guint, i));
    g_string_append_printf(end, "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%u\n%%%%EOF\n", pdf->places->len + 1, start);
    add_text(pdf, end->str);
}

/* Objects of a page: the page, its content, its picture or font; three numbers from FIRST. */
static void add_page(Pdf *pdf, guint first, const GByteArray *jpeg, uint32_t width, uint32_t height)
{
    static const char show[] = "q 595 0 0 842 0 0 cm /P Do Q";
    static const char write[] = "BT /F 12 Tf 72 700 Td (page) Tj ET";
    const char *content = jpeg != NULL ? show : write;

    add_object(pdf, "<< /Type /Page /Parent 2 0 R /Contents %u 0 R /Resources << /%s << /%s %u 0 R >> >> >>", first + 1,
               jpeg != NULL ? "XObject" : "Font", jpeg != NULL ? "P" : "F", first + 2);
    add_stream(pdf, "", content, (guint)strlen(content));
    if (jpeg == NULL) {
        add_object(pdf, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        return;
    }
    g_autofree char *entries = g_strdup_printf("/Type /XObject /Subtype /Image /Width %u /Height %u /ColorSpace /DeviceRGB "
                                               "/BitsPerComponent 8 /Filter /DCTDecode", width, height);
    add_stream(pdf, entries, jpeg->data, jpeg->len);
}

GByteArray *picture_pdf(GByteArray *const *jpegs, unsigned count, uint32_t width, uint32_t height)
{
    Pdf pdf = {g_byte_array_new(), g_array_new(FALSE, FALSE, sizeof(guint))};
    g_autoptr(GString) kids = g_string_new(NULL);

    for (unsigned i = 0; i < count; i++)
        g_string_append_printf(kids, "%u 0 R ", 3 + 3 * i);
    add_text(&pdf, "%PDF-1.4\n");
    add_object(&pdf, "<< /Type /Catalog /Pages 2 0 R >>");
    add_object(&pdf, "<< /Type /Pages /Count %u /Kids [ %s] /MediaBox [0 0 595 842] >>", count, kids->str);
    for (unsigned i = 0; i < count; i++)
        add_page(&pdf, 3 + 3 * i, jpegs[i], width, height);
    add_end(&pdf);
    g_array_unref(pdf.places);
    return pdf.bytes;
}

GByteArray *picture_pdf_page(const char *entries, const GByteArray *data, unsigned width_pt,
                             unsigned height_pt)
{
    Pdf pdf = {g_byte_array_new(), g_array_new(FALSE, FALSE, sizeof(guint))};
    g_autofree char *show = g_strdup_printf("q %u 0 0 %u 0 0 cm /P Do Q", width_pt, height_pt);
    g_autofree char *head = g_strconcat("/Type /XObject /Subtype /Image ", entries, NULL);

    add_text(&pdf, "%PDF-1.4\n");
    add_object(&pdf, "<< /Type /Catalog /Pages 2 0 R >>");
    add_object(&pdf, "<< /Type /Pages /Count 1 /Kids [ 3 0 R ] /MediaBox [0 0 %u %u] >>", width_pt,
               height_pt);
    add_object(&pdf,
               "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>");
    add_stream(&pdf, "", show, (guint)strlen(show));
    add_stream(&pdf, head, data->data, data->len);
    add_end(&pdf);
    g_array_unref(pdf.places);
    return pdf.bytes;
}

GByteArray *picture_pdf_encrypted(const GByteArray *pdf, const char *user_password, const char *owner_password)
{
    qpdf_data qpdf = qpdf_init();
    GByteArray *result = g_byte_array_new();

    qpdf_read_memory(qpdf, "made", (const char *)pdf->data, pdf->len, "");
    qpdf_init_write_memory(qpdf);
    qpdf_set_deterministic_ID(qpdf, QPDF_FALSE);
    qpdf_set_static_ID(qpdf, QPDF_TRUE);
    qpdf_set_r6_encryption_parameters2(qpdf, user_password, owner_password, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
                                       QPDF_TRUE, QPDF_TRUE, qpdf_r3p_low, QPDF_TRUE);
    qpdf_write(qpdf);
    g_byte_array_append(result, qpdf_get_buffer(qpdf), (guint)qpdf_get_buffer_length(qpdf));
    qpdf_cleanup(&qpdf);
    return result;
}
