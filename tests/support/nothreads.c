#include "nothreads.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <pthread.h>

#include <glib.h>

static size_t usual_bytes;

static void set_stack(size_t bytes)
{
    pthread_attr_t attributes;
    assert_int_equal(pthread_getattr_default_np(&attributes), 0);
    if (usual_bytes == 0)
        assert_int_equal(pthread_attr_getstacksize(&attributes, &usual_bytes), 0);
    assert_int_equal(pthread_attr_setstacksize(&attributes, bytes ? bytes : usual_bytes), 0);
    assert_int_equal(pthread_setattr_default_np(&attributes), 0);
    pthread_attr_destroy(&attributes);
}

void nothreads_begin(void)
{
    /* valgrind refuses in other words, which GLib takes for a mistake of its own. */
    if (g_getenv("ANJUAN_NO_SANDBOX"))
        skip();
    set_stack((size_t)1 << 60);
}

void nothreads_end(void)
{
    set_stack(0);
}
