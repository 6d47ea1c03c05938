/*
 * loading: what the loaders of the kinds of entries share; private to the stage.
 */
#ifndef ANJUAN_EXTRACT_LOADING_H
#define ANJUAN_EXTRACT_LOADING_H

#include "extractrules.h"
#include "rulefile.h"

typedef struct {
    ExtractRules *rules;
    const char *file;
    GHashTable *names; /* id of a <names> → its children: a list that several labels share */
} Loading;

/* Sets an input fault that names the file, the line of ENTRY and REASON.  FALSE. */
gboolean loading_bad(const Loading *load, const RuleEntry *entry, GError **error, const char *reason);
/* Keeps TEXT, which is taken, as long as the rules live.  Returns it. */
const char *loading_keep(const Loading *load, char *text);
/* The kinds of document that the attribute NAME of ENTRY lists, as a mask.  FALSE and a fault. */
gboolean loading_kinds(const Loading *load, const RuleEntry *entry, const char *name, uint64_t *mask,
                       GError **error);
/* The kinds of document that ENTRY is for; without docs=, all that belong to cases. */
gboolean loading_docs(const Loading *load, const RuleEntry *entry, uint64_t *mask, GError **error);
enum { RANK_USUAL = 1, RULE_NUMBER_MAX = 999 };
/* Reads the attribute NAME, a number from 0 to RULE_NUMBER_MAX; without it *VALUE stays.  FALSE and a fault
 * when it is anything else. */
gboolean loading_number(const Loading *load, const RuleEntry *entry, const char *name, int *value,
                        GError **error);
/* The field that ENTRY is about.  NULL and a fault. */
const FieldRule *loading_field(const Loading *load, const RuleEntry *entry, GError **error);
/* A copy of FIELD that takes its dates otherwise; the rules own it. */
const FieldRule *loading_variant(const Loading *load, const FieldRule *field, bool last_date, bool next_day);
/* Keeps the examples of ENTRY for the rule that OF names.  FALSE and a fault where one that matches or one
 * that does not is missing. */
gboolean loading_examples(const Loading *load, const RuleEntry *entry, const RuleExample *of, GError **error);

/* <names>: a list of names of labels. */
gboolean labelrules_names(const Loading *load, const RuleEntry *entry, GError **error);
/* <label>: names that mean a field. */
gboolean labelrules_label(const Loading *load, const RuleEntry *entry, GError **error);

/* <happening>, <paper>, <later>, <nothing>: words of events. */
gboolean eventrules_words(const Loading *load, const RuleEntry *entry, GError **error);
/* <event>: what a happening means. */
gboolean eventrules_event(const Loading *load, const RuleEntry *entry, GError **error);
/* Puts the words in order and makes the pattern for dates, once all are known. */
gboolean eventrules_finish(ExtractRules *rules, GError **error);

#endif
