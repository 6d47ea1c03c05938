#include "vocabulary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fault.h"
#include "fileio.h"
#include "kinds.h"
#include "lang.h"
#include "record.h"

typedef struct { char *id, *zh, *en; } Word;
typedef struct { char *id; GPtrArray *words; } WordClass;
typedef struct { GPtrArray *classes; } Vocabulary;

static const RecordField word_fields[] = {FIELD_STRING_REQ(Word, id, "id"), FIELD_STRING_REQ(Word, zh, "zh"), FIELD_STRING_REQ(Word, en, "en"),
                                          FIELD_END};
static const RecordType word_type = {"word", NULL, sizeof(Word), word_fields};
static const RecordField class_fields[] = {FIELD_STRING_REQ(WordClass, id, "id"), FIELD_LIST(WordClass, words, "word", &word_type), FIELD_END};
static const RecordType class_type = {"class", NULL, sizeof(WordClass), class_fields};
static const RecordField vocabulary_fields[] = {FIELD_LIST(Vocabulary, classes, "class", &class_type), FIELD_END};
static const RecordType vocabulary_type = {"vocabulary", "urn:anjuan:vocabulary", sizeof(Vocabulary), vocabulary_fields};

static GMutex loading;
static GHashTable *classes; /* class id → (word id → Word); lives as long as the program, as the words it gives out do */

static GHashTable *words_index(const GPtrArray *words)
{
    GHashTable *index = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < words->len; i++)
        g_hash_table_insert(index, ((Word *)words->pdata[i])->id, words->pdata[i]);
    return index;
}

static gboolean load(GError **error)
{
    static Vocabulary *vocabulary;
    g_autofree char *path = file_data_path("rules/vocabulary.xml");
    vocabulary = record_read(&vocabulary_type, path, error);
    if (!vocabulary)
        return FALSE;
    GHashTable *index = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < vocabulary->classes->len; i++) {
        WordClass *class = vocabulary->classes->pdata[i];
        g_hash_table_insert(index, class->id, words_index(class->words));
    }
    classes = index;
    return TRUE;
}

gboolean vocabulary_load(GError **error)
{
    g_mutex_lock(&loading);
    gboolean ok = classes || load(error);
    g_mutex_unlock(&loading);
    return ok;
}

static void need(void)
{
    g_autoptr(GError) error = NULL;
    if (vocabulary_load(&error))
        return;
    fprintf(stderr, "anjuan: %s\n", error->message);
    exit(fault_exit_status(error));
}

static const Word *find(const char *class_name, const char *id)
{
    need();
    GHashTable *words = g_hash_table_lookup(classes, class_name);
    return words ? g_hash_table_lookup(words, id) : NULL;
}

bool vocabulary_has_class(const char *class_name)
{
    need();
    return strcmp(class_name, "kind") == 0 || g_hash_table_contains(classes, class_name);
}

bool vocabulary_has(const char *class_name, const char *id)
{
    if (strcmp(class_name, "kind") == 0)
        return kind_from_id(id) != KIND_NONE;
    return find(class_name, id) != NULL;
}

static const char *word_in(const char *class_name, const char *id, Lang lang)
{
    if (strcmp(class_name, "kind") == 0) {
        Kind kind = kind_from_id(id);
        return kind == KIND_NONE ? id : lang == LANG_ZH ? kind_printed(kind) : kind_english(kind);
    }
    const Word *word = find(class_name, id);
    return !word ? id : lang == LANG_ZH ? word->zh : word->en;
}

const char *vocabulary_word(const char *class_name, const char *id)
{
    return word_in(class_name, id, lang_get());
}

const char *vocabulary_chinese(const char *class_name, const char *id)
{
    return word_in(class_name, id, LANG_ZH);
}
