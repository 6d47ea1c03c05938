#include "opc.h"

#include <string.h>

#include "fault.h"
#include "lang.h"
#include "xmlio.h"

enum { MEMBERS_MAX = 20000, RELATIONS_MAX = 2000, TARGET_BYTES_MAX = 2000 };

gboolean opc_open(OpcPackage *package, const void *data, size_t size, size_t part_max, size_t total_max, GError **error)
{
    Window window = window_of_memory(data, size);
    *package = (OpcPackage){.part_max = part_max, .left = total_max, .reason = "not-zip"};
    package->archive = archive_open(&window, MEMBERS_MAX, error);
    return package->archive != NULL;
}

void opc_close(OpcPackage *package)
{
    g_clear_pointer(&package->archive, archive_free);
}

bool opc_has(const OpcPackage *package, const char *name)
{
    return archive_find(package->archive, name) >= 0;
}

static bool has_twin(const Archive *archive, guint index)
{
    const ZipEntry *one = archive_entry(archive, index);
    for (guint i = 0; i < archive_count(archive); i++) {
        const ZipEntry *other = archive_entry(archive, i);
        if (i != index && other->name_size == one->name_size && memcmp(other->name, one->name, one->name_size) == 0 &&
            (other->crc != one->crc || other->size != one->size))
            return true;
    }
    return false;
}

uint8_t *opc_part(OpcPackage *package, const char *name, size_t *size, GError **error)
{
    gssize index = archive_find(package->archive, name);
    if (index < 0)
        return NULL;
    if (archive_entry(package->archive, (guint)index)->state == ZIPENTRY_ENCRYPTED) {
        package->reason = "encrypted";
        fault_input(error, FAULT_ENCRYPTED, tr("文档设有密码：请取消密码后重新保存", "the document has a password: save it again without one"));
        return NULL;
    }
    if (has_twin(package->archive, (guint)index)) {
        package->reason = "duplicate";
        fault_input(error, FAULT_DAMAGED, tr("文档内有两个内容不同的 %s", "there are two different %s in the document"), name);
        return NULL;
    }
    GError *fault = NULL;
    uint8_t *bytes = archive_read(package->archive, (guint)index, MIN(package->part_max, package->left), size, &fault);
    if (bytes) {
        package->left -= *size;
        return bytes;
    }
    package->reason = g_error_matches(fault, FAULT_INPUT, FAULT_LIMIT) ? "limit" : "damaged";
    g_propagate_error(error, fault);
    return NULL;
}

gboolean opc_xml_fault(OpcPackage *package, GError *fault, GError **error)
{
    package->reason = g_error_matches(fault, FAULT_INPUT, FAULT_UNSAFE)  ? "doctype"
                      : g_error_matches(fault, FAULT_INPUT, FAULT_LIMIT) ? "limit"
                                                                         : "xml";
    g_propagate_error(error, fault);
    return FALSE;
}

/* ---- relationships ------------------------------------------------------------------------------------------- */

static void relation_free(gpointer data)
{
    OpcRelation *relation = data;
    g_free(relation->id);
    g_free(relation->kind);
    g_free(relation->target);
    g_free(relation);
}

/* TARGET as seen from the folder of the part BASE, without ".." and a leading slash; NULL when it leaves the package. */
static char *resolve_target(const char *base, const char *target)
{
    g_autofree char *unescaped = g_uri_unescape_string(target, "/");
    const char *plain = unescaped ? unescaped : target;
    const char *slash = strrchr(base, '/');
    g_autofree char *folder = plain[0] == '/' || !slash ? g_strdup("") : g_strndup(base, (gsize)(slash - base));
    g_autofree char *joined = g_strdup_printf("%s/%s", folder, plain);
    g_auto(GStrv) parts = g_strsplit(joined, "/", -1);
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    for (char **part = parts; *part; part++) {
        if (!**part || strcmp(*part, ".") == 0)
            continue;
        if (strcmp(*part, "..") != 0)
            g_ptr_array_add(kept, *part);
        else if (kept->len == 0)
            return NULL;
        else
            g_ptr_array_set_size(kept, (int)kept->len - 1);
    }
    g_ptr_array_add(kept, NULL);
    return g_strjoinv("/", (char **)kept->pdata);
}

/* Adds the relationship that the reader stands at, when it leads to a part. */
static void relation_take(GPtrArray *relations, const XmlReader *reader, const char *base)
{
    const char *type = xml_reader_attribute(reader, NULL, "Type"), *target = xml_reader_attribute(reader, NULL, "Target");
    if (!type || !target || strlen(target) > TARGET_BYTES_MAX || g_strcmp0(xml_reader_attribute(reader, NULL, "TargetMode"), "External") == 0)
        return;
    char *resolved = resolve_target(base, target);
    if (!resolved)
        return;
    const char *last = strrchr(type, '/'), *id = xml_reader_attribute(reader, NULL, "Id");
    OpcRelation *relation = g_new(OpcRelation, 1);
    *relation = (OpcRelation){g_strdup(id ? id : ""), g_strdup(last ? last + 1 : type), resolved};
    g_ptr_array_add(relations, relation);
}

GPtrArray *opc_relations(OpcPackage *package, const char *base, GError **error)
{
    const char *slash = strrchr(base, '/');
    g_autofree char *folder = slash ? g_strndup(base, (gsize)(slash - base + 1)) : g_strdup("");
    g_autofree char *name = g_strdup_printf("%s_rels/%s.rels", folder, slash ? slash + 1 : base);
    g_autoptr(GPtrArray) relations = g_ptr_array_new_with_free_func(relation_free);
    size_t size = 0;
    GError *fault = NULL;
    g_autofree uint8_t *bytes = opc_part(package, name, &size, &fault);
    if (fault) {
        g_propagate_error(error, fault);
        return NULL;
    }
    g_autoptr(XmlReader) reader = bytes ? xml_reader_new(bytes, size, name) : NULL;
    XmlEvent event = XML_DONE;
    while (reader && (event = xml_reader_next(reader, &fault)) > XML_DONE)
        if (event == XML_START && strcmp(xml_reader_name(reader), "Relationship") == 0 && relations->len < RELATIONS_MAX)
            relation_take(relations, reader, base);
    if (event == XML_FAULT) {
        opc_xml_fault(package, fault, error);
        return NULL;
    }
    return g_steal_pointer(&relations);
}

const char *opc_find(const GPtrArray *relations, const char *kind)
{
    for (guint i = 0; i < relations->len; i++) {
        const OpcRelation *relation = g_ptr_array_index(relations, i);
        if (strcmp(relation->kind, kind) == 0)
            return relation->target;
    }
    return NULL;
}
