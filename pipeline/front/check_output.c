#include "check_output.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "check_page.h"
#include "fault.h"
#include "fileio.h"
#include "findings_print.h"
#include "lang.h"

typedef enum { OUTPUT_PAGE, OUTPUT_LETTER, OUTPUT_CSV, OUTPUT_XML, OUTPUT_UNKNOWN } OutputKind;

static OutputKind kind_of(const char *path)
{
    static const struct {
        const char *ending;
        OutputKind kind;
    } endings[] = {{".html", OUTPUT_PAGE},
                   {".htm", OUTPUT_PAGE},
                   {".docx", OUTPUT_LETTER},
                   {".csv", OUTPUT_CSV},
                   {".xml", OUTPUT_XML}};
    const char *dot = strrchr(path, '.');
    for (gsize i = 0; dot && i < G_N_ELEMENTS(endings); i++)
        if (g_ascii_strcasecmp(dot, endings[i].ending) == 0)
            return endings[i].kind;
    return OUTPUT_UNKNOWN;
}

/* True when the folder of PATH is the folder PACKAGE or lies in it. */
static bool lies_in(const char *path, const char *package)
{
    g_autofree char *folder = g_path_get_dirname(path);
    char *real_folder = realpath(folder, NULL), *real_package = realpath(package, NULL);
    size_t length = real_package ? strlen(real_package) : 0;
    bool inside = real_folder && real_package && g_file_test(real_package, G_FILE_TEST_IS_DIR) &&
                  strncmp(real_folder, real_package, length) == 0 &&
                  (real_folder[length] == '/' || real_folder[length] == '\0');
    free(real_folder);
    free(real_package);
    return inside;
}

/* True when both name one file that is there. */
static bool is_same_file(const char *path, const char *other)
{
    struct stat a, b;
    return stat(path, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* True when PATH is a file of the season, or would become one. */
static bool is_of_season(const char *path, const char *season)
{
    static const char *const folders[] = {"reference", "submissions", "store", "work", "results"},
                             *const files[] = {"season.xml", "profile.xml", "run.log"};
    for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *folder = g_build_filename(season, folders[i], NULL);
        if (lies_in(path, folder))
            return true;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *file = g_build_filename(season, files[i], NULL);
        if (is_same_file(path, file))
            return true;
    }
    return false;
}

static gboolean output_usable(const char *path, char **packages, const char *season, GError **error)
{
    if (kind_of(path) == OUTPUT_UNKNOWN)
        return fault_input(
            error, FAULT_USAGE,
            tr("-o %s：只能写出 .html（检查报告）、.docx（材料补正通知书）、.csv 和 .xml（问题清单）",
               "-o %s: what can be written is .html (report), .docx (letter), .csv and .xml (findings)"),
            path);
    if (season && is_of_season(path, season))
        return fault_input(error, FAULT_USAGE,
                           tr("-o %s 在活动文件夹的材料、表或结果里，检查不改动它们；请写到别处",
                              "-o %s is among the packages, tables or results of the season, which check leaves alone; write it elsewhere"),
                           path);
    for (char **package = packages; *package; package++) {
        if (lies_in(path, *package))
            return fault_input(
                error, FAULT_USAGE,
                tr("-o %s 在材料包里，会随材料一起报送；请写到材料包以外",
                   "-o %s lies in the package and would be handed in with it; write it elsewhere"),
                path);
        if (is_same_file(path, *package))
            return fault_input(error, FAULT_USAGE,
                               tr("-o %s 就是要检查的文件，写出会把它覆盖；请换一个文件名",
                                  "-o %s is the file that is checked and would be overwritten; choose another name"),
                               path);
    }
    return TRUE;
}

gboolean check_outputs_usable(char **paths, char **packages, const char *season, const char *profile,
                              GError **error)
{
    for (; paths && *paths; paths++) {
        if (!output_usable(*paths, packages, season, error))
            return FALSE;
        if (profile && is_same_file(*paths, profile))
            return fault_input(
                error, FAULT_USAGE,
                tr("-o %s 就是 --profile 给出的级别文件，写出会把它覆盖；请换一个文件名",
                   "-o %s is the file given with --profile and would be overwritten; choose another name"),
                *paths);
    }
    return TRUE;
}

static char *table(void (*print)(FILE *, const Catalogue *, const GPtrArray *), const CheckReport *report,
                   size_t *size)
{
    char *bytes = NULL;
    FILE *stream = open_memstream(&bytes, size);
    print(stream, report->catalogue, report->findings);
    fclose(stream);
    char *copy = g_memdup2(bytes, *size + 1);
    free(bytes);
    return copy;
}

static char *output_bytes(OutputKind kind, const CheckReport *report, const LetterDetails *details,
                          size_t *size, GError **error)
{
    switch (kind) {
    case OUTPUT_PAGE:
        return check_page(report, size, error);
    case OUTPUT_LETTER:
        return check_letter(report, details, size, error);
    case OUTPUT_CSV:
        return table(findings_print_csv, report, size);
    default:
        return table(findings_print_xml, report, size);
    }
}

static gboolean write_one(const char *path, const CheckReport *report, const LetterDetails *details,
                          GError **error)
{
    Lang chosen = lang_get();
    size_t size = 0;
    if (!lang_is_named())
        lang_set(LANG_ZH);
    g_autofree char *bytes = output_bytes(kind_of(path), report, details, &size, error);
    lang_set(chosen);
    return bytes && file_write_whole(path, bytes, size, error);
}

gboolean check_outputs_write(char **paths, const CheckReport *report, const LetterDetails *details,
                             FILE *stream, GError **error)
{
    for (; paths && *paths; paths++) {
        const char *needless = kind_of(*paths) == OUTPUT_LETTER ? check_letter_is_needless(report) : NULL;
        if (needless) {
            fprintf(stream, tr("未写 %s：%s\n", "%s was not written: %s\n"), *paths, needless);
            continue;
        }
        if (!write_one(*paths, report, details, error))
            return FALSE;
        fprintf(stream, tr("已写入 %s\n", "wrote %s\n"), *paths);
        const char *lacks = kind_of(*paths) == OUTPUT_LETTER ? check_letter_lacks(report, details) : NULL;
        if (lacks)
            fprintf(stream, tr("请注意：%s\n", "note: %s\n"), lacks);
    }
    return TRUE;
}
