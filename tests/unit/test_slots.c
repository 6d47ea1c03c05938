/* Which case file fills which slot (SPEC 8.2), on the template season: penalty 3, daily, detention, crime, enforcement 1 each, audit 2 for ZD. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "slots.h"

#include <string.h>

static Season *season;
static GPtrArray *files, *entries;

static int setup(void **state)
{
    (void)state;
    season = season_read("pipeline/rules/season-template.xml", NULL);
    return season ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    season_free(season);
    return 0;
}

static int begin(void **state)
{
    (void)state;
    files = g_ptr_array_new();
    entries = NULL;
    return 0;
}

static int end(void **state)
{
    (void)state;
    g_clear_pointer(&entries, g_ptr_array_unref);
    record_list_clear(files, &unit_case_type);
    g_ptr_array_unref(files);
    return 0;
}

static void file(const char *name, Kind kind, const char *key, bool inside)
{
    UnitCase *casefile = record_add(files, &unit_case_type);
    casefile->name = g_strdup(name);
    casefile->kind = kind;
    casefile->key = g_strdup(key);
    casefile->in_window = inside;
}

static void assign(const char *unit, const SlotRulings *rulings)
{
    g_clear_pointer(&entries, g_ptr_array_unref);
    entries = slots_assign(season, unit, files, rulings);
}

static void check(guint index, SlotState state, int position, bool submitted)
{
    const SlotEntry *entry = entries->pdata[index];
    assert_int_equal(entry->state, state);
    assert_int_equal(entry->position, position);
    assert_int_equal(entry->submitted, submitted);
}

static void files_fill_slots_in_order(void **state)
{
    (void)state;
    file("1", KIND_PENALTY, "a", true);
    file("2", KIND_DAILY, "b", true);
    file("3", KIND_PENALTY, "c", true);
    file("4", KIND_PENALTY, NULL, true);
    file("5", KIND_PENALTY, "d", true);
    assign("YL", NULL);
    check(0, SLOT_COUNTS, 1, true);
    check(1, SLOT_COUNTS, 1, true);
    check(2, SLOT_COUNTS, 2, true);
    check(3, SLOT_COUNTS, 3, true);
    check(4, SLOT_SURPLUS, 0, true);
    assert_int_equal(slots_submitted(entries), 5);
    assert_ptr_equal(slots_at(entries, KIND_PENALTY, 2, false), entries->pdata[2]);
    assert_null(slots_at(entries, KIND_CRIME, 1, false));
}

static void those_outside_the_window_come_last(void **state)
{
    (void)state;
    file("1", KIND_PENALTY, "a", false);
    file("2", KIND_PENALTY, "b", true);
    file("3", KIND_PENALTY, "c", true);
    assign("YL", NULL);
    check(0, SLOT_OUTSIDE, 3, false);
    check(1, SLOT_COUNTS, 1, true);
    check(2, SLOT_COUNTS, 2, true);
    file("4", KIND_PENALTY, "d", true);
    assign("YL", NULL);
    check(0, SLOT_SURPLUS, 0, false);
    check(3, SLOT_COUNTS, 3, true);
    assert_int_equal(slots_submitted(entries), 3);
}

static void a_repeated_number_fills_a_slot_with_nothing(void **state)
{
    (void)state;
    file("1", KIND_PENALTY, "a", true);
    file("2", KIND_PENALTY, "a", true);
    file("3", KIND_PENALTY, "b", true);
    assign("YL", NULL);
    check(0, SLOT_COUNTS, 1, true);
    check(1, SLOT_REPEATED, 2, false);
    check(2, SLOT_COUNTS, 3, true);
    assert_ptr_equal(((SlotEntry *)entries->pdata[1])->repeats, files->pdata[0]);
    assert_int_equal(slots_submitted(entries), 2);
}

static void no_number_repeats_nothing(void **state)
{
    (void)state;
    file("1", KIND_PENALTY, NULL, true);
    file("2", KIND_PENALTY, NULL, true);
    assign("YL", NULL);
    check(1, SLOT_COUNTS, 2, true);
}

/* A seizure decision or an audit file takes no mark, so it takes none away either. */
static void kinds_without_slot_repeat_nothing(void **state)
{
    (void)state;
    file("1", KIND_SEIZURE, "a", true);
    file("2", KIND_AUDIT, "b", true);
    file("3", KIND_PENALTY, "a", true);
    file("4", KIND_PENALTY, "b", true);
    file("5", KIND_DAILY, "a", true);
    assign("ZD", NULL);
    check(2, SLOT_COUNTS, 1, true);
    check(3, SLOT_COUNTS, 2, true);
    check(4, SLOT_REPEATED, 1, false);
    assert_int_equal(slots_submitted(entries), 2);
}

static void unknown_kinds_and_kinds_without_slot(void **state)
{
    (void)state;
    file("1", KIND_NONE, "a", true);
    file("2", KIND_SEIZURE, "b", true);
    assign("YL", NULL);
    check(0, SLOT_NO_KIND, 0, false);
    check(1, SLOT_SURPLUS, 0, false);
}

static void extras_belong_to_one_unit(void **state)
{
    (void)state;
    file("1", KIND_AUDIT, "a", true);
    file("2", KIND_AUDIT, "b", true);
    file("3", KIND_AUDIT, "c", true);
    assign("ZD", NULL);
    check(0, SLOT_COUNTS, 1, false);
    check(1, SLOT_COUNTS, 2, false);
    check(2, SLOT_SURPLUS, 0, false);
    assert_non_null(slots_at(entries, KIND_AUDIT, 2, true));
    assert_null(slots_at(entries, KIND_AUDIT, 2, false));
    assign("YL", NULL);
    check(0, SLOT_SURPLUS, 0, false);
    assign(NULL, NULL);
    check(0, SLOT_SURPLUS, 0, false);
}

static void rulings_set_rules_aside(void **state)
{
    (void)state;
    g_autoptr(GHashTable) set = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_add(set, (gpointer)"a");
    file("1", KIND_PENALTY, "a", false);
    file("2", KIND_PENALTY, "b", true);
    file("3", KIND_PENALTY, "a", true);
    assign("YL", &(SlotRulings){.valid = set});
    check(0, SLOT_COUNTS, 1, true);
    check(1, SLOT_COUNTS, 2, true);
    check(2, SLOT_COUNTS, 3, true);
    assign("YL", &(SlotRulings){.refused = set});
    check(0, SLOT_REFUSED, 0, false);
    check(1, SLOT_COUNTS, 1, true);
    check(2, SLOT_REFUSED, 0, false);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(files_fill_slots_in_order), CASE(those_outside_the_window_come_last), CASE(a_repeated_number_fills_a_slot_with_nothing),
        CASE(no_number_repeats_nothing), CASE(kinds_without_slot_repeat_nothing),
        CASE(unknown_kinds_and_kinds_without_slot), CASE(extras_belong_to_one_unit), CASE(rulings_set_rules_aside),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
