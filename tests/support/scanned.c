#include "scanned.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

ScanFacts scanned(ScanReader read, const GByteArray *bytes)
{
    ScanFacts facts;
    scan_facts_init(&facts);
    read(bytes->data, bytes->len, &facts);
    assert_int_equal(facts.state, scan_reason_state(facts.reason));
    return facts;
}

PageFacts scanned_page(ScanReader read, GByteArray *bytes)
{
    ScanFacts facts = scanned(read, bytes);
    assert_int_equal(facts.reason, FACTS_REASON_NONE);
    assert_int_equal(facts.pages->len, 1);
    assert_int_equal(facts.page_count, 1);
    PageFacts page = g_array_index(facts.pages, PageFacts, 0);
    assert_int_equal(page.number, 1);
    scan_facts_clear(&facts);
    g_byte_array_unref(bytes);
    return page;
}

void scanned_bad(ScanReader read, const uint8_t *data, size_t size, FactsReason reason)
{
    ScanFacts facts;
    scan_facts_init(&facts);
    read(data, size, &facts);
    assert_int_equal(facts.reason, reason);
    assert_int_equal(facts.state, scan_reason_state(reason));
    assert_int_equal(facts.pages->len, 0);
    scan_facts_clear(&facts);
}
