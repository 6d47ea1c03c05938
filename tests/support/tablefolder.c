#include "tablefolder.h"

#include <string.h>

#include "fileio.h"

const char reference_units[] = "单位编号,单位名称,别名,组别,先进个人名额,法制个人名额,基准比例\r\n"
                               "YL,沅陵县环境保护局,沅陵县、沅陵（县）局,county,3,1,\r\n"
                               "CX,辰溪县环境保护局,辰溪县,county,2,,12.5%\r\n"
                               "SJ,怀化市环境保护局,市局,,1,1,\r\n";

char *reference_new(gboolean with_units)
{
    GError *error = NULL;
    char *folder = g_dir_make_tmp("reference-XXXXXX", &error);
    g_assert_no_error(error);
    if (with_units)
        reference_put(folder, "units.csv", reference_units);
    return folder;
}

void reference_put_bytes(const char *folder, const char *name, const void *bytes, gsize size)
{
    GError *error = NULL;
    g_autofree char *path = g_build_filename(folder, name, NULL), *parent = g_path_get_dirname(path);
    file_make_folder(parent, &error);
    g_assert_no_error(error);
    g_file_set_contents(path, bytes, (gssize)size, &error);
    g_assert_no_error(error);
}

void reference_put(const char *folder, const char *name, const char *text)
{
    reference_put_bytes(folder, name, text, strlen(text));
}

void reference_put_in(const char *folder, const char *name, const char *text, const char *charset)
{
    GError *error = NULL;
    gsize size;
    g_autofree char *bytes = g_convert(text, -1, charset, "UTF-8", NULL, &size, &error);
    g_assert_no_error(error);
    reference_put_bytes(folder, name, bytes, size);
}

void reference_remove(char *folder)
{
    GError *error = NULL;
    file_remove_tree(folder, &error);
    g_assert_no_error(error);
    g_free(folder);
}
