/* What must hold of the source itself: layers, walls, habits.  Runs from the top of the tree. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <string.h>
#include <sys/wait.h>
#include <cmocka.h>

#include <glib.h>

#include "fileio.h"

enum { FUNCTION_LINES = 70, FILE_LINES = 600 };

typedef struct {
    char *path;
    char *text;  /* as it is */
    char **code; /* its lines without comments and without what strings hold */
} Source;

static GPtrArray *sources; /* Source, below include, pipeline, stages and samples */
static bool quiet;         /* while the checks themselves are tested */

static void G_GNUC_PRINTF(1, 2) complain(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    if (!quiet)
        print_error("%s", text);
}

/* ---- reading ---- */

/* Blanks out comments and the insides of strings and characters, keeping every line end. */
static void strip(char *text)
{
    enum { CODE, LINE_COMMENT, COMMENT, STRING, CHARACTER } state = CODE;

    for (char *c = text; *c != '\0'; c++) {
        char before = *c;
        bool is_end = state == STRING ? *c == '"' : state == CHARACTER ? *c == '\'' : false;
        if ((state == STRING || state == CHARACTER) && *c == '\\' && c[1] != '\0') {
            *c++ = ' ';
            *c = *c == '\n' ? '\n' : ' ';
            continue;
        }
        if (state == COMMENT && c[0] == '*' && c[1] == '/') {
            *c++ = ' ';
            *c = ' ';
            state = CODE;
            continue;
        }
        if (state != CODE && *c != '\n' && !is_end)
            *c = ' ';
        if (state == CODE)
            state = before == '"' ? STRING : before == '\'' ? CHARACTER : before == '/' && c[1] == '*' ? COMMENT
                    : before == '/' && c[1] == '/' ? LINE_COMMENT : CODE;
        else if (is_end || (state == LINE_COMMENT && before == '\n'))
            state = CODE;
    }
}

static void source_free(gpointer data)
{
    Source *source = data;
    g_free(source->path);
    g_free(source->text);
    g_strfreev(source->code);
    g_free(source);
}

static void read_folder(const char *folder)
{
    g_autoptr(GPtrArray) names = g_file_test(folder, G_FILE_TEST_IS_DIR) ? file_list_below(folder, NULL) : NULL;

    for (guint i = 0; names != NULL && i < names->len; i++) {
        const char *name = names->pdata[i];
        if (!g_str_has_suffix(name, ".c") && !g_str_has_suffix(name, ".h"))
            continue;
        Source *source = g_new0(Source, 1);
        source->path = g_build_filename(folder, name, NULL);
        assert_true(g_file_get_contents(source->path, &source->text, NULL, NULL));
        g_autofree char *code = g_strdup(source->text);
        strip(code);
        source->code = g_strsplit(code, "\n", -1);
        g_ptr_array_add(sources, source);
    }
}

static int read_sources(void **state)
{
    (void)state;
    sources = g_ptr_array_new_with_free_func(source_free);
    read_folder("include");
    read_folder("pipeline");
    read_folder("stages");
    read_folder("samples");
    return sources->len > 20 ? 0 : -1;
}

static int drop_sources(void **state)
{
    (void)state;
    g_ptr_array_unref(sources);
    return 0;
}

/* Calls CHECK for every source, and fails when it counted anything. */
static void for_all(unsigned (*check)(const Source *source))
{
    unsigned faults = 0;
    for (guint i = 0; i < sources->len; i++)
        faults += check(sources->pdata[i]);
    assert_int_equal(faults, 0);
}

/* The names that SOURCE includes, as written: <zip.h> or "scan.h". */
static char **includes_of(const Source *source)
{
    g_autoptr(GRegex) regex = g_regex_new("^#\\s*include\\s+([<\"][^>\"]+[>\"])", G_REGEX_MULTILINE, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    GPtrArray *names = g_ptr_array_new();

    for (g_regex_match(regex, source->text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL))
        g_ptr_array_add(names, g_match_info_fetch(match, 1));
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}

/* ---- walls ---- */

static const struct {
    const char *include; /* how the name begins */
    const char *files;   /* a pattern of the only files that may have it */
} WALLS[] = {
    {"<libxml/", "^pipeline/(xmlio|xslt)\\.c$"},
    {"<libxslt/", "^pipeline/xslt\\.c$"},
    {"<libexslt/", "^pipeline/xslt\\.c$"},
    {"<pcre2.h", "^pipeline/pattern\\.c$"},
    {"<zip.h", "^pipeline/archive_(libzip|pack)\\.c$"}, /* one reads, the other writes */
    {"<libdeflate.h", "^pipeline/archive\\.c$"},
    {"<zlib.h", "^pipeline/archive\\.c$"},
    {"<jpeglib.h", "^pipeline/image_jpeg\\.c$"},
    {"<jerror.h", "^pipeline/image_jpeg\\.c$"},
    {"<png.h", "^pipeline/image_png\\.c$"},
    {"<tiff", "^pipeline/image_tiff\\.c$"},
    {"<qpdf/", "^pipeline/pdf\\.c$"},
    {"<gmp.h", "^(pipeline/rational\\.c|include/rational\\.h)$"},
    {"<openssl/", "^pipeline/digest\\.c$"},
    {"<seccomp.h", "^pipeline/sandbox\\.c$"},
    {"<linux/landlock.h", "^pipeline/sandbox\\.c$"},
    {"<xlsxwriter", "^(pipeline|stages/report)/\\w+\\.c$"},
    {"<cairo", "^samples/"},
    {"<pango/", "^samples/"},
};

static unsigned check_walls(const Source *source)
{
    g_auto(GStrv) names = includes_of(source);
    unsigned faults = 0;

    if (g_str_has_prefix(source->path, "samples/")) /* the maker of samples is no part of the pipeline */
        return 0;
    for (char **name = names; *name != NULL; name++)
        for (size_t i = 0; i < G_N_ELEMENTS(WALLS); i++)
            if (g_str_has_prefix(*name, WALLS[i].include) && !g_regex_match_simple(WALLS[i].files, source->path, 0, 0)) {
                complain("%s includes %s\n", source->path, *name);
                faults++;
            }
    return faults;
}

static void test_libraries_stay_behind_their_walls(void **state)
{
    (void)state;
    for_all(check_walls);
}

/* ---- layers ---- */

/* Our headers come from include/ or lie beside the file: no stage sees another's, the library and the front see none. */
static unsigned check_own_includes(const Source *source)
{
    g_auto(GStrv) names = includes_of(source);
    g_autofree char *folder = g_path_get_dirname(source->path);
    unsigned faults = 0;

    for (char **name = names; *name != NULL; name++) {
        if (**name != '"')
            continue;
        g_autofree char *bare = g_strndup(*name + 1, strlen(*name) - 2);
        g_autofree char *shared = g_build_filename("include", bare, NULL);
        g_autofree char *beside = g_build_filename(folder, bare, NULL);
        if (strchr(bare, '/') != NULL || (!g_file_test(shared, G_FILE_TEST_EXISTS) && !g_file_test(beside, G_FILE_TEST_EXISTS))) {
            complain("%s includes %s, which is neither in include/ nor beside it\n", source->path, *name);
            faults++;
        }
    }
    return faults;
}

/* GLib <- walls <- documents <- stages: walls know nothing of records and rules. */
static unsigned check_walls_are_lowest(const Source *source)
{
    static const char walls[] =
        "^(pipeline|include)/"
        "(archive|beside|digest|exif|image_\\w+|pattern|pdf|raster|rational|scan|xmlio|xslt)\\.[ch]$";
    g_auto(GStrv) names = includes_of(source);
    unsigned faults = 0;

    if (!g_regex_match_simple(walls, source->path, 0, 0))
        return 0;
    for (char **name = names; *name != NULL; name++)
        if (g_regex_match_simple("^\"(rec_\\w+|record|season|catalogue|stage|store)\\.h\"$", *name, 0, 0)) {
            complain("%s, a wall, includes %s\n", source->path, *name);
            faults++;
        }
    return faults;
}

static void test_layers_see_only_what_is_below(void **state)
{
    (void)state;
    for_all(check_own_includes);
    for_all(check_walls_are_lowest);
}

static void test_score_could_not_open_a_package(void **state)
{
    (void)state;
    static const char *const openers[] = {"libzip", "libdeflate", "libjpeg", "libpng", "libtiff", "libqpdf"};
    g_autofree char *program = g_build_filename(g_getenv("ANJUAN_BUILD"), "bin", "anjuan-score", NULL);
    const char *argv[] = {"ldd", program, NULL};
    g_autofree char *output = NULL;

    if (!g_file_test(program, G_FILE_TEST_EXISTS))
        skip();
    assert_true(g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, NULL));
    assert_non_null(strstr(output, "libglib"));
    for (size_t i = 0; i < G_N_ELEMENTS(openers); i++)
        if (strstr(output, openers[i]) != NULL)
            fail_msg("anjuan-score is linked with %s", openers[i]);
}

/* ---- habits ---- */

static unsigned check_calls(const Source *source)
{
    static const char banned[] =
        "(?<![\\w.>])(v?sprintf|strcpy|strcat|gets|system|popen|strtok|alloca|tmpnam|mktemp|g_ascii_string_to_\\w+)\\s*\\(";
    unsigned faults = 0;

    for (char **line = source->code; *line != NULL; line++)
        if (g_regex_match_simple(banned, *line, 0, 0)) {
            complain("%s:%td: %s\n", source->path, line - source->code + 1, *line);
            faults++;
        }
    return faults;
}

/* GLib's way to a thread ends the process where none can be had; include/beside.h does not. */
static unsigned check_threads(const Source *source)
{
    unsigned faults = 0;

    if (strcmp(source->path, "pipeline/beside.c") == 0)
        return 0;
    for (char **line = source->code; *line != NULL; line++)
        if (g_regex_match_simple("\\b(g_thread(_try|_pool)?_new\\w*|pthread_create)\\s*\\(", *line, 0, 0)) {
            complain("%s:%td: %s\n", source->path, line - source->code + 1, *line);
            faults++;
        }
    return faults;
}

static void test_no_banned_calls(void **state)
{
    (void)state;
    for_all(check_calls);
    for_all(check_threads);
}

/* A function ends with the brace in the first column; it begins with the line in the first column before its opening one. */
static unsigned check_sizes(const Source *source)
{
    unsigned faults = 0;
    long begin = -1;
    long count = (long)g_strv_length(source->code);

    for (long i = 0; i < count; i++) {
        const char *line = source->code[i];
        if (g_regex_match_simple("^[A-Za-z_].*\\(.*[^;]$", line, 0, 0))
            begin = i;
        if (*line == '}' && begin >= 0) {
            if (i - begin + 1 > FUNCTION_LINES) {
                complain("%s:%ld: a function of %ld lines\n", source->path, begin + 1, i - begin + 1);
                faults++;
            }
            begin = -1;
        }
    }
    if (count > FILE_LINES + 1) {
        complain("%s: %ld lines\n", source->path, count);
        faults++;
    }
    return faults;
}

static void test_functions_and_files_are_short(void **state)
{
    (void)state;
    for_all(check_sizes);
}

static unsigned check_prose(const Source *source)
{
    if (!g_str_has_prefix(source->path, "include/"))
        return 0;
    g_autofree char *name = g_path_get_basename(source->path);
    *strrchr(name, '.') = '\0';
    g_autofree char *begin = g_strdup_printf("/*\n * %s: ", name);
    if (g_str_has_prefix(source->text, begin) && !g_regex_match_simple("^(limits|err|zip)$", name, 0, 0))
        return 0;
    complain("%s does not begin with its purpose, \"%s: …\", or has a name that hides a system header\n", source->path, name);
    return 1;
}

static void test_headers_begin_with_prose(void **state)
{
    (void)state;
    for_all(check_prose);
}

/* ---- each header alone ---- */

static char *output_of(const char *const *argv, int *status)
{
    char *output = NULL, *errors = NULL;
    assert_true(g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors, status, NULL));
    char *both = g_strconcat(output, errors, NULL);
    g_free(output);
    g_free(errors);
    return both;
}

static void add_words(GPtrArray *argv, const char *words)
{
    g_auto(GStrv) list = g_strsplit_set(words, " \n", -1);
    for (char **word = list; *word != NULL; word++)
        if (**word != '\0')
            g_ptr_array_add(argv, g_strdup(*word));
}

static void test_every_header_compiles_alone(void **state)
{
    (void)state;
    const char *const asked[] = {"pkg-config", "--cflags", "glib-2.0", "gio-unix-2.0", "libxml-2.0", NULL};
    const char *compiler = g_getenv("CC");
    int status = 0;
    g_autofree char *flags = output_of(asked, &status);
    g_autoptr(GPtrArray) argv = g_ptr_array_new_with_free_func(g_free);

    assert_int_equal(status, 0);
    add_words(argv, compiler != NULL ? compiler : "gcc");
    add_words(argv, "-std=gnu11 -D_GNU_SOURCE -fsyntax-only -Wall -Wextra -Werror -Wstrict-prototypes -Wundef -iquote include");
    add_words(argv, flags);
    add_words(argv, "-x c-header");
    for (guint i = 0; i < sources->len; i++) {
        const Source *source = sources->pdata[i];
        if (g_str_has_suffix(source->path, ".h") && !g_str_has_prefix(source->path, "samples/"))
            g_ptr_array_add(argv, g_strdup(source->path));
    }
    g_ptr_array_add(argv, NULL);
    g_autofree char *complaints = output_of((const char *const *)argv->pdata, &status);
    if (status != 0)
        fail_msg("%s", complaints);
}

/* ---- the checks themselves ---- */

static void test_strip(void **state)
{
    (void)state;
    char text[] = "a /* system(1) */ b \"pop\\\"en(\" c '\\'' d // strcpy(\ne('\"') /* \" */ f";
    strip(text);
    assert_null(strstr(text, "system"));
    assert_null(strstr(text, "en("));
    assert_null(strstr(text, "strcpy"));
    assert_non_null(strstr(text, "\ne("));
    assert_non_null(strstr(text, " f"));
}

static void test_checks_notice(void **state)
{
    (void)state;
    char path[] = "stages/score/bad.c", text[] = "#include <zip.h>\n#include \"../scan/facts.h\"\n#include \"facts.h\"\n";
    char call[] = "    strcpy(a, b);", near_miss[] = "    file_system(a); x->gets(b); my_strcpy (c);";
    char number[] = "    ok = g_ascii_string_to_signed(text, 10, 0, 9, &n, NULL);"; /* fails by chance among threads */
    char *lines[] = {call, number, near_miss, NULL};
    Source source = {path, text, lines};
    quiet = true;
    assert_int_equal(check_walls(&source), 1);
    assert_int_equal(check_own_includes(&source), 2);
    assert_int_equal(check_calls(&source), 2);
    char thread[] = "    t = g_thread_new(a, b, c);", pool[] = "    g_thread_pool_new_full (a);";
    char join[] = "    my_g_thread_new(t);";
    source.code = (char *[]){thread, pool, join, NULL};
    assert_int_equal(check_threads(&source), 2);
    char *longest[FUNCTION_LINES + 2] = {0}, head[] = "int f(void)", body[] = "    x();", end[] = "}";
    for (int i = 0; i <= FUNCTION_LINES; i++)
        longest[i] = body;
    longest[0] = head;
    longest[FUNCTION_LINES] = end; /* one too many */
    source.code = longest;
    assert_int_equal(check_sizes(&source), 1);
    longest[FUNCTION_LINES - 1] = end;
    assert_int_equal(check_sizes(&source), 0);
    quiet = false;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_strip),
        cmocka_unit_test(test_checks_notice),
        cmocka_unit_test(test_libraries_stay_behind_their_walls),
        cmocka_unit_test(test_layers_see_only_what_is_below),
        cmocka_unit_test(test_score_could_not_open_a_package),
        cmocka_unit_test(test_no_banned_calls),
        cmocka_unit_test(test_functions_and_files_are_short),
        cmocka_unit_test(test_headers_begin_with_prose),
        cmocka_unit_test(test_every_header_compiles_alone),
    };
    return cmocka_run_group_tests_name("house", tests, read_sources, drop_sources);
}
