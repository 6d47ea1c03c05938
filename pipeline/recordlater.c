#include "recordlater.h"

#include "beside.h"
#include "stage.h"
#include "xmlio.h"

struct RecordLater {
    const RecordType *type;
    char *path;
    bool digest_wanted;
    int awaited; /* StageInputs; 0: none */
    Beside reading;
    gpointer record;
    char hex[65];
    GError *error;
};

static gpointer read_it(gpointer data)
{
    RecordLater *self = data;
    if (self->awaited)
        stage_await((StageInputs)self->awaited);
    self->record = record_read(self->type, self->path, &self->error);
    if (self->record && self->digest_wanted)
        record_digest(self->type, self->record, self->hex);
    return NULL;
}

static RecordLater *start(const RecordType *type, const char *path, bool digest_wanted, int awaited)
{
    RecordLater *self = g_new0(RecordLater, 1);
    self->type = type;
    self->path = g_strdup(path);
    self->digest_wanted = digest_wanted;
    self->awaited = awaited;
    xml_make_ready();
    self->reading = beside_start("record", read_it, self);
    return self;
}

RecordLater *recordlater_new(const RecordType *type, const char *path, bool digest_wanted)
{
    return start(type, path, digest_wanted, 0);
}

RecordLater *recordlater_new_awaited(const RecordType *type, const char *path, bool digest_wanted, StageInputs inputs)
{
    return start(type, path, digest_wanted, (int)inputs);
}

gpointer recordlater_take(RecordLater *self, char hex[65], GError **error)
{
    beside_end(&self->reading);
    if (self->error)
        g_propagate_error(error, g_steal_pointer(&self->error));
    else if (self->digest_wanted)
        g_strlcpy(hex, self->hex, sizeof self->hex);
    return g_steal_pointer(&self->record);
}

void recordlater_free(RecordLater *self)
{
    if (!self)
        return;
    beside_end(&self->reading);
    record_free(self->type, self->record);
    g_clear_error(&self->error);
    g_free(self->path);
    g_free(self);
}
