/* PKG: what happened to the package and to each of its members. */
#include <string.h>

#include "checks.h"
#include "filetype.h"
#include "text.h"

enum { LACKS_TOLD_MAX = 50 }; /* so many candidates have no unit; every folder costs a look at all files */

static Finding *add(Check *check, const char *code, const char *variant, const char *path)
{
    g_autofree char *casefile = path_casefile(path);
    return catalogue_add(check->in->catalogue, check->findings, code, variant, casefile, path, NULL);
}

/* The variant of PKG-001 and PKG-002 for a file in which nothing is damaged: two archives were joined in it.
 */
static const char *joined_variant(const char *reason)
{
    return g_strcmp0(reason, "two-archives") == 0 ? "two" : NULL;
}

/* What REASON, the name of a limit, limits is counted, or measured in bytes. */
static void limit_param(Finding *finding, const char *reason, int64_t limit)
{
    bool measured = g_str_has_suffix(reason, "-bytes") && strcmp(reason, "path-bytes") != 0;
    if (limit > 0)
        param_int(finding, measured ? "limit-bytes" : "limit", limit);
}

static void check_member(Check *check, const Member *member)
{
    static const char *const codes[] = {
        [MEMBER_DAMAGED] = "PKG-002", [MEMBER_ENCRYPTED] = "PKG-003", [MEMBER_FORMAT] = "PKG-004",
        [MEMBER_UNSAFE] = "PKG-005",  [MEMBER_LIMIT] = "PKG-006",     [MEMBER_REPLACED] = NULL};
    const char *code = codes[member->state];
    if (code) {
        Finding *finding =
            add(check, code, member->state == MEMBER_DAMAGED ? joined_variant(member->reason) : NULL,
                member->path);
        finding_param(finding, member->state == MEMBER_FORMAT ? "format" : "reason", member->reason);
        if (member->state == MEMBER_LIMIT && member->reason)
            limit_param(finding, member->reason, member->limit);
    }
}

/* DOC-004: a ZIP called .rar is read, but whoever unpacks it by hand may not be able to. */
static void check_archive_name(Check *check, const Member *member)
{
    if (member->state != MEMBER_ARCHIVE || filetype_fits_name(FILETYPE_ZIP, member->path))
        return;
    Finding *finding = add(check, "DOC-004", "archive", member->path);
    finding_param(finding, "extension", path_extension(member->path));
    finding_param(finding, "type", filetype_name(FILETYPE_ZIP));
}

/* PKG-009.  Two of one path are told apart by their sizes. */
static void check_collision(Check *check, const Package *package, guint index)
{
    const Member *member = package->members->pdata[index],
                 *before = index > 0 ? package->members->pdata[index - 1] : NULL;
    if (!member->collides || member->state == MEMBER_REPLACED)
        return;
    bool one_path = before && strcmp(before->path, member->path) == 0;
    Finding *finding = add(check, "PKG-009", one_path ? "one-path" : NULL, member->path);
    finding_param(finding, "other", member->collides);
    if (!one_path)
        return;
    param_int(finding, "first-bytes", before->size_bytes);
    param_int(finding, "bytes", member->size_bytes);
    bool same = member->sha256 && g_strcmp0(before->sha256, member->sha256) == 0;
    finding_param(finding, same ? "copy" : "different", path_base(member->path));
}

/* ---- archives that are locked ---- */

/* The innermost archive in which MEMBER lies; NULL for none.  Caller frees. */
static char *archive_of(const Member *member)
{
    const char *last = NULL;
    for (const char *at = strchr(member->path, '/'); at; at = strchr(at + 1, '/'))
        if (at - member->path > 4 && g_ascii_strncasecmp(at - 4, ".zip", 4) == 0)
            last = at;
    return last ? g_strndup(member->path, (gsize)(last - member->path)) : NULL;
}

/* The archives of which some member is not locked: there each locked one is told. */
static GHashTable *open_archives(const Package *package)
{
    GHashTable *archives = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < package->members->len; i++) {
        const Member *member = package->members->pdata[i];
        char *archive = member->state == MEMBER_ENCRYPTED ? NULL : archive_of(member);
        if (archive)
            g_hash_table_add(archives, archive);
    }
    return archives;
}

/* An archive that is locked as a whole is told once, not with each of its members; TOLD has those that are.
 * True when MEMBER lies in such a one. */
static bool check_locked(Check *check, const Member *member, GHashTable *open, GHashTable *told)
{
    g_autofree char *archive = member->state == MEMBER_ENCRYPTED ? archive_of(member) : NULL;
    if (!archive || g_hash_table_contains(open, archive))
        return false;
    g_autofree char *path = g_strdup(archive);
    if (g_hash_table_add(told, g_steal_pointer(&archive)))
        add(check, "PKG-003", "archive", path);
    return true;
}

/* A package that is no folder and no ZIP: an archive of another format, a single file, or two archives. */
static const char *not_a_package(const char *reason)
{
    static const char *const archives[] = {"rar", "7z", "tar", "gz", "bz2", "xz", "zstd", "cab", "lzh", NULL};
    if (!reason || g_strv_contains(archives, reason))
        return reason ? "format" : NULL;
    if (joined_variant(reason))
        return joined_variant(reason);
    FileType type = filetype_from_name(reason);
    return type == FILETYPE_UNKNOWN || type == FILETYPE_EMPTY ? NULL : "type";
}

enum { EXAMPLES = 3 }; /* as many as a person looks at */

/* "examples": the first names that carry no encoding. */
static void param_recoded(Finding *finding, const Package *package)
{
    g_autoptr(GString) names = g_string_new(NULL);
    int shown = 0;
    for (guint i = 0; i < package->members->len && shown < EXAMPLES; i++) {
        const Member *member = package->members->pdata[i];
        if (member->encoding == NAME_GB18030 && member->state != MEMBER_JUNK) {
            text_add_line(names, path_base(member->path));
            shown++;
        }
    }
    finding_param(finding, "examples", names->str);
}

/* Nothing of PACKAGE was read: it is none, or as a whole over a limit, whatever it is. */
static void check_unreadable(Check *check, const Package *package)
{
    bool limited = package->limit > 0;
    const char *variant = limited ? "package" : not_a_package(package->reason);
    Finding *finding = catalogue_add(check->in->catalogue, check->findings, limited ? "PKG-006" : "PKG-001", variant, NULL,
                                     package->name, NULL);
    finding_param(finding, variant && !limited ? "type" : "reason", package->reason);
    if (limited)
        limit_param(finding, package->reason, package->limit);
}

static void check_package(Check *check, const Package *package)
{
    if (package->state == PACKAGE_UNREADABLE) {
        check_unreadable(check, package);
        return;
    }
    int64_t junk = 0, recoded = 0, read = 0;
    g_autoptr(GHashTable) open = open_archives(package),
                          told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < package->members->len; i++) {
        const Member *member = package->members->pdata[i];
        read += member->state == MEMBER_READ || member->state == MEMBER_REPLACED;
        junk += member->state == MEMBER_JUNK;
        recoded += member->encoding == NAME_GB18030;
        if (check_locked(check, member, open, told))
            continue;
        check_member(check, member);
        check_archive_name(check, member);
        check_collision(check, package, i);
    }
    if (read == 0)
        catalogue_add(check->in->catalogue, check->findings, "PKG-018", NULL, NULL, package->name, NULL);
    if (junk > 0)
        param_int(catalogue_add(check->in->catalogue, check->findings, "PKG-007", NULL, NULL, package->name, NULL), "count", junk);
    if (recoded > 0) {
        Finding *finding =
            catalogue_add(check->in->catalogue, check->findings, "PKG-008", NULL, NULL, package->name, NULL);
        param_int(finding, "count", recoded);
        param_recoded(finding, package);
    }
}

/* The folder or archive that PATH lies in, NULL for the package itself. */
static char *folder_of(const char *path)
{
    const char *archive = strstr(path, ".zip/"), *end = archive ? archive + 4 : strrchr(path, '/');
    return end ? g_strndup(path, (size_t)(end - path)) : NULL;
}

/* True when FOLDER (NULL: the package itself) holds other papers of a candidate. */
static bool holds_a_candidate(const Check *check, const char *folder)
{
    static const char *const types[] = {"candidate-form", "story", "integrity-certificate"};
    const size_t length = folder ? strlen(folder) : 0;
    for (guint i = 0; folder && i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        if (strncmp(file->facts->path, folder, length) != 0 || file->facts->path[length] != '/')
            continue;
        for (gsize t = 0; t < G_N_ELEMENTS(types); t++)
            if (subfile_document(file, types[t]))
                return true;
    }
    return false;
}

/* A list of cases that names no officer and nobody's part in them is the bureau's own (案件统计表, 汇总表). */
static bool is_bureaus_list(const Check *check, const SubFile *file, const Document *list)
{
    const GPtrArray *personal = check->in->rules->cases->personal;
    bool somebodys = document_value(list, "name") || text_has_any_of(file->facts->path, personal) ||
                     text_has_any_of(list->title, personal);
    for (guint i = 0; i < list->claims->len && !somebodys; i++)
        somebodys = ((const Claim *)list->claims->pdata[i])->role != ROLE_NONE;
    if (somebodys)
        return false;
    g_autofree char *folder = folder_of(file->facts->path);
    return !holds_a_candidate(check, folder);
}

/* What a file is comes from its content first (SPEC 4.1): documents that speak for a case, or that are about a candidate, but lie where
 * neither case file nor candidate is. */
static const char *misplaced_as(const Check *check, const SubFile *file)
{
    static const char *const people[] = {"candidate-form", "story", NULL};
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        if (g_strv_contains(people, document->type) ||
            (strcmp(document->type, "case-list") == 0 && !is_bureaus_list(check, file, document)))
            return "person";
        for (guint j = 0; j < check->in->rules->cases->kinds->len; j++)
            if (word_in_list(((const KindRule *)check->in->rules->cases->kinds->pdata[j])->speaks, ' ', document->type))
                return "outside";
    }
    return NULL;
}

bool lies_in(const char *path, const GPtrArray *folders)
{
    for (guint i = 0; i < folders->len; i++) {
        const char *folder = folders->pdata[i];
        size_t length = strlen(folder);
        if (length > 0 && g_str_has_prefix(path, folder) && path[length] == '/')
            return true;
    }
    return false;
}

/* ---- a folder level too many ---- */

/* A folder that holds a submission of its own beside other things, so it was not taken for a wrapping. */
typedef struct { char *folder; guint known; int64_t files; } Wrapping;

static void wrapping_clear(gpointer data)
{
    g_free(((Wrapping *)data)->folder);
}

static Wrapping *wrapping_of(GArray *wrappings, const char *path, size_t length)
{
    for (guint i = 0; i < wrappings->len; i++) {
        Wrapping *each = &g_array_index(wrappings, Wrapping, i);
        if (strncmp(each->folder, path, length) == 0 && each->folder[length] == '\0')
            return each;
    }
    const Wrapping made = {.folder = g_strndup(path, length)};
    g_array_append_val(wrappings, made);
    return &g_array_index(wrappings, Wrapping, wrappings->len - 1);
}

/* Tells of the folders that hold two or more of the folders asked for (one alone may be a candidate's 案卷/);
 * returns their paths. */
static GPtrArray *add_wrappings(Check *check)
{
    GPtrArray *told = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GArray) wrappings = g_array_new(FALSE, FALSE, sizeof(Wrapping));
    g_array_set_clear_func(wrappings, wrapping_clear);
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        int known = 0;
        size_t length = file->area == AREA_ELSEWHERE ? path_wrapping(file->facts->path, &known) : 0;
        if (length == 0)
            continue;
        Wrapping *wrapping = wrapping_of(wrappings, file->facts->path, length);
        wrapping->known |= 1U << known;
        wrapping->files++;
    }
    for (guint i = 0; i < wrappings->len; i++) {
        const Wrapping *each = &g_array_index(wrappings, Wrapping, i);
        if ((each->known & (each->known - 1)) == 0)
            continue;
        Finding *finding = check_add(check, "PKG-017", "deeper", NULL, NULL, NULL);
        finding_param(finding, "folder", each->folder);
        param_int(finding, "count", each->files);
        g_ptr_array_add(told, g_strdup(each->folder));
    }
    return told;
}

/* Folders elsewhere that hold a document that speaks for a case, where there is no 案卷/ at all, each once; not
 * those in WRAPPED. */
static GPtrArray *stray_folders(const Check *check, const GPtrArray *wrapped)
{
    GPtrArray *folders = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        if (file->area == AREA_CASEFILE || file->area == AREA_LOOSE) {
            g_ptr_array_set_size(folders, 0);
            return folders;
        }
        bool elsewhere = file->area == AREA_ELSEWHERE && !lies_in(file->facts->path, wrapped);
        bool speaks = elsewhere && g_strcmp0(misplaced_as(check, file), "outside") == 0;
        g_autofree char *folder = speaks ? folder_of(file->facts->path) : NULL;
        if (folder && !g_ptr_array_find_with_equal_func(folders, folder, g_str_equal, NULL))
            g_ptr_array_add(folders, g_steal_pointer(&folder));
    }
    return folders;
}

static void add_stray_folders(Check *check, GPtrArray *folders)
{
    Finding *finding = check_add(check, "PKG-017", NULL, NULL, NULL, NULL);
    param_int(finding, "count", folders->len);
    g_ptr_array_add(folders, NULL);
    g_autofree char *list = g_strjoinv("\n", (char **)folders->pdata);
    g_ptr_array_set_size(folders, (int)folders->len - 1);
    finding_param(finding, "folders", list);
}

/* The name of a candidate whose form lies elsewhere and who has no folder of an own; NULL when FILE is no such form. */
static const char *lost_candidate(const Check *check, const SubFile *file)
{
    const Field *name = NULL;
    for (guint i = 0; file->area == AREA_ELSEWHERE && i < file->facts->documents->len && !name; i++) {
        const Document *document = file->facts->documents->pdata[i];
        name = strcmp(document->type, "candidate-form") == 0 ? document_value(document, "name") : NULL;
    }
    for (guint i = 0; name && i < check->submission->persons->len; i++)
        if (text_same(((const Person *)check->submission->persons->pdata[i])->name, name->value))
            return NULL;
    return name ? name->value : NULL;
}

/* What a candidate must hand in besides the form and is not in FOLDER, so that it is not told only when the folder is right.  Caller
 * frees. */
static char *lacks_of(const Check *check, const char *folder)
{
    static const char *const types[] = {"integrity-certificate", "story", "case-list", "role-statement"};
    g_autoptr(GPtrArray) folders = g_ptr_array_new();
    g_autoptr(GString) lacks = g_string_new(NULL);
    g_ptr_array_add(folders, (gpointer)folder);
    for (gsize t = 0; t < G_N_ELEMENTS(types); t++) {
        bool found = false;
        for (guint i = 0; i < check->submission->files->len && !found; i++) {
            const SubFile *file = check->submission->files->pdata[i];
            found = lies_in(file->facts->path, folders) && subfile_stands_for(file, types[t]);
        }
        if (!found)
            text_add_line(lacks, types[t]);
    }
    return g_string_free(g_steal_pointer(&lacks), FALSE);
}

/* Candidates in folders side by side that lack the same: one folder above them is to be renamed. */
typedef struct { const SubFile *file; char *above, *lacks; GString *names; int count; } Lost;

static void lost_free(gpointer data)
{
    Lost *lost = data;
    g_free(lost->above);
    g_free(lost->lacks);
    g_string_free(lost->names, TRUE);
    g_free(lost);
}

static void note_lost(const Check *check, GPtrArray *all, const SubFile *file, const char *name, const char *folder, bool look)
{
    const char *slash = folder ? strrchr(folder, '/') : NULL;
    g_autofree char *above = slash ? g_strndup(folder, (size_t)(slash - folder)) : NULL;
    g_autofree char *lacks = folder && look ? lacks_of(check, folder) : NULL;
    for (guint i = 0; above && i < all->len; i++) {
        Lost *lost = all->pdata[i];
        if (g_strcmp0(lost->above, above) != 0 || g_strcmp0(lost->lacks, lacks) != 0)
            continue;
        g_string_append_printf(lost->names, "\n%s", name);
        lost->count++;
        return;
    }
    Lost *lost = g_new(Lost, 1);
    *lost = (Lost){file, g_steal_pointer(&above), g_steal_pointer(&lacks), g_string_new(name), 1};
    g_ptr_array_add(all, lost);
}

/* Candidates who are lost because their folder bears another name (先进人物/张三), each once; returns their folders, in which
 * nothing else needs telling.  Not those in WRAPPED. */
static GPtrArray *add_lost_candidates(Check *check, const GPtrArray *wrapped)
{
    GPtrArray *folders = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(lost_free);
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        const char *name = lies_in(file->facts->path, wrapped) ? NULL : lost_candidate(check, file);
        if (!name)
            continue;
        char *folder = folder_of(file->facts->path);
        note_lost(check, all, file, name, folder, folders->len < LACKS_TOLD_MAX);
        g_ptr_array_add(folders, folder ? folder : g_strdup(""));
    }
    for (guint i = 0; i < all->len; i++) {
        const Lost *lost = all->pdata[i];
        bool several = lost->count > 1;
        Finding *finding = check_add(check, "PKG-016", several ? "lost-several" : "lost", NULL, lost->file, NULL);
        finding_param(finding, several ? "names" : "name", lost->names->str);
        finding_param(finding, "folder", several ? lost->above : NULL);
        finding_param(finding, "lacks", lost->lacks && lost->lacks[0] != '\0' ? lost->lacks : NULL);
    }
    return folders;
}

/* The kinds of the documents in FILE, parted by blanks, each once. */
static char *types_held(const SubFile *file)
{
    g_autoptr(GString) types = g_string_new(NULL);
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const char *type = ((const Document *)file->facts->documents->pdata[i])->type;
        if (strcmp(type, "other") != 0 && !word_in_list(types->str, ' ', type))
            g_string_append_printf(types, "%s%s", types->len > 0 ? " " : "", type);
    }
    return g_string_free(g_steal_pointer(&types), FALSE);
}

/* A file directly in 案卷/, with what it holds: that is the document which some case file lacks. */
static void add_loose(Check *check, const SubFile *file)
{
    g_autofree char *types = types_held(file);
    finding_param(check_add(check, "PKG-016", NULL, NULL, file, NULL), "holds", types[0] != '\0' ? types : NULL);
}

/* A file that lies where it is of no use: what it is, or the several documents that it holds. */
static void add_elsewhere(Check *check, const char *variant, const SubFile *file)
{
    Finding *finding = check_add(check, "PKG-016", variant, NULL, file, NULL);
    g_autofree char *types = types_held(file);
    bool several = file->facts->documents->len > 1;
    finding_param(finding, several ? "holds" : "doctype", types[0] != '\0' ? types : NULL);
    if (several)
        param_int(finding, "count", file->facts->documents->len);
}

/* Windows' shortcuts hold no file, only where one lies on the computer they were made on. */
static bool add_shortcut(Check *check, const SubFile *file)
{
    size_t length = strlen(file->base);
    if (length < 4 || g_ascii_strcasecmp(file->base + length - 4, ".lnk") != 0)
        return false;
    check_add(check, "PKG-005", "shortcut", file->group, file, NULL);
    return true;
}

static void check_misplaced(Check *check)
{
    g_autoptr(GPtrArray) wrapped = add_wrappings(check), folders = stray_folders(check, wrapped);
    g_autoptr(GPtrArray) lost = add_lost_candidates(check, wrapped);
    if (folders->len > 0)
        add_stray_folders(check, folders);
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        if (add_shortcut(check, file))
            continue;
        if (file->area == AREA_LOOSE) {
            add_loose(check, file);
            continue;
        }
        if (lies_in(file->facts->path, wrapped))
            continue;
        const char *variant = file->area == AREA_ELSEWHERE ? misplaced_as(check, file) : NULL;
        g_autofree char *folder = g_strcmp0(variant, "outside") == 0 ? folder_of(file->facts->path) : NULL;
        bool told = folder && g_ptr_array_find_with_equal_func(folders, folder, g_str_equal, NULL);
        if (variant && !told && !lies_in(file->facts->path, lost) && !lost_candidate(check, file))
            add_elsewhere(check, variant, file);
    }
}

/* True when the name says that the package corrects or adds to another. */
static bool is_correction(const Check *check, const Package *package)
{
    return text_has_any_of(package->name, check->in->rules->cases->corrections);
}

/* Without the season, a correction is all there is to see of a submission. */
static void check_alone(Check *check)
{
    const GPtrArray *packages = check->in->inventory->packages;
    for (guint i = 0; i < packages->len; i++)
        if (!is_correction(check, packages->pdata[i]))
            return;
    const char *name = packages->len > 0 ? ((const Package *)packages->pdata[0])->name : NULL;
    if (name)
        finding_param(catalogue_add(check->in->catalogue, check->findings, "PKG-021", NULL, NULL, name, NULL),
                      "name", name);
}

static int64_t count_words(const char *list)
{
    int64_t count = 1;
    for (; *list; list++)
        count += *list == ' ';
    return count;
}

/* What needs the tables, told in two parts: one list of all would be too long to read. */
static void check_without_tables(Check *check)
{
    static const char of_cases[] = "REF-001 REF-002 REF-003 REF-004 REF-005 REF-006 REF-007 REF-008",
                      of_others[] = "CND-004 CND-005 CAS-001 SET-010 agency";
    Finding *finding = catalogue_add(check->in->catalogue, check->findings, "PKG-020", NULL, NULL, NULL, NULL);
    finding_param(finding, "checks", of_cases);
    finding_param(finding, "others", of_others);
    param_int(finding, "count", count_words(of_cases) + count_words(of_others));
}

void packages_check(Check *check)
{
    for (guint i = 0; i < check->in->inventory->packages->len; i++)
        check_package(check, check->in->inventory->packages->pdata[i]);
    check_misplaced(check);
    if (!check->in->slice) {
        check_without_tables(check);
        check_alone(check);
    }
}
