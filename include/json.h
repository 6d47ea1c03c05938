/*
 * json: strings for run.log, which is JSON lines.
 */
#ifndef ANJUAN_JSON_H
#define ANJUAN_JSON_H

/* TEXT as a JSON string with its quotes; invalid UTF-8 becomes U+FFFD.  Caller frees. */
char *json_string(const char *text);

#endif
