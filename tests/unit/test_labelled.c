/* Reads the labelled documents and scores what is read against what a careful reader noted down. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "fileio.h"
#include "linefacts.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct { int right, wrong, missed; } Score;

/* Fields that only count where they are labelled: they are found by the way, or are longer than a label should be. */
static const char *const by_the_way[] = {"unit-opinion",
                                         "fine-range", "discretion", "discretion-none", "mark-missing", "written-date",
                                         "amount-named", "fined-apart",
                                         "facts", "hearing", "document-date", "receipt", "cause", "investigator", "mention",
                                         "status", "claim", "story-chars", "catalogued", "catalogued-on", "order-number",
                                         "served-document", "sampling-date", "provision-unnamed", "record-time", "paid-up-yuan", "record-begin", "record-end", "later-article",
                                         "sole-trader", "operator-told", "addressed", "court-told", "handed-to-you", "handed-body", "handed-person", "list-annexed", "receiver-relation",
                                         "punished-before", "first-offence", "outlet", "discharge-point",
                                         "hearing-asked", "hearing-held", "waived", "payment-days", "review-days", "sue-months", "hearing-days",
                                         "remedies-heading", "remedies", "pasted", "payment-heading", "payment-way", "other-penalty", "rights", "evidence-heading",
                                         "evidence-listed", "report-listed", "photos-listed", "pictured", "inspection-listed", "interview-listed", "introduced", "recheck", "receiver",
                                         "receiver-blank", "sign-blank", "day-blank", "signed-line", "not-signed", "server",
                                         "served-how", "posted-on", "delivered-on", "signed-for-on", "received-on",
                                         "witness", "opinion", "approved-by", "approval-undated", "proposed-on", "opinion-on", "head-signed-on", "unfinished", "review-body", "suit-court", "tons", "tons-total", "waste-weight", "notice-given-on",
                                         "defended", "defence-told", "defence-answered", "mitigated", "earlier-number", "chair",
                                         "attended", "listened", "voted", "legal-review", "approved-on", "hearing-date",
                                         "recusal-told", "recusal-asked", "recusal-decided", "extended", "notice-days", "reported-on", "ceased", "surcharge", "ended", "exceeding",
                                         "surcharge-yuan", "review-denied", "paid-told", "payment-deferred", "order-within", "fine-changed", "confiscated", "no-crime", "recognised", "compliant",
                                         "consequence",
                                         "record-time-blank", "hour-told", "counting-told", "unmeasured-ground", "exceedance", "exceeded-by", "over-limit", "threefold", "other-ground", "times-told", "concentration",
                                         "measured", "measured-figure", "measured-several", "article-cited", "violation-word", "body-line", "share-least", "share-most", "investment-yuan",
                                         "fine-least-yuan", "fine-most-yuan", "correct-by", "correct-days", "not-corrected",
                                         "head-signed", "head-named", "head-blank",
                                         "heading-agency", "applicant", "interviewed-on", "heard-on", "rechecked-on", "sampled-on", "report-received", "monitored-by", "report-number", "recheck-number",
                                         "report-code", "own-code",
                                         "measured-cod", "measured-ammonia", "measured-chromium", "measured-particulates", "measured-sulphur",
                                         "measured-nitrogen", "employer", "own-employer", "named-body", "facts-subject", "facts-account", "bureau-told", "self-told", "of-party", "listed", "listed-certificate", "certificate-shown",
                                         "identity-number", "identity-of", "masked-identity", "responsible", "lone-officer", "certificate-valid", "reasons-subject",
                                         "reported-cases", "reported-penalty", "reported-daily", "reported-seizure", "reported-restriction",
                                         "reported-detention", "reported-crime", "reported-handled", "transfer-number", "copied-to", "items-annexed", "items-listed", "items-received", "row-listed", "reported-files", "reported-fines-yuan", "daily-among",
                                         "original-decision-date", "original-fine-yuan",
                                         "titled-year", "period-year", "campaign-named", "stated", "again", NULL};

/* Documents that were only scored at first, and that patterns have been tuned on since: they count with the tuned ones. */
static const char *const released[] = {"held-b-", "held-c-", "held-d-", "held-eA-", "held-eB-", "held-eC-", "held-f-"};

/* What is measured, and the least that each part must reach: the documents that patterns are tuned on, those that are only
 * scored, and the same two parts of the sets that were written without knowledge of the patterns.  The aim for documents that
 * nobody has seen is 0.97 and 0.95. */
static const struct {
    const char *title, *folder;
    bool held;
    double least_precision, least_recall;
} parts[] = {
    {"tuned", "tests/labelled", false, 0.995, 0.99},
    {"held", "tests/labelled", true, 0.97, 0.95},
    {"counties", "tests/labelled/counties", false, 0.995, 0.988},
    {"held counties", "tests/labelled/counties", true, 0.97, 0.95},
};

static bool is_held(const char *name)
{
    bool held = g_str_has_prefix(name, "held-");
    for (size_t i = 0; i < G_N_ELEMENTS(released); i++)
        held = held && !g_str_has_prefix(name, released[i]);
    return held;
}

/* Field lines of every document as "3:field=value", and its kind as "3:@=kind". */
static GHashTable *labels_of(const char *text)
{
    GHashTable *labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    int document = 0;
    for (char **line = lines; *line; line++) {
        if (g_str_has_prefix(*line, "@ "))
            g_hash_table_add(labels, g_strdup_printf("%d:@=%s", ++document, *line + 2));
        char *sign = strstr(*line, " = ");
        if (sign) {
            *sign = '\0';
            g_hash_table_add(labels, g_strdup_printf("%d:%s=%s", document, *line, sign + 3));
        }
    }
    return labels;
}

/* The parts of a document that are not fields. */
static void add_others(GHashTable *values, guint number, const Document *document)
{
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        g_hash_table_add(values, g_strdup_printf("%u:investigator=%s|%s|%s", number, person->name,
                                                 person->certificate ? person->certificate : "",
                                                 person->role == ROLE_LEAD ? "lead" : "member"));
    }
    for (guint i = 0; i < document->mentions->len; i++) {
        const DocNumber *mention = document->mentions->pdata[i];
        g_hash_table_add(values, g_strdup_printf("%u:mention=%s", number, mention->raw));
    }
    for (guint i = 0; i < document->claims->len; i++) {
        const Claim *claim = document->claims->pdata[i];
        g_hash_table_add(values, g_strdup_printf("%u:claim=%s|%s|%s", number, claim->number, kind_ids[claim->kind],
                                                 role_ids[claim->role]));
    }
    if (document->story_chars)
        g_hash_table_add(values, g_strdup_printf("%u:story-chars=%" PRId64, number, document->story_chars));
}

static GHashTable *values_of(const FileFacts *facts)
{
    GHashTable *values = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint d = 0; d < facts->documents->len; d++) {
        const Document *document = facts->documents->pdata[d];
        g_hash_table_add(values, g_strdup_printf("%u:@=%s", d + 1, document->type));
        for (guint i = 0; i < document->fields->len; i++) {
            const Field *field = document->fields->pdata[i];
            if (field->status != VALUE_ABSENT)
                g_hash_table_add(values, g_strdup_printf("%u:%s=%s", d + 1, field->id, field->value));
            if (field->status != VALUE_VALID)
                g_hash_table_add(values, g_strdup_printf("%u:status=%s|%s", d + 1, field->id, value_statuses[field->status]));
        }
        add_others(values, d + 1, document);
    }
    return values;
}

static char *field_of(const char *entry)
{
    const char *colon = strchr(entry, ':') + 1;
    return g_strndup(colon, (gsize)(strchr(colon, '=') - colon));
}

static Score *score_of(GHashTable *scores, const char *field)
{
    Score *score = g_hash_table_lookup(scores, field);
    if (!score)
        g_hash_table_insert(scores, g_strdup(field), score = g_new0(Score, 1));
    return score;
}

static bool is_labelled(GHashTable *labels, const char *entry)
{
    g_autofree char *prefix = g_strndup(entry, (gsize)(strchr(entry, '=') - entry + 1));
    GHashTableIter iter;
    gpointer key;
    g_hash_table_iter_init(&iter, labels);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        if (g_str_has_prefix(key, prefix))
            return true;
    return false;
}

static void compare(const char *name, GHashTable *labels, GHashTable *values, GHashTable *scores)
{
    GHashTableIter iter;
    gpointer key;
    g_hash_table_iter_init(&iter, labels);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        g_autofree char *field = field_of(key);
        bool right = g_hash_table_contains(values, key);
        *(right ? &score_of(scores, field)->right : &score_of(scores, field)->missed) += 1;
        if (!right)
            printf("%s: missed %s\n", name, (char *)key);
    }
    g_hash_table_iter_init(&iter, values);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        g_autofree char *field = field_of(key);
        if (g_hash_table_contains(labels, key) || (g_strv_contains(by_the_way, field) && !is_labelled(labels, key)))
            continue;
        score_of(scores, field)->wrong++;
        printf("%s: wrong %s\n", name, (char *)key);
    }
}

static void score_file(const char *folder, const char *name, GHashTable *scores)
{
    g_autofree char *path = g_build_filename(folder, name, NULL), *text = file_read_whole(path, 1 << 20, &(size_t){0}, NULL);
    char *end = strstr(text, "\n===\n");
    assert_non_null(end);
    *end = '\0';
    FileFacts *facts = linefacts_read("x/document.docx", text);
    GHashTable *labels = labels_of(end + 5), *values = values_of(facts);
    compare(name, labels, values, scores);
    g_hash_table_unref(labels);
    g_hash_table_unref(values);
    record_free(&file_facts_type, facts);
}

static int report(const char *title, GHashTable *scores, double *precision, double *recall)
{
    int right = 0, wrong = 0, missed = 0;
    GHashTableIter iter;
    gpointer key, data;
    g_autoptr(GList) fields = g_list_sort(g_hash_table_get_keys(scores), (GCompareFunc)strcmp);
    for (GList *l = fields; l; l = l->next) {
        const Score *s = g_hash_table_lookup(scores, l->data);
        if (s->wrong || s->missed)
            printf("%s %-22s right %3d wrong %3d missed %3d\n", title, (char *)l->data, s->right, s->wrong, s->missed);
    }
    g_hash_table_iter_init(&iter, scores);
    while (g_hash_table_iter_next(&iter, &key, &data)) {
        right += ((Score *)data)->right;
        wrong += ((Score *)data)->wrong;
        missed += ((Score *)data)->missed;
    }
    *precision = right + wrong ? (double)right / (right + wrong) : 1;
    *recall = right + missed ? (double)right / (right + missed) : 1;
    printf("%s: %d values, precision %.3f, recall %.3f\n", title, right + missed, *precision, *recall);
    return right + missed;
}

/* How many values the part has, and how well they are read. */
static int read_part(int part, double *precision, double *recall)
{
    g_autoptr(GPtrArray) names = file_list_below(parts[part].folder, NULL);
    g_autoptr(GHashTable) scores = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        if (!strchr(name, '/') && g_str_has_suffix(name, ".txt") && is_held(name) == parts[part].held)
            score_file(parts[part].folder, name, scores);
    }
    return report(parts[part].title, scores, precision, recall);
}

static void score_part(int part)
{
    double precision, recall;
    int values = read_part(part, &precision, &recall);
    if (parts[part].held && values == 0)
        skip(); /* all have been released */
    assert_true(values > 0);
    assert_true(precision >= parts[part].least_precision);
    assert_true(recall >= parts[part].least_recall);
}

static void tuned_documents(void **state)
{
    (void)state;
    score_part(0);
}

static void held_documents(void **state)
{
    (void)state;
    score_part(1);
}

static void county_documents(void **state)
{
    (void)state;
    score_part(2);
}

static void held_county_documents(void **state)
{
    (void)state;
    score_part(3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(tuned_documents), cmocka_unit_test(held_documents),
                                       cmocka_unit_test(county_documents), cmocka_unit_test(held_county_documents)};
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
