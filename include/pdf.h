/*
 * pdf: the wall around qpdf.
 *
 * The file is opened, its page tree walked (bounded, without recursion) and every page counted.  A file whose
 * cross-reference table is wrong is read after a rebuild, as viewers do, but only passes when nothing seems lost: the end
 * marker stands and as many pages are found as the tree promises.  No text is read and no content is interpreted.
 *
 * A page that is one picture and nothing else (no fonts: what scanners make) is examined like a scan; its resolution is
 * pixels over the size of the page.  Read are JPEG, and, where they have the shape of the page, fax (T.4 with codes for line
 * ends, T.6), Flate with or without a predictor, and plain pixels (image_strip.h), in grey, RGB, CMYK and palettes that stand
 * in the file as text.  JBIG2, JPEG 2000, pictures with masks and chains of filters are not: such pages, like all others, are
 * counted and have no entry in pages.
 *
 * A file that opens without a password, though it forbids printing or the like, is read; one that does not is
 * FACTS_ENCRYPTED, also when its kind of encryption is unknown.
 */
#ifndef ANJUAN_PDF_H
#define ANJUAN_PDF_H

#include "scan.h"

/* Examines a whole PDF file in memory; FACTS must be initialised.  Never fails: see the states of scan.h. */
void pdf_scan(const uint8_t *data, size_t size_bytes, ScanFacts *facts);

#endif
