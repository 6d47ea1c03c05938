/* The half of scan.h that decodes.  Apart from the rest, so that who only asks about facts (likeness.h) is not linked to every
 * library of pictures: loading them takes longer than many a check. */
#include "scan.h"

#include "image_jpeg.h"
#include "image_png.h"
#include "image_tiff.h"
#include "pdf.h"

void scan_examine(FactsType type, const uint8_t *data, size_t size, ScanFacts *facts)
{
    if (size == 0) {
        scan_facts_fail(facts, FACTS_REASON_EMPTY);
        return;
    }
    switch (type) {
    case FACTS_JPEG: image_jpeg_scan(data, size, facts); break;
    case FACTS_PNG: image_png_scan(data, size, facts); break;
    case FACTS_TIFF: image_tiff_scan(data, size, facts); break;
    case FACTS_PDF: pdf_scan(data, size, facts); break;
    case FACTS_OTHER: scan_facts_fail(facts, FACTS_REASON_FORMAT); break;
    }
}

void scan_look_closer(FactsType type, const uint8_t *data, size_t size, ScanCloser *closer)
{
    ScanFacts facts;
    scan_facts_init(&facts);
    facts.closer = closer;
    scan_examine(type, data, size, &facts);
    scan_facts_clear(&facts);
}
