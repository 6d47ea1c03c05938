#include "fault.h"

#include <stdbool.h>

G_DEFINE_QUARK(anjuan-input, fault_input)
G_DEFINE_QUARK(anjuan-system, fault_system)
G_DEFINE_QUARK(anjuan-interrupted, fault_interrupted)

gboolean fault_input(GError **error, FaultCode code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    if (error)
        *error = g_error_new_valist(FAULT_INPUT, (gint)code, format, args);
    va_end(args);
    return FALSE;
}

gboolean fault_system(GError **error, int errno_value, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    if (error) {
        *error = g_error_new_valist(FAULT_SYSTEM, errno_value, format, args);
        if (errno_value != 0) {
            char *text = g_strdup_printf("%s (%s)", (*error)->message, g_strerror(errno_value));
            g_free((*error)->message);
            (*error)->message = text;
        }
    }
    va_end(args);
    return FALSE;
}

/* GIO's errors are known by the name of their domain: a program that does not use GIO need not load it. */
static bool is_io_error(const GError *error)
{
    return error->domain == g_quark_try_string("g-io-error-quark");
}

int fault_exit_status(const GError *error)
{
    if (error->domain == FAULT_INPUT)
        return error->code == FAULT_USAGE ? EXIT_USAGE : EXIT_INPUT;
    if (error->domain == FAULT_INTERRUPTED)
        return 128 + error->code;
    if (error->domain == G_OPTION_ERROR)
        return EXIT_USAGE;
    if (error->domain == FAULT_SYSTEM || error->domain == G_FILE_ERROR || is_io_error(error))
        return EXIT_IO;
    return EXIT_INTERNAL;
}
