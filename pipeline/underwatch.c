#include "underwatch.h"

#include <glib.h>

bool under_watch(void)
{
#ifdef ANJUAN_SANITIZED
    return true;
#else
    return g_getenv("ANJUAN_NO_SANDBOX") != NULL;
#endif
}
