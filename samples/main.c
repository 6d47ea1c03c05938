/* anjuan-samples: writes a season made of recipes.  See samples/README.md. */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "beside.h"
#include "bulk.h"
#include "casefile.h"
#include "candidate.h"
#include "fault.h"
#include "paper.h"
#include "parcel.h"
#include "program.h"
#include "reference.h"
#include "sink.h"
#include "unit.h"

typedef struct {
    char *output, *recipe, *templates, *rules;
    gint64 seed;
    int units, pages, page_kb, case_rows;
    gboolean first_round, corrections, tables_only, one_bundle, deflate_scans, version;
} Options;

/* One package to be written. */
typedef struct {
    const Unit *unit;
    char *section;
    const char *submissions;
} Task;

static void copy_template(const Options *options) {
    g_autofree char *from = g_build_filename(options->rules, "season-template.xml", NULL);
    g_autofree char *to = g_build_filename(options->output, "season.xml", NULL);
    g_autofree char *text = NULL;
    gsize size;
    g_autoptr(GError) error = NULL;
    if (g_file_get_contents(from, &text, &size, &error)) g_file_set_contents(to, text, (gssize)size, &error);
    maker_check(error);
}

static int compare_names(gconstpointer a, gconstpointer b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The recipes NN-ID.ini in the order of their names. */
static GPtrArray *load_units(const Options *options) {
    g_autoptr(GError) error = NULL;
    g_autoptr(GDir) dir = g_dir_open(options->recipe, 0, &error);
    maker_check(error);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; (name = g_dir_read_name(dir));) {
        if (g_ascii_isdigit(*name) && g_str_has_suffix(name, ".ini")) g_ptr_array_add(names, g_strdup(name));
    }
    g_ptr_array_sort(names, compare_names);
    GPtrArray *units = g_ptr_array_new_with_free_func((GDestroyNotify)unit_free);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(options->recipe, g_ptr_array_index(names, i), NULL);
        g_ptr_array_add(units, unit_load(path, (uint64_t)options->seed));
    }
    if (!units->len) maker_fail("%s：没有方案文件 / no recipes\n", options->recipe);
    return units;
}

static void load_data(const Options *options) {
    g_autofree char *calendar = g_build_filename(options->recipe, "calendar.ini", NULL);
    g_autofree char *violations = g_build_filename(options->templates, "violations.ini", NULL);
    g_autofree char *bulletins = g_build_filename(options->templates, "bulletins.ini", NULL);
    workday_load(calendar);
    unit_load_violations(violations);
    parcel_load_bulletins(bulletins);
    paper_set_folder(options->templates);
    casefile_set_folder(options->templates);
}

/* The season's own units, or as many as --units asks for. */
static GPtrArray *make_units(const Options *options) {
    BulkPlan plan = {.units = (guint)options->units,
                     .pages = options->tables_only ? 0 : (guint)options->pages,
                     .page_kb = (guint)options->page_kb,
                     .one_bundle = options->one_bundle,
                     .seed = (uint64_t)options->seed};
    if (!plan.units) return load_units(options);
    g_autofree char *path = g_build_filename(options->templates, "bulk.ini", NULL);
    GPtrArray *units = bulk_units(&plan, path);
    bulk_start(&plan, g_ptr_array_index(units, 0));
    return units;
}

static void run_task(gpointer data, gpointer user_data) {
    (void)user_data;
    Task *task = data;
    parcel_write(task->unit, task->section, task->submissions);
    g_free(task->section);
    g_free(task);
}

static void write_packages(GPtrArray *units, guint round, const char *submissions) {
    Crew *crew = crew_new(run_task, NULL, (int)g_get_num_processors());
    for (guint i = 0; i < units->len; i++) {
        const Unit *unit = g_ptr_array_index(units, i);
        g_auto(GStrv) sections = unit_sections(unit, "package ");
        for (guint k = 0; sections[k]; k++) {
            if (!parcel_is_in_round(unit, sections[k], round)) continue;
            Task *task = g_new(Task, 1);
            *task = (Task){unit, g_strdup(sections[k]), submissions};
            crew_push(crew, task);
        }
    }
    crew_free(crew, false);
}

static void read_window(GKeyFile *season) {
    g_autofree char *from = g_key_file_get_string(season, "season", "window-from", NULL);
    g_autofree char *to = g_key_file_get_string(season, "season", "window-to", NULL);
    parcel_set_window(day_parse_iso(from ? from : ""), day_parse_iso(to ? to : ""));
}

static void make_season(const Options *options) {
    g_autofree char *season_path = g_build_filename(options->recipe, "season.ini", NULL);
    g_autofree char *submissions = g_build_filename(options->output, "submissions", NULL);
    g_autoptr(GKeyFile) season = g_key_file_new();
    g_autoptr(GError) error = NULL;
    g_key_file_load_from_file(season, season_path, G_KEY_FILE_NONE, &error);
    maker_check(error);
    load_data(options);
    read_window(season);
    g_autoptr(GPtrArray) units = make_units(options);
    guint round = options->first_round ? 1 : options->corrections ? 2 : 0;
    if (g_mkdir_with_parents(submissions, 0777)) maker_fail("%s：%s\n", submissions, g_strerror(errno));
    if (options->corrections) {
        reference_write_receipts(season, units, 0, options->output);
    } else {
        copy_template(options);
        reference_write(season, units, round, (guint)options->case_rows, options->output);
    }
    if (!options->tables_only) write_packages(units, round, submissions);
    bulk_stop();
}

#ifdef ANJUAN_SANITIZED
/* What font libraries keep until the process ends is theirs. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) {
    return "leak:libfontconfig\nleak:libcairo\nleak:libpango\n";
}
#endif

static int usage(const char *message) {
    fprintf(stderr, "anjuan-samples: %s\n", message);
    return EXIT_USAGE;
}

/* Fills OPTIONS from the command line; false with *ERROR set when it cannot be. */
static gboolean parse_options(Options *options, int *argc, char ***argv, GError **error) {
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, "the season's folder", "DIR"},
        {"recipe", 0, 0, G_OPTION_ARG_FILENAME, &options->recipe, "recipes (samples/season)", "DIR"},
        {"templates", 0, 0, G_OPTION_ARG_FILENAME, &options->templates, "templates (samples/templates)",
         "DIR"},
        {"rules", 0, 0, G_OPTION_ARG_FILENAME, &options->rules, "rules (pipeline/rules)", "DIR"},
        {"seed", 0, 0, G_OPTION_ARG_INT64, &options->seed, "names the streams of chance (2016)", "N"},
        {"units", 0, 0, G_OPTION_ARG_INT, &options->units, "a season of N like units instead of the recipes",
         "N"},
        {"pages", 0, 0, G_OPTION_ARG_INT, &options->pages, "scanned pages a unit, with --units (0)", "P"},
        {"page-kb", 0, 0, G_OPTION_ARG_INT, &options->page_kb, "kilobytes a page (300)", "K"},
        {"one-bundle", 0, 0, G_OPTION_ARG_NONE, &options->one_bundle, "all pages of a unit in one bundle",
         NULL},
        {"deflate-scans", 0, 0, G_OPTION_ARG_NONE, &options->deflate_scans, "deflate scans, as Windows does",
         NULL},
        {"case-rows", 0, 0, G_OPTION_ARG_INT, &options->case_rows, "further rows in the table cases (0)",
         "R"},
        {"tables-only", 0, 0, G_OPTION_ARG_NONE, &options->tables_only, "no packages", NULL},
        {"first-round", 0, 0, G_OPTION_ARG_NONE, &options->first_round, "without what was handed in later",
         NULL},
        {"corrections", 0, 0, G_OPTION_ARG_NONE, &options->corrections, "only add what was handed in later",
         NULL},
        {"version", 0, 0, G_OPTION_ARG_NONE, &options->version, "print the version", NULL},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    g_autoptr(GOptionContext) context = g_option_context_new("- make a sample season");
    g_option_context_add_main_entries(context, entries, NULL);
    if (!g_option_context_parse(context, argc, argv, error)) return FALSE;
    if (!options->recipe) options->recipe = g_strdup("samples/season");
    if (!options->templates) options->templates = g_strdup("samples/templates");
    if (!options->rules) options->rules = g_strdup("pipeline/rules");
    return TRUE;
}

static void options_clear(Options *options) {
    g_free(options->output);
    g_free(options->recipe);
    g_free(options->templates);
    g_free(options->rules);
}

static int run(Options *options, int argc) {
    if (options->version) {
        printf("anjuan-samples %s\n", ANJUAN_VERSION);
        return EXIT_DONE;
    }
    if (argc > 1) return usage("-o DIR is all it takes");
    if (!options->output) return usage("-o DIR is needed");
    if (options->first_round && options->corrections)
        return usage("--first-round and --corrections exclude each other");
    if (options->units < 0 || options->units > 9999 || options->pages < 0 || options->page_kb < 1 ||
        options->case_rows < 0) {
        return usage("--units is 0 to 9999; --pages, --case-rows not under 0; --page-kb from 1");
    }
    if (options->deflate_scans) sink_deflate_scans();
    make_season(options);
    return EXIT_DONE;
}

int main(int argc, char **argv) {
    Options options = {.seed = 2016, .page_kb = 300};
    g_autoptr(GError) error = NULL;
    setlocale(LC_CTYPE, "C.UTF-8");
    int status = parse_options(&options, &argc, &argv, &error) ? run(&options, argc) : usage(error->message);
    options_clear(&options);
    return status;
}
