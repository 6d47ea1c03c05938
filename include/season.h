/*
 * season: the rules of one season, read from season.xml (urn:anjuan:season).
 *
 * A value that is missing, misspelt or out of range is an input fault that names file, line, element and attribute.  What
 * cannot be said attribute by attribute (a window that ends before it begins, two slots of one kind, a share that is
 * no share) is checked after reading and named by element.  The struct is immutable once read.
 *
 * A record must go stale exactly when a rule it depends on changes (SPEC 5.2), so season_digest_part() gives the digest
 * of just those rules that one stage uses.
 */
#ifndef ANJUAN_SEASON_H
#define ANJUAN_SEASON_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "day.h"
#include "decimal.h"
#include "kinds.h"
#include "record.h"

typedef struct { char *office, *phone, *email; } SeasonContact;
typedef struct { Day from, to; char *assumed; } SeasonWindow;                 /* both days included */
typedef struct { char *subject; int64_t at_s; char *assumed; } SeasonDeadline; /* subject: "package" */
typedef struct { char *kind, *title; Day due; char *assumed; } SeasonPaper;    /* kind: a doc-type id */
typedef struct { GPtrArray *papers; } SeasonPapers;
typedef struct { int64_t per_month; char *assumed; } SeasonBulletins;
typedef struct { int kind; int64_t minimum; char *assumed; } SeasonHandled;
typedef struct { int kind; int64_t count; char *unit; char *assumed; } SeasonSlot; /* unit: of an extra; NULL for all */
typedef struct { int64_t minimum; GPtrArray *slots, *extras; char *assumed; } SeasonCaseFiles;
typedef struct { Decimal max; char *assumed; } SeasonPoints;

enum { BETWEEN_LINEAR, BETWEEN_STEP };
enum { EVIDENCE_ADVISORY, EVIDENCE_REQUIRED };
enum { TOTALS_ALL, TOTALS_GROUP };
enum { QUANTITY_NONE, QUANTITY_BASE };
enum { VETO_BARS, VETO_IGNORED };
enum { STEP_CONTINUOUS, STEP_WHOLE };
enum { COMBINE_MULTIPLY, COMBINE_MAX, COMBINE_ADD };

typedef struct {
    Decimal full_at, zero_at;
    int between, evidence, totals; /* BETWEEN_, EVIDENCE_, TOTALS_ */
    SeasonPoints *cases, *fines, *major;
    char *assumed;
} SeasonQuantity;

typedef struct { char *title; int64_t count, recommend; int veto; char *assumed; } SeasonAward;
typedef struct { char *id, *title; bool environment_veto; int quantity; GPtrArray *awards; char *assumed; } SeasonGroup;
typedef struct { int64_t decimals; SeasonPoints *quality; SeasonQuantity *quantity; GPtrArray *groups; char *assumed; } SeasonCollective;

typedef struct { int kind; char *role; Decimal value; char *assumed; } SeasonWeight; /* either kind or role ("lead", "member") */
typedef struct {
    Decimal max, per_percent;
    int step, combine, evidence;
    GPtrArray *weights;
    char *assumed;
} SeasonPersonQuantity;
typedef struct { SeasonPoints *file, *investigation; } SeasonPersonQuality;
typedef struct { char *id; GPtrArray *awards; char *assumed; } SeasonPersonGroup;
typedef struct { GPtrArray *awards; char *assumed; } SeasonLegal;
typedef struct {
    int64_t decimals, story_limit;
    SeasonPersonQuantity *quantity;
    SeasonPersonQuality *quality;
    SeasonPoints *story;
    GPtrArray *groups;
    SeasonLegal *legal;
    char *assumed;
} SeasonIndividual;

typedef struct {
    int64_t archive_bytes, member_bytes, total_bytes, members;
    int64_t ratio, ratio_above_bytes, depth, path_bytes, stage_seconds, stage_memory_bytes;
    char *assumed;
} SeasonLimits;
typedef struct { int64_t min_dpi; Decimal blank_below; char *assumed; } SeasonScan;

/* Another level for the findings of a code, or of one variant of it only, than the catalogue gives them (catalogue.h). */

typedef struct {
    char *id, *title, *law;
    SeasonContact *contact;
    SeasonWindow *window;
    GPtrArray *deadlines;      /* SeasonDeadline */
    SeasonPapers *papers;      /* of SeasonPaper */
    SeasonBulletins *bulletins;
    SeasonHandled *handled;
    SeasonCaseFiles *case_files;
    SeasonCollective *collective;
    SeasonIndividual *individual;
    SeasonLimits *limits;
    SeasonScan *scan;
} Season;

extern const RecordType season_type;

/* Reads and checks a season file.  NULL and an input fault when it cannot be used.  Free with season_free(). */
Season *season_read(const char *path, GError **error);
/* The same from memory; NAME stands in messages. */
Season *season_parse(const void *data, size_t size, const char *name, GError **error);
void season_free(Season *season);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Season, season_free)


/* The built-in rules: the template that `anjuan init` writes (rules/season-template.xml). */
Season *season_builtin(GError **error);

/* The instant after which a package is late; 0 when the season names none. */
int64_t season_package_deadline_s(const Season *season);
/* True when DAY lies in the window. */
bool season_in_window(const Season *season, Day day);
/* The collective group of ID, or NULL.  *INDEX (may be NULL) is its place in document order. */
const SeasonGroup *season_group(const Season *season, const char *id, int *index);
/* The number of slots of KIND, 0 when the season has none; and of all kinds together. */
int64_t season_slots_of(const Season *season, Kind kind);
int64_t season_slots_total(const Season *season);

typedef enum {
    SEASON_FOR_UNPACK, /* limits on archives */
    SEASON_FOR_CHECK,  /* window, slots, extras, papers, bulletins, handled, scan limits, law, evidence, story limit */
    SEASON_FOR_ALL     /* everything */
} SeasonPart;
/* Digest of the canonical form of the rules that PART names (SPEC 5.2). */
void season_digest_part(const Season *season, SeasonPart part, char hex[65]);

#endif
