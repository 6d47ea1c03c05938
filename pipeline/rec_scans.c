#include "rec_scans.h"

#include <string.h>

const char *const scan_states[] = {"ok", "damaged", "empty", "encrypted", "unsupported", NULL};

static const RecordField page_fields[] = {FIELD_INT_REQ(ScanPage, number, "number", 0, 0),
                                          FIELD_INT_REQ(ScanPage, width_px, "width", 0, 0),  FIELD_INT_REQ(ScanPage, height_px, "height", 0, 0),
                                          FIELD_INT(ScanPage, dpi_x, "dpi-x"),               FIELD_INT(ScanPage, dpi_y, "dpi-y"),
                                          FIELD_INT_REQ(ScanPage, cells, "cells", 0, 0),     FIELD_INT_REQ(ScanPage, dark, "dark", 0, 0),
                                          FIELD_INT(ScanPage, edge, "edge"),
                                          FIELD_STRING(ScanPage, hash, "hash"),              FIELD_STRING(ScanPage, thumb, "thumb"),
                                          FIELD_END};
const RecordType scan_page_type = {"page", NULL, sizeof(ScanPage), page_fields};

static const RecordField scan_fields[] = {FIELD_DIGEST_REQ(Scan, sha256, "sha256"),
                                          FIELD_STRING_REQ(Scan, type, "type"),
                                          FIELD_ENUM_REQ(Scan, state, "state", scan_states),
                                          FIELD_STRING(Scan, reason, "reason"),
                                          FIELD_INT(Scan, pages, "pages"),
                                          FIELD_LIST(Scan, page, "page", &scan_page_type),
                                          FIELD_END};
const RecordType scan_type = {"scan", NULL, sizeof(Scan), scan_fields};

static const RecordField place_fields[] = {FIELD_INT_REQ(ScanPlace, scan, "scan", 1, INT32_MAX),
                                           FIELD_INT_REQ(ScanPlace, page, "page", 1, INT32_MAX), FIELD_END};
const RecordType scan_place_type = {"passed", NULL, sizeof(ScanPlace), place_fields};

static const RecordField pair_fields[] = {FIELD_INT_REQ(ScanPair, scan, "scan", 1, INT32_MAX),
                                          FIELD_INT_REQ(ScanPair, page, "page", 1, INT32_MAX),
                                          FIELD_INT_REQ(ScanPair, other_scan, "other-scan", 1, INT32_MAX),
                                          FIELD_INT_REQ(ScanPair, other_page, "other-page", 1, INT32_MAX),
                                          FIELD_END};
const RecordType scan_pair_type = {"pair", NULL, sizeof(ScanPair), pair_fields};

static const RecordField scans_fields[] = {FIELD_STRING_REQ(Scans, program, "program"),
                                           FIELD_LIST(Scans, made_from, "made-from", &made_from_type),
                                           FIELD_LIST(Scans, scans, "scan", &scan_type),
                                           FIELD_LIST(Scans, pairs, "pair", &scan_pair_type),
                                           FIELD_LIST(Scans, passed, "passed", &scan_place_type), FIELD_END};
const RecordType scans_type = {"scans", "urn:anjuan:scans", sizeof(Scans), scans_fields,
    UNIT_LISTING_BYTES_MAX};

const Scan *scans_find(const Scans *scans, const char *sha256)
{
    guint low = 0, high = scans->scans->len;
    while (low < high) {
        guint middle = (low + high) / 2;
        const Scan *scan = scans->scans->pdata[middle];
        int order = strcmp(scan->sha256, sha256);
        if (order == 0)
            return scan;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
