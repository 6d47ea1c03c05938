/*
 * profile: SEASON/profile.xml, which gives findings other levels than the catalogue (SPEC 7).
 *
 *   <profile xmlns="urn:anjuan:profile">
 *     <level code="SCN-002" level="info"/>
 *     <level code="REF-004" variant="other-party" level="error"/>
 *   </profile>
 *
 * A season without the file goes by the catalogue.  Schema: pipeline/schema/profile.rng.
 */
#ifndef ANJUAN_PROFILE_H
#define ANJUAN_PROFILE_H

#include "record.h"

typedef struct {
    char *code;
    char *variant; /* NULL: the code itself, and the variants of it that have no level of their own */
    int level;     /* Level (rec_common.h) */
} ProfileLevel;

typedef struct {
    GPtrArray *levels; /* ProfileLevel */
} Profile;

extern const RecordType profile_type;

/* Reads the profile at PATH.  Input fault naming file and line when it is bad; whether its codes exist is for catalogue.h to say.
 * Free with profile_free. */
Profile *profile_read(const char *path, GError **error);
void profile_free(Profile *profile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Profile, profile_free)

/* The line of the file at PATH on which the <level> of INDEX (from 0) stands; 1 when it is not found. */
int profile_line(const char *path, guint index);

#endif
