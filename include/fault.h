/*
 * fault: what could not be done, as GError.
 *
 * Three kinds of trouble are never mixed.  A *fault* (here) is an operation that could not be done; a *finding* is
 * something wrong in a package that was read, and is record data; a *bug* is g_assert.  Faults come in two domains:
 * input, "these bytes are bad: go on with the next", and system, "disk or folders fail: stop, publish nothing".
 * The text says what, where and what to do, in the reader's language (lang.h).  Exhausted memory aborts the process.
 */
#ifndef ANJUAN_FAULT_H
#define ANJUAN_FAULT_H

#include <glib.h>

#define FAULT_INPUT (fault_input_quark())
#define FAULT_SYSTEM (fault_system_quark())
/* We were told to stop; the code is the number of the signal, and 128 more the exit status. */
#define FAULT_INTERRUPTED (fault_interrupted_quark())

GQuark fault_input_quark(void);
GQuark fault_system_quark(void);
GQuark fault_interrupted_quark(void);

/* Codes within FAULT_INPUT, so that callers can tell cases apart without reading text. */
typedef enum {
    FAULT_BAD,       /* malformed in some other way */
    FAULT_DAMAGED,   /* truncated, CRC, structure */
    FAULT_TWO,       /* two archives in one file */
    FAULT_ENCRYPTED, /* needs a password */
    FAULT_UNSUPPORTED, /* a format or feature that is not read */
    FAULT_LIMIT,     /* a safety limit was exceeded */
    FAULT_UNSAFE,    /* a name or link that is refused */
    FAULT_MISSING,   /* it is not there */
    FAULT_USAGE      /* the caller of a program used it wrongly */
} FaultCode;

/* Set *ERROR (unless NULL) to an input fault of CODE with the formatted text.  Always return FALSE, so that
 * `return fault_input(error, …)` ends a function. */
gboolean fault_input(GError **error, FaultCode code, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* The same for a system fault; ERRNO_VALUE is appended as text unless 0. */
gboolean fault_system(GError **error, int errno_value, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* Exit statuses of every program (SPEC 1.1). */
enum {
    EXIT_DONE = 0,
    EXIT_FINDINGS = 1,
    EXIT_USAGE = 2,
    EXIT_INPUT = 3,
    EXIT_NEEDS_PERSON = 4,
    EXIT_INTERNAL = 70,
    EXIT_IO = 74,
    EXIT_LOCKED = 75
};

/* The exit status that belongs to ERROR: usage 2, other input faults 3, system 74, anything else 70. */
int fault_exit_status(const GError *error);

#endif
