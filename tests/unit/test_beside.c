/* Work beside the caller: by other threads where they can be had, and by the caller where they cannot. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
#include <setjmp.h>
#include <cmocka.h>

#include "beside.h"
#include "nothreads.h"

enum { TASKS = 100 };

typedef struct {
    GThread *by; /* who did it */
    int times;
} Piece;

static gpointer do_piece(gpointer data)
{
    Piece *piece = data;
    piece->by = g_thread_self();
    piece->times++;
    return piece;
}

static void do_task(gpointer task, gpointer data)
{
    assert_string_equal(data, "shared");
    do_piece(task);
}

static void begin(bool threads)
{
    if (!threads)
        nothreads_begin();
}

static void end(bool threads)
{
    if (!threads)
        nothreads_end();
}

static void check_one(bool threads)
{
    Piece piece = {0};
    begin(threads);
    Beside beside = beside_start("one", do_piece, &piece);
    end(threads);
    assert_int_equal(beside.thread != NULL, threads);
    assert_ptr_equal(beside_end(&beside), &piece);
    assert_ptr_equal(beside_end(&beside), &piece);
    assert_int_equal(piece.times, 1);
    assert_int_equal(piece.by != g_thread_self(), threads);
}

static void check_crew(bool threads)
{
    Piece pieces[TASKS] = {0};
    char shared[] = "shared";
    begin(threads);
    Crew *crew = crew_new(do_task, shared, 3);
    for (size_t i = 0; i < TASKS; i++)
        crew_push(crew, &pieces[i]);
    crew_free(crew, false);
    end(threads);
    for (size_t i = 0; i < TASKS; i++) {
        assert_int_equal(pieces[i].times, 1);
        assert_int_equal(pieces[i].by != g_thread_self(), threads);
    }
}

static void test_threads_where_they_can_be_had(void **state G_GNUC_UNUSED)
{
    check_one(true);
    check_crew(true);
}

static void test_the_caller_where_they_cannot(void **state G_GNUC_UNUSED)
{
    check_one(false);
    check_crew(false);
    nothreads_begin();
    assert_null(beside_thread("none", do_piece, NULL));
    nothreads_end();
}

static void test_nothing_to_free(void **state G_GNUC_UNUSED)
{
    crew_free(NULL, true);
    Beside none = {0};
    assert_null(beside_end(&none));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        /* First: GLib keeps a pool's threads for the next pool. */
        cmocka_unit_test(test_the_caller_where_they_cannot),
        cmocka_unit_test(test_threads_where_they_can_be_had),
        cmocka_unit_test(test_nothing_to_free),
    };
    return cmocka_run_group_tests_name("beside", tests, NULL, NULL);
}
