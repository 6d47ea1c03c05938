#include "runstate.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "text.h"

static const RecordField package_fields[] = {FIELD_STRING_REQ(StatePackage, name, "name"),   FIELD_STRING(StatePackage, signature, "signature"),
                                             FIELD_INT(StatePackage, newest_ns, "newest"),   FIELD_INT(StatePackage, recorded_ns, "recorded"),
                                             FIELD_INT(StatePackage, receipt, "receipt"),    FIELD_END};
static const RecordType package_state_type = {"package", NULL, sizeof(StatePackage), package_fields};

static const RecordField receipt_fields[] = {FIELD_INT(StateReceipt, number, "number"),       FIELD_STRING(StateReceipt, name, "name"),
                                             FIELD_STRING(StateReceipt, sha256, "sha256"),    FIELD_INSTANT(StateReceipt, received_s, "received"),
                                             FIELD_BOOL(StateReceipt, withdrawn, "withdrawn"), FIELD_END};
static const RecordType receipt_state_type = {"receipt", NULL, sizeof(StateReceipt), receipt_fields};

static const RecordField step_fields[] = {FIELD_STRING_REQ(StateStep, step, "step"),   FIELD_STRING(StateStep, inputs, "inputs"),
                                          FIELD_STRING(StateStep, output, "output"),   FIELD_STRING(StateStep, signature, "signature"),
                                          FIELD_END};
static const RecordType step_type = {"step", NULL, sizeof(StateStep), step_fields};

static const RecordField unit_fields[] = {FIELD_STRING_REQ(StateUnit, id, "id"), FIELD_STRING(StateUnit, reader, "reader"),
                                          FIELD_STRING(StateUnit, scans, "scans"),
                                          FIELD_STRING(StateUnit, receipts_signature, "receipts-signature"),
                                          FIELD_LIST(StateUnit, packages, "package", &package_state_type),
                                          FIELD_LIST(StateUnit, receipts, "receipt", &receipt_state_type),
                                          FIELD_LIST(StateUnit, steps, "step", &step_type), FIELD_END};
static const RecordType unit_state_type = {"unit", NULL, sizeof(StateUnit), unit_fields};

static const RecordField state_fields[] = {FIELD_LIST(RunState, units, "unit", &unit_state_type), FIELD_END};
static const RecordType state_type = {"state", "urn:anjuan:state", sizeof(RunState), state_fields};

RunState *runstate_read(const char *file)
{
    RunState *state = record_read(&state_type, file, NULL);
    return state ? state : record_new(&state_type);
}

gboolean runstate_write(const RunState *state, const char *file, GError **error)
{
    return record_write(&state_type, state, file, error);
}

void runstate_free(RunState *state)
{
    record_free(&state_type, state);
}

StateUnit *runstate_unit(RunState *state, const char *id)
{
    for (guint i = 0; i < state->units->len; i++) {
        StateUnit *unit = state->units->pdata[i];
        if (strcmp(unit->id, id) == 0)
            return unit;
    }
    StateUnit *unit = record_add(state->units, &unit_state_type);
    unit->id = g_strdup(id);
    return unit;
}

StatePackage *stateunit_package(StateUnit *unit, const char *name)
{
    for (guint i = 0; i < unit->packages->len; i++) {
        StatePackage *package = unit->packages->pdata[i];
        if (strcmp(package->name, name) == 0)
            return package;
    }
    return NULL;
}

static void replace_string(char **place, const char *value)
{
    char *copy = g_strdup(value);
    g_free(*place);
    *place = copy;
}

void stateunit_set_scans(StateUnit *unit, const char *hex)
{
    replace_string(&unit->scans, hex);
}

void stateunit_set_package(StateUnit *unit, const char *name, const char *signature, int64_t newest_ns, int64_t recorded_ns, int64_t receipt)
{
    StatePackage *package = stateunit_package(unit, name);
    if (!package) {
        package = record_add(unit->packages, &package_state_type);
        package->name = g_strdup(name);
    }
    replace_string(&package->signature, signature);
    package->newest_ns = newest_ns;
    package->recorded_ns = recorded_ns;
    package->receipt = receipt;
}

void stateunit_set_receipt(StateUnit *unit, int64_t number, const char *name, const char *sha256, int64_t received_s, bool withdrawn)
{
    StateReceipt *receipt = record_add(unit->receipts, &receipt_state_type);
    receipt->number = number;
    receipt->name = g_strdup(name);
    receipt->sha256 = g_strdup(sha256);
    receipt->received_s = received_s;
    receipt->withdrawn = withdrawn;
}

static StateStep *find_step(const StateUnit *unit, const char *name)
{
    for (guint i = 0; i < unit->steps->len; i++) {
        StateStep *step = unit->steps->pdata[i];
        if (strcmp(step->step, name) == 0)
            return step;
    }
    return NULL;
}

/* ---- signatures ---- */

typedef struct {
    Digest *digest;
    int64_t newest_ns, bytes;
} Signing;

static int64_t time_ns(struct timespec t)
{
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static gboolean sign_one(Signing *signing, const char *path, const char *name, struct stat *info, GError **error)
{
    if (lstat(path, info) != 0)
        return fault_system(error, errno, tr("无法读取 %s", "cannot read %s"), path);
    const int64_t facts[] = {(int64_t)info->st_mode & S_IFMT, S_ISDIR(info->st_mode) ? 0 : (int64_t)info->st_size, time_ns(info->st_mtim),
                             time_ns(info->st_ctim), (int64_t)info->st_ino, (int64_t)info->st_dev};
    digest_update(signing->digest, name, strlen(name) + 1);
    digest_update(signing->digest, facts, sizeof facts);
    signing->newest_ns = MAX(signing->newest_ns, facts[2]);
    signing->bytes += facts[1];
    return TRUE;
}

static gboolean sign_tree(Signing *signing, const char *path, const char *name, int depth, GError **error)
{
    struct stat info;
    if (!sign_one(signing, path, name, &info, error))
        return FALSE;
    if (!S_ISDIR(info.st_mode))
        return TRUE;
    g_autoptr(GError) problem = NULL;
    g_autoptr(GDir) folder = depth < 64 ? g_dir_open(path, 0, &problem) : NULL;
    if (!folder)
        return fault_system(error, 0, tr("无法读取文件夹 %s：%s", "cannot read folder %s: %s"), path,
                            problem ? problem->message : tr("层级过深", "nested too deeply"));
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (const char *entry; (entry = g_dir_read_name(folder));)
        g_ptr_array_add(names, g_strdup(entry));
    g_ptr_array_sort(names, text_compare_byte_pointers);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *inner = g_build_filename(path, names->pdata[i], NULL);
        if (!sign_tree(signing, inner, names->pdata[i], depth + 1, error))
            return FALSE;
    }
    digest_update(signing->digest, "", 1); /* the folder's end */
    return TRUE;
}

gboolean signature_of(const char *path, char hex[65], int64_t *newest_ns, int64_t *bytes, GError **error)
{
    g_autoptr(Digest) digest = digest_new();
    Signing signing = {.digest = digest};
    if (!sign_tree(&signing, path, "", 0, error))
        return FALSE;
    digest_finish(digest, hex);
    if (newest_ns)
        *newest_ns = signing.newest_ns;
    if (bytes)
        *bytes = signing.bytes;
    return TRUE;
}

static bool sign_files(const char *const *files, char hex[65])
{
    g_autoptr(Digest) digest = digest_new();
    Signing signing = {.digest = digest};
    for (; *files; files++)
        if (!sign_tree(&signing, *files, "", 0, NULL))
            return false;
    digest_finish(digest, hex);
    return true;
}

bool stateunit_is_fresh(const StateUnit *unit, const char *name, const char *inputs, const char *const *files)
{
    const StateStep *step = find_step(unit, name);
    char signature[65];
    return step && step->inputs && strcmp(step->inputs, inputs) == 0 && step->signature && sign_files(files, signature) &&
           strcmp(step->signature, signature) == 0;
}

gboolean stateunit_set_step(StateUnit *unit, const char *name, const char *inputs, const char *const *files, GError **error)
{
    char hex[65], signature[65];
    g_autoptr(Digest) digest = digest_new();
    for (const char *const *file = files; *file; file++) {
        if (!digest_file(*file, hex, error))
            return FALSE;
        if (files[1])
            digest_update(digest, hex, sizeof hex);
    }
    if (files[1])
        digest_finish(digest, hex);
    if (!sign_files(files, signature))
        return fault_system(error, errno, tr("无法读取 %s", "cannot read %s"), files[0]);
    StateStep *step = find_step(unit, name);
    if (!step) {
        step = record_add(unit->steps, &step_type);
        step->step = g_strdup(name);
    }
    replace_string(&step->inputs, inputs);
    replace_string(&step->output, hex);
    replace_string(&step->signature, signature);
    return TRUE;
}

const char *stateunit_output(const StateUnit *unit, const char *name)
{
    const StateStep *step = find_step(unit, name);
    return step ? step->output : NULL;
}
